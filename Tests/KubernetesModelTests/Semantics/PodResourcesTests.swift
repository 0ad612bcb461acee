import KubernetesModel
import Testing

struct PodResourcesTests {
  @Test func `an init container runs beside the sidecars before it`() {
    var pod = Pod()
    pod.spec.containers = [container("app", milli: 100)]
    pod.spec.initContainers = [
      container("proxy", milli: 200, isSidecar: true), container("migrate", milli: 500),
      container("late", milli: 50, isSidecar: true),
    ]
    #expect(pod.effectiveRequests(PodResourceOptions())["cpu"] == Quantity(milli: 700))
  }

  @Test func `a deferred resize counts the larger amount`() {
    var pod = resized(reason: "Deferred")
    #expect(pod.effectiveRequests(.withStatus)["cpu"] == Quantity(milli: 500))
    #expect(pod.effectiveRequests(PodResourceOptions())["cpu"] == Quantity(milli: 500))
    pod.status.conditions[0].reason = "Infeasible"
    #expect(pod.effectiveRequests(.withStatus)["cpu"] == Quantity(milli: 100))
  }

  @Test func `pod-level requests stand above those of containers`() {
    var pod = Pod()
    pod.spec.containers = [container("app", milli: 100)]
    pod.spec.resources = ResourceRequirements()
    pod.spec.resources?.requests = ["cpu": Quantity(2), "example.com/gpu": Quantity(1)]
    pod.spec.overhead = ["cpu": Quantity(milli: 10)]
    let requests = pod.effectiveRequests(.scheduling)
    #expect(requests["cpu"] == Quantity(milli: 2010))
    #expect(requests["example.com/gpu"] == nil)
    #expect(pod.effectiveRequests(.withoutOverhead)["cpu"] == Quantity(2))
  }

  @Test func `what a container does not name can be assumed`() {
    var pod = Pod()
    pod.spec.containers = [container("app", milli: 100), Container()]
    var options = PodResourceOptions()
    options.nonMissingRequests = ["cpu": Quantity(milli: 30), "memory": Quantity(5)]
    let requests = pod.effectiveRequests(options)
    #expect(requests["cpu"] == Quantity(milli: 130))
    #expect(requests["memory"] == Quantity(10))
  }

  private func container(
    _ name: String, milli: Int64, isSidecar: Bool = false
  ) -> Container {
    var container = Container()
    container.name = name
    container.resources.requests = ["cpu": Quantity(milli: milli)]
    if isSidecar { container.restartPolicy = "Always" }
    return container
  }

  /// A pod that holds 100m and asks for 500m.
  private func resized(reason: String) -> Pod {
    var pod = Pod()
    pod.spec.containers = [container("app", milli: 500)]
    var status = ContainerStatus()
    status.name = "app"
    status.allocatedResources = ["cpu": Quantity(milli: 100)]
    pod.status.containerStatuses = [status]
    var condition = PodCondition()
    condition.type = "PodResizePending"
    condition.reason = reason
    pod.status.conditions = [condition]
    return pod
  }
}

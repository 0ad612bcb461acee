import KubernetesModel
import Testing

struct DefaultsTests {
  @Test func `a service's target port is its port`() {
    var service = Service()
    service.spec.ports = [ServicePort()]
    service.spec.ports[0].port = 80
    service.applyDefaults()
    #expect(service.spec.ports[0].targetPort == .int(80))
    #expect(service.spec.ports[0].protocol == "TCP")
    #expect(service.spec.type == "ClusterIP")
    #expect(service.spec.internalTrafficPolicy == "Cluster")
    #expect(service.spec.externalTrafficPolicy.isEmpty)
  }

  @Test func `a limit range completes requests from limits`() throws {
    var range = LimitRange()
    var item = LimitRangeItem()
    item.type = "Container"
    item.max = ["cpu": Quantity(2)]
    item.min = ["memory": Quantity(1)]
    range.spec.limits = [item]
    range.applyDefaults()
    let completed = try #require(range.spec.limits.first)
    #expect(completed.default["cpu"] == Quantity(2))
    #expect(completed.defaultRequest["cpu"] == Quantity(2))
    #expect(completed.defaultRequest["memory"] == Quantity(1))
    #expect(completed.default["memory"] == nil)
  }

  @Test func `a namespace bears its name as a label`() {
    var namespace = Namespace()
    namespace.metadata.name = "shop"
    namespace.applyDefaults()
    #expect(namespace.metadata.labels == ["kubernetes.io/metadata.name": "shop"])
    #expect(namespace.status.phase == "Active")
  }

  @Test func `defaults are stable`() {
    var pod = Pod()
    pod.spec.containers = [Container()]
    pod.spec.containers[0].image = "nginx"
    pod.spec.volumes = [Volume()]
    let once = pod.withDefaults
    #expect(once.withDefaults == once)
    #expect(once.spec.containers[0].imagePullPolicy == "Always")
    #expect(once.spec.volumes[0].emptyDir != nil)
  }
}

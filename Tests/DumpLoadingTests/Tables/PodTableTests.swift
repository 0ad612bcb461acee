import KubernetesModel
import Testing

@testable import DumpLoading

@Suite("Tables of pods")
struct PodTableTests {
  private static let header =
    "NAME   READY   STATUS   RESTARTS   AGE   IP   NODE   NOMINATED NODE   READINESS GATES"

  /// Rows that a real pod can have.
  static let rows: [[String]] = {
    let states = [
      "0/1 Pending", "0/3 Pending", "0/1 SchedulingGated", "0/1 ContainerCreating",
      "0/2 PodInitializing", "1/2 PodInitializing", "1/1 Running", "0/1 Running", "1/3 Running",
      "0/1 CrashLoopBackOff", "1/3 CrashLoopBackOff", "0/1 ImagePullBackOff", "0/1 ErrImagePull",
      "0/1 ErrImageNeverPull", "0/1 InvalidImageName", "0/1 CreateContainerConfigError",
      "0/1 CreateContainerError", "0/1 RunContainerError", "0/1 PostStartHookError",
      "0/1 Completed", "0/2 Completed", "0/1 Error", "1/2 Error", "0/1 OOMKilled",
      "0/1 ContainerCannotRun", "0/1 StartError", "0/1 ContainerStatusUnknown",
      "0/1 ExitCode:3", "0/1 Signal:9", "1/2 NotReady", "1/1 Terminating", "0/2 Terminating",
      "0/1 Evicted", "0/1 NodeAffinity", "0/1 OutOfcpu", "0/1 OutOfnvidia.com/gpu",
      "0/1 UnexpectedAdmissionError", "0/1 DeadlineExceeded", "0/1 NodeShutdown", "0/1 Terminated",
      "0/1 Unknown", "1/1 Unknown", "0/1 SomethingNew", "1/2 SomethingNew", "0/1 Failed",
      "0/1 Succeeded", "0/1 Init:0/2", "0/1 Init:1/2", "1/2 Init:1/2", "0/1 Init:CrashLoopBackOff",
      "0/1 Init:Error", "0/1 Init:OOMKilled", "0/1 Init:ImagePullBackOff", "0/1 Init:ExitCode:7",
      "0/1 Init:Signal:11", "1/2 Init:CrashLoopBackOff", "0/2 Init:CreateContainerConfigError",
    ]
    let restarts = ["0", "5", "5 (2m10s ago)", "1 (3d4h ago)", "12 (30s ago)"]
    return states.flatMap { state in
      let words = state.split(separator: " ").map(String.init)
      return restarts.map { words + [$0] }
    }
  }()

  @Test("become pods that kubectl would print the same row for", arguments: rows)
  func roundTrip(_ row: [String]) throws {
    let cells = ["web-1"] + row + ["2y10d", "10.0.0.7", "node-a", "node-b", "<none>"]
    let table = TableText(Self.header + "\n" + cells.joined(separator: "   "))
    let pod = try #require(table.pods.first)
    let columns = PodColumns(pod, now: table.present)
    let printed = [
      columns.ready, columns.status, columns.restarts, columns.age, columns.ip, columns.node,
      columns.nominatedNode, columns.readinessGates,
    ]
    #expect(printed == Array(cells.dropFirst()))
    #expect(table.loaded.flatMap(\.problems) == [])
  }

  @Test(
    "become pods that are ready when all containers and gates are",
    arguments: [
      ("1/1", "<none>", true), ("1/2", "<none>", false), ("2/2", "0/1", false),
      ("2/2", "2/2", true),
    ])
  func readiness(_ ready: String, _ gates: String, _ isReady: Bool) throws {
    let cells = ["web-1", ready, "Running", "0", "5m", "10.0.0.7", "node-a", "<none>", gates]
    let pod = try #require(
      TableText(Self.header + "\n" + cells.joined(separator: "   ")).pods.first)
    #expect(pod.isReady == isReady)
    #expect(PodColumns(pod, now: TableText("").present).readinessGates == gates)
  }

  @Test("claim nothing of containers in trouble but the first")
  func others() throws {
    let pod = try #require(
      TableText(
        """
        NAME    READY   STATUS             RESTARTS      AGE
        web-1   1/3     CrashLoopBackOff   7 (20s ago)   5m
        """
      ).pods.first)
    let states = pod.containerStatuses.map { status in
      status.state.waiting?.reason ?? (status.state.running == nil ? "" : "running")
    }
    #expect(states == ["CrashLoopBackOff", "", "running"])
    #expect(pod.status.containerStatuses.map(\.restartCount) == [7, 0, 0])
    #expect(pod.spec.containers.map(\.name) == ["#1", "#2", "#3"])
  }

  @Test("show labels")
  func labels() throws {
    let pod = try #require(
      TableText(
        """
        NAME    READY   STATUS    RESTARTS   AGE   LABELS
        web-1   1/1     Running   0          5m    app=web,app.kubernetes.io/part-of=shop
        """
      ).pods.first)
    #expect(pod.metadata.labels == ["app": "web", "app.kubernetes.io/part-of": "shop"])
  }

  @Test("show each object as `--watch` printed it last, in rows wider than the header too")
  func watched() {
    let pods = TableText(
      """
      NAME    READY   STATUS    RESTARTS   AGE
      web-1   0/1     Pending   0          0s
      web-1   0/1     ContainerCreating   0          1s
      web-2   0/1     ContainerCreating   0          1s
      web-1   0/1     CreateContainerConfigError   0          3s
      """
    ).pods
    #expect(
      pods.map { PodColumns($0, now: TableText("").present).status } == [
        "CreateContainerConfigError", "ContainerCreating",
      ])
  }
}

extension Pod {
  fileprivate var containerStatuses: [ContainerStatus] { status.containerStatuses }
}

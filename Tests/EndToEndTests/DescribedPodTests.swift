import TestSupport
import Testing

@Suite("Diagnosis from descriptions")
struct DescribedPodTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var files: [String: String]
    /// The causes that are found, without mere remarks; in their order.
    var causes: [String]
    var confidence: ClosedRange<Double> = 0...1
  }

  static let cases = [
    Case(
      testDescription: "a pod that ended after its deletion and stays has a finalizer, most likely",
      files: [
        "pod.txt": pod(
          status: "Terminating (lasts 50m)", state: "Terminated", events: stopping)
      ],
      causes: ["finalizer-blocking"], confidence: 0.5...0.8),
    Case(
      testDescription: "so has one that was stopped and stays, though no text calls it Terminating",
      files: ["pod.txt": pod(status: "Failed", state: "Terminated", events: stopping)],
      causes: ["finalizer-blocking"], confidence: 0.5...0.8),
    Case(
      testDescription: "a pod that ended by itself is not held by anybody",
      files: ["pod.txt": pod(status: "Failed", state: "Terminated", events: started)],
      causes: ["app-exit-nonzero"]),
    Case(
      testDescription:
        "hooks are not shown, so that a program is not surely the one that ignores SIGTERM",
      files: [
        "pod.txt": pod(
          status: "Terminating (lasts <invalid>)\nTermination Grace Period:  3600s",
          state: "Running", events: stopping)
      ],
      causes: ["sigterm-ignored-long-grace"], confidence: 0.5...0.7),
    Case(
      testDescription: "the event of a hook names no container, and the pod has but one",
      files: [
        "pod.txt": pod(
          status: "Running", state: "Waiting\n      Reason:       CrashLoopBackOff",
          last: "Terminated", events: hook)
      ],
      causes: ["post-start-hook-failing"]),
    Case(
      testDescription:
        "older descriptions name no ports, so that a Service by name may well be right",
      files: [
        "pod.txt": pod(status: "Running", state: "Running", events: started, ready: true),
        "service.txt": service,
      ],
      causes: []),
    Case(
      testDescription: "a command that printed nothing leaves an empty file, which is no trouble",
      files: [
        "pod.txt": pod(status: "Running", state: "Running", events: started, ready: true),
        "rest.txt": "",
      ],
      causes: []),
  ]

  @Test("says what the text can tell", arguments: cases)
  func diagnosis(_ example: Case) throws {
    let folder = try TemporaryFolder(example.files.merging(["node.txt": Self.node]) { $1 })
    let outcome = try Program.run(
      ["diagnose", folder.path, "-o", "json", "--now", "2026-01-01T11:00:00Z"])
    let report = try JSONValue(parsing: Array(outcome.output.utf8))
    let causes = (report["rootCauses"]?.elements ?? []).filter { $0["severity"]?.string != "info" }
    #expect(causes.map { $0["refines"]?.string ?? $0["cause"]?.string ?? "" } == example.causes)
    for cause in causes {
      #expect(example.confidence.contains(cause["confidence"]?.double ?? -1))
    }
  }

  private static let started = "Normal  Started  59m  kubelet  Started container app"
  private static let stopping = "Normal  Killing  55m  kubelet  Stopping container app"
  private static let hook =
    "Warning  FailedPostStartHook  55m (x6 over 59m)  kubelet  PostStartHook failed"

  private static func pod(
    status: String, state: String, last: String = "", events: String, ready: Bool = false
  ) -> String {
    let end = """
            Reason:       Error
            Exit Code:    137
            Started:      Thu, 01 Jan 2026 10:00:00 +0000
            Finished:     Thu, 01 Jan 2026 10:05:00 +0000
      """
    let start = "\n      Started:      Thu, 01 Jan 2026 10:00:00 +0000"
    let now = state == "Terminated" ? "\n" + end : state == "Running" ? start : ""
    let before = last.isEmpty ? "" : "\n    Last State:     \(last)\n" + end
    return """
      Name:             web
      Namespace:        shop
      Service Account:  default
      Node:             node-1/10.0.0.1
      Start Time:       Thu, 01 Jan 2026 10:00:00 +0000
      Labels:           app=web
      Status:           \(status)
      IP:               10.0.0.2
      Containers:
        app:
          Container ID:   containerd://aa
          Image:          web:1
          Port:           8080/TCP
          Host Port:      0/TCP
          State:          \(state)\(now)\(before)
          Ready:          \(ready ? "True" : "False")
          Restart Count:  \(last.isEmpty ? 0 : 6)
          Environment:    <none>
          Mounts:         <none>
      Conditions:
        Type              Status
        Initialized       True
        Ready             \(ready ? "True" : "False")
        ContainersReady   \(ready ? "True" : "False")
        PodScheduled      True
      Volumes:            <none>
      QoS Class:          BestEffort
      Events:
        Type     Reason   Age   From     Message
        ----     ------   ----  ----     -------
        \(events)

      """
  }

  private static let service = """
    Name:                     web
    Namespace:                shop
    Selector:                 app=web
    Type:                     ClusterIP
    IP:                       10.96.0.9
    Port:                     http  80/TCP
    TargetPort:               http/TCP
    Endpoints:                10.0.0.2:8080
    Session Affinity:         None
    Events:                   <none>

    """

  private static let node = """
    Name:               node-1
    Roles:              <none>
    Labels:             kubernetes.io/hostname=node-1
    CreationTimestamp:  Thu, 01 Jan 2026 09:00:00 +0000
    Taints:             <none>
    Unschedulable:      false
    Conditions:
      Type    Status  LastHeartbeatTime                 LastTransitionTime                Reason        Message
      ----    ------  -----------------                 ------------------                ------        -------
      Ready   True    Thu, 01 Jan 2026 10:59:30 +0000   Thu, 01 Jan 2026 09:00:10 +0000   KubeletReady  kubelet is posting ready status
    Addresses:
      InternalIP:  10.0.0.1
    Events:              <none>

    """
}

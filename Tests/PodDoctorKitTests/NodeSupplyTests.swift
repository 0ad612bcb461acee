import Findings
import Foundation
import PodDoctorKit
import TestSupport
import Testing

@Suite("A node that is on its way")
struct NodeSupplyTests {
  private static let now = "2026-11-22T10:00:00Z"

  @Test(
    "makes waiting for it no error",
    arguments: [
      ([("TriggeredScaleUp", "09:59:00")], Severity.info),
      ([("Nominated", "09:58:00")], .info),
      ([("NotTriggerScaleUp", "09:50:00"), ("TriggeredScaleUp", "09:59:00")], .info),
      ([("TriggeredScaleUp", "09:40:00")], .error),
      ([("TriggeredScaleUp", "09:40:00"), ("TriggeredScaleUp", "09:59:00")], .error),
      ([("TriggeredScaleUp", "09:55:00"), ("NotTriggerScaleUp", "09:59:00")], .error),
      ([], .error),
    ])
  func severity(_ events: [(reason: String, time: String)], _ severity: Severity) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    try Data(Self.dump(with: events).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var options = ConsultationOptions()
    options.sources = [file.path(percentEncoded: false)]
    options.now = Self.now
    let report = try Consultation(options).report()
    #expect(report.rootCauses.map(\.cause) == ["insufficient-cpu"])
    #expect(report.rootCauses.first?.severity == severity)
  }

  private static func dump(with events: [(reason: String, time: String)]) -> String {
    let notes = events.map { event in
      """
      ---
      apiVersion: v1
      kind: Event
      metadata: {name: "web.\(event.reason).\(event.time)", namespace: shop}
      involvedObject: {apiVersion: v1, kind: Pod, namespace: shop, name: web}
      type: Normal
      reason: \(event.reason)
      message: "pod triggered scale-up: [{group 1->2 (max: 5)}]"
      lastTimestamp: "2026-11-22T\(event.time)Z"
      """
    }
    return ([pending] + notes).joined(separator: "\n")
  }

  private static let pending = """
    apiVersion: v1
    kind: Node
    metadata: {name: node-a}
    status:
      allocatable: {cpu: "4", memory: 8Gi, pods: "110"}
      conditions: [{type: Ready, status: "True"}]
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: old, namespace: shop}
    spec:
      nodeName: node-a
      containers: [{name: app, image: "nginx:1.25", resources: {requests: {cpu: "3"}}}]
    status:
      phase: Running
      conditions: [{type: Ready, status: "True"}]
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop, creationTimestamp: "2026-11-22T09:30:00Z"}
    spec:
      containers: [{name: app, image: "nginx:1.25", resources: {requests: {cpu: "2"}}}]
    status:
      phase: Pending
      conditions:
        - type: PodScheduled
          status: "False"
          reason: Unschedulable
          message: '0/1 nodes are available: 1 Insufficient cpu.'
    """
}

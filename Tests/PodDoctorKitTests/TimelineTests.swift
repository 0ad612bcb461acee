import DumpLoading
import Findings
import KubernetesModel
import Provenance
import Testing

@testable import PodDoctorKit

@Suite("Timeline of a pod")
struct TimelineTests {
  private func timeline(_ text: String, now: String = "2026-11-22T12:00:00Z") throws -> Timeline {
    let dump = DumpLoader().load(
      objects: [MemoryFile(path: "dump.yaml", bytes: Array(text.utf8))], logs: [])
    let facts = ClusterFacts(
      dump.snapshot, now: Timestamp(now), logs: dump.logs, knowledge: .bundled)
    let pod = try #require(dump.snapshot.pods.first)
    return PodTimeline(of: PodCase(pod, in: facts)).timeline()
  }

  private func words(_ text: String) throws -> [String] {
    try timeline(text).entries.map { entry in
      "\(entry.time?.suffix(9).prefix(8) ?? "") \(entry.container.map { "\($0) " } ?? "")\(entry.says)"
    }
  }

  private static let crashing = """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
      namespace: shop
      creationTimestamp: "2026-11-22T10:00:00Z"
      ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-1, uid: u, controller: true}]
    spec: {nodeName: n1, containers: [{name: app}]}
    status:
      phase: Running
      conditions:
        - {type: PodScheduled, status: "True", lastTransitionTime: "2026-11-22T10:00:01Z"}
        - {type: Ready, status: "False", reason: ContainersNotReady, lastTransitionTime: "2026-11-22T10:00:02Z"}
      containerStatuses:
        - name: app
          restartCount: 2
          state: {running: {startedAt: "2026-11-22T10:02:00Z"}}
          lastState:
            terminated: {exitCode: 1, reason: Error, startedAt: "2026-11-22T10:01:00Z", finishedAt: "2026-11-22T10:01:10Z"}

    """

  @Test("tells creation, placement, runs and ends in order of time")
  func order() throws {
    #expect(
      try words(Self.crashing) == [
        "10:00:00 created by ReplicaSet web-1", "10:00:01 scheduled to node n1",
        "10:00:02 not ready: ContainersNotReady", "10:01:00 app started",
        "10:01:10 app ended with exit code 1 (Error) after 10 s",
        "10:02:00 app started again, restart 2",
      ])
  }

  private func event(
    _ reason: String, _ message: String, at time: String, until last: String? = nil, count: Int = 1,
    about object: String = "{kind: Pod, namespace: shop, name: web}"
  ) -> String {
    """
    ---
    apiVersion: v1
    kind: Event
    metadata: {name: "\(reason).\(time)", namespace: shop}
    involvedObject: \(object)
    type: Warning
    reason: \(reason)
    message: "\(message)"
    count: \(count)
    firstTimestamp: "2026-11-22T\(time)Z"
    lastTimestamp: "2026-11-22T\(last ?? time)Z"

    """
  }

  @Test("tells repeated events once, with their number, last time and place")
  func repeated() throws {
    let text =
      Self.crashing
      + event(
        "Unhealthy", "(combined from similar events): Liveness probe failed: no", at: "10:00:30",
        until: "10:20:00", count: 14)
    let entry = try #require(try timeline(text).entries.first { $0.count == 14 })
    #expect(entry.says == "Unhealthy: Liveness probe failed: no")
    #expect(entry.until == "2026-11-22T10:20:00Z")
    #expect(entry.container == "app")
    #expect(entry.place?.file == "dump.yaml")
  }

  @Test("says nothing twice that the pod's document says")
  func told() throws {
    let text = Self.crashing + event("Scheduled", "Successfully assigned", at: "10:00:01")
    #expect(try timeline(text).entries.count == 6)
  }

  @Test("marks where nothing was heard for long")
  func gaps() throws {
    let text = Self.crashing + event("Evicted", "The node was low on memory", at: "11:30:00")
    let entries = try timeline(text).entries
    #expect(entries.last?.gap == 5280)
    #expect(entries.dropLast().allSatisfy { $0.gap == nil })
  }

  @Test("tells of the deletion from its request, and of what becomes of the node meanwhile")
  func deletionAndNode() throws {
    let text =
      Self.crashing.replacing(
        "creationTimestamp:",
        with:
          "deletionTimestamp: \"2026-11-22T10:05:30Z\"\n  deletionGracePeriodSeconds: 30\n  creationTimestamp:"
      )
        + """
        ---
        apiVersion: v1
        kind: Node
        metadata: {name: n1}
        status: {conditions: [{type: Ready, status: Unknown, lastTransitionTime: "2026-11-22T10:06:00Z"}]}

        """ + event("Rebooted", "boot id changed", at: "09:00:00", about: "{kind: Node, name: n1}")
    #expect(
      try words(text).suffix(3) == [
        "10:05:00 deletion asked for, 30 s to end", "10:05:30 its time to end is over",
        "10:06:00 node n1: Ready became Unknown",
      ])
  }

  @Test("stays short, with the beginning and the end")
  func bounds() throws {
    let events = (10...59).map { event("Failed", "try \($0)", at: "10:10:\($0)") }.joined()
    let entries = try timeline(Self.crashing + events).entries
    #expect(entries.count == PodTimeline.mostEntries)
    #expect(entries.first?.says == "created by ReplicaSet web-1")
    #expect(entries.last?.says == "Failed: try 59")
    #expect(entries.compactMap(\.skipped) == [16])
  }

  @Test("blots out credentials")
  func credentials() throws {
    let text = Self.crashing + event("Failed", "login with password=hunter2", at: "10:03:00")
    #expect(try !words(text).joined().contains("hunter2"))
  }
}

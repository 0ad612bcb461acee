import KubernetesModel
import Testing

@testable import DumpLoading

@Suite("Tables of events")
struct EventTableTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    /// Object, reason, count, seconds since the last time, message.
    var events: [[String]]
  }

  static let cases = [
    Case(
      testDescription: "of `kubectl get events`",
      text: """
        LAST SEEN   TYPE      REASON             OBJECT            MESSAGE
        31s         Warning   FailedScheduling   pod/web-1         0/3 nodes are available:  3 Insufficient cpu.
        <unknown>   Normal    ScalingReplicaSet  deployment/web    Scaled up
        5m          Normal    NodeReady          node/node-a       Node node-a status is now: NodeReady
        """,
      events: [
        [
          "Pod/web-1", "FailedScheduling", "1", "31",
          "0/3 nodes are available:  3 Insufficient cpu.",
        ],
        ["Deployment/web", "ScalingReplicaSet", "1", "", "Scaled up"],
        ["Node/node-a", "NodeReady", "1", "300", "Node node-a status is now: NodeReady"],
      ]),
    Case(
      testDescription: "of `kubectl get events -o wide -A`",
      text: """
        NAMESPACE   LAST SEEN   TYPE      REASON    OBJECT      SUBOBJECT             SOURCE            MESSAGE                    FIRST SEEN   COUNT   NAME
        prod        12s         Warning   BackOff   pod/web-1   spec.containers{app}   kubelet, node-a   Back-off restarting  app   3m           14      web-1.17c3a4b5d6e7f801
        """,
      events: [["Pod/web-1", "BackOff", "14", "12", "Back-off restarting  app"]]),
    Case(
      testDescription: "of `kubectl events`",
      text: """
        LAST SEEN           TYPE      REASON    OBJECT      MESSAGE
        3s (x4 over 50s)    Warning   BackOff   Pod/web-1   Back-off restarting failed container
        2m                  Normal    Started   Pod/web-1   Started container app
        """,
      events: [
        ["Pod/web-1", "BackOff", "4", "3", "Back-off restarting failed container"],
        ["Pod/web-1", "Started", "1", "120", "Started container app"],
      ]),
    Case(
      testDescription: "of messages with line breaks",
      text: """
        LAST SEEN   TYPE      REASON      OBJECT      MESSAGE
        3s          Warning   Unhealthy   Pod/web-1   Liveness probe failed: Traceback:
          File "probe.py", line 3

        4s          Normal    Lost        Pod/web-1   after a blank line
        """,
      events: [["Pod/web-1", "Unhealthy", "1", "3", "Liveness probe failed: Traceback:"]]),
    Case(
      testDescription: "of messages with line breaks before another event",
      text: """
        LAST SEEN   TYPE      REASON      OBJECT      MESSAGE
        3s          Warning   Unhealthy   Pod/web-1   Liveness probe failed: Traceback:
          File "probe.py", line 3
        4s          Normal    Started     Pod/web-1   Started
        """,
      events: [
        [
          "Pod/web-1", "Unhealthy", "1", "3",
          "Liveness probe failed: Traceback:\n  File \"probe.py\", line 3",
        ],
        ["Pod/web-1", "Started", "1", "4", "Started"],
      ]),
    Case(
      testDescription: "of kubectl 1.9, which named the object by the event",
      text: """
        LAST SEEN   FIRST SEEN   COUNT   NAME                     KIND   SUBOBJECT              TYPE      REASON    SOURCE            MESSAGE
        1m          9m           33      web-1.15a2b3c4d5e6f708   Pod    spec.containers{app}   Warning   BackOff   kubelet, node-a   Back-off
        """,
      events: [["Pod/web-1", "BackOff", "33", "60", "Back-off"]]),
    Case(
      testDescription: "of columns that somebody chose",
      text: """
        LASTSEEN               KIND   OBJECT   REASON             MESSAGE
        2026-01-01T11:59:00Z   Pod    web-1    FailedScheduling   no nodes available
        """,
      events: [["Pod/web-1", "FailedScheduling", "1", "60", "no nodes available"]]),
    Case(
      testDescription: "that are about no object by name",
      text: """
        LAST SEEN   TYPE     REASON   OBJECT      MESSAGE
        5s          Normal   First    pod         one
        5s          Normal   Second   pod/web-1   two
        """,
      events: [["Pod/", "First", "1", "5", "one"], ["Pod/web-1", "Second", "1", "5", "two"]]),
  ]

  @Test("are read", arguments: cases)
  func events(_ example: Case) {
    let table = TableText(example.text)
    let read = table.events.map { event in
      [
        "\(event.involvedObject.kind)/\(event.involvedObject.name)", event.reason,
        "\(event.count)", event.lastSeen.map { "\(table.present.since($0).seconds)" } ?? "",
        event.message,
      ]
    }
    #expect(read == example.events)
    #expect(table.loaded.flatMap(\.problems) == [])
  }

  @Test("tell component, host, field and first time where they are wide")
  func wide() throws {
    let table = TableText(Self.cases[1].text)
    let event = try #require(table.events.first)
    #expect(event.source.component == "kubelet")
    #expect(event.source.host == "node-a")
    #expect(event.involvedObject.fieldPath == "spec.containers{app}")
    #expect(event.metadata.namespace == "prod")
    #expect(event.firstSeen.map { table.present.since($0).seconds } == 180)
  }

  @Test("name an event alike in every table, and two events differently")
  func names() {
    let narrow = TableText(Self.cases[2].text).events.map(\.metadata.name)
    let again = TableText(
      """
      LAST SEEN   TYPE      REASON    OBJECT      MESSAGE
      5s          Warning   BackOff   pod/web-1   Back-off restarting failed container
      """
    ).events.map(\.metadata.name)
    #expect(again == [narrow[0]])
    #expect(Set(narrow).count == 2)
  }
}

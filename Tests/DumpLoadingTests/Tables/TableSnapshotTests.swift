import KubernetesModel
import Testing

@testable import DumpLoading

/// What becomes of rows when they meet each other and other objects of the dump.
@Suite("Objects of tables in a snapshot")
struct TableSnapshotTests {
  private static let row = "web-1   0/1     CrashLoopBackOff   5          9m"

  private func snapshot(_ texts: [String]) -> ClusterSnapshot {
    var builder = ClusterSnapshot.Builder()
    for var object in texts.flatMap({ TableText($0).loaded }) {
      object.origin = .text
      builder.add(object)
    }
    return builder.build()
  }

  private func pods(_ rows: String) -> String {
    "NAME    READY   STATUS             RESTARTS   AGE\n" + rows
  }

  private func events(_ rows: String) -> String {
    "LAST SEEN   TYPE      REASON    OBJECT      SUBOBJECT             MESSAGE\n" + rows
  }

  @Test("are the wider of two, whichever came first")
  func wider() {
    let narrow = pods(Self.row)
    let wide =
      "NAME    READY   STATUS             RESTARTS   AGE   IP         NODE\n"
      + Self.row + "    10.0.0.1   node-a"
    for texts in [[narrow, wide], [wide, narrow]] {
      let snapshot = snapshot(texts)
      #expect(snapshot.pods.map(\.spec.nodeName) == ["node-a"])
      #expect(snapshot.problems == [])
    }
  }

  @Test("are events once, though two tables show them")
  func events() {
    let narrow = """
      LAST SEEN   TYPE      REASON    OBJECT      MESSAGE
      5s          Warning   BackOff   pod/web-1   Back-off restarting failed container app in pod web-1
      """
    let wide = events(
      "3s          Warning   BackOff   Pod/web-1   spec.containers{app}   "
        + "Back-off restarting failed container app in pod web-1")
    #expect(
      snapshot([wide, narrow]).events.map(\.involvedObject.fieldPath) == ["spec.containers{app}"])
  }

  @Test(
    "call the only container what its events call it",
    arguments: [
      (
        "5s          Normal    Created   pod/web-1   spec.containers{app}   Created container app",
        ["app"]
      ),
      (
        "5s          Warning   BackOff   pod/web-1                          "
          + "Back-off restarting failed container app in pod web-1_shop(0c33)", ["app"]
      ),
      (
        "5s          Normal    Created   pod/web-1   spec.containers{app}   one\n"
          + "5s          Normal    Created   pod/web-1   spec.containers{sidecar}   two", ["#1"]
      ),
      ("5s          Normal    Created   pod/web-2   spec.containers{app}   of another", ["#1"]),
    ])
  func names(_ rows: String, _ expected: [String]) {
    let snapshot = snapshot([pods(Self.row), events(rows)])
    #expect(snapshot.pods.flatMap { $0.spec.containers.map(\.name) } == expected)
    #expect(snapshot.pods.flatMap { $0.status.containerStatuses.map(\.name) } == expected)
  }

  @Test("call the only init container what its events call it")
  func initNames() {
    let snapshot = snapshot([
      pods("web-1   0/1     Init:Error         1          9m"),
      events(
        "5s          Normal    Created   pod/web-1   spec.initContainers{setup}   Created"),
    ])
    #expect(snapshot.pods.flatMap { $0.spec.initContainers.map(\.name) } == ["setup"])
    #expect(snapshot.pods.flatMap { $0.spec.containers.map(\.name) } == ["#1"])
  }
}

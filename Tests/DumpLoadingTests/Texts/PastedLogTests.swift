import DumpLoading
import KubernetesModel
import Testing

@Suite("Logs in pastes")
struct PastedLogTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    /// Each log as `NAMESPACE/POD/CONTAINER: LINES`.
    var logs: [String]
  }

  private static let table = """
    NAME    READY   STATUS             RESTARTS   AGE
    web-1   0/1     CrashLoopBackOff   7          20m

    """

  static let cases = [
    Case(
      testDescription: "with prefixes and times, alone",
      text: """
        [pod/web-1/app] 2026-11-22T10:00:00.123456789Z starting
        [pod/web-1/side] ready
        [pod/web-1/app] 2026-11-22T10:00:01.123456789Z refused
        """, logs: ["default/web-1/app: starting|refused", "default/web-1/side: ready"]),
    Case(
      testDescription: "with prefixes, below a command",
      text: "$ kubectl logs -n shop -l app=web --prefix\n[pod/web-1/app] refused\n$ ls\n",
      logs: ["shop/web-1/app: refused"]),
    Case(
      testDescription: "with prefixes, behind a table",
      text: table + "\n[pod/web-1/app] refused\n  at line 3\n",
      logs: ["default/web-1/app: refused|  at line 3"]),
    Case(
      testDescription: "with times, below a command",
      text: "$ kubectl logs web-1 --timestamps\n2026-11-22T10:00:00.123456789Z refused\n",
      logs: ["/web-1/: refused"]),
    Case(
      testDescription: "of stern",
      text: """
        + web-1 › app
        + web-1 › side
        web-1 app starting
        web-1 side ready
        web-1 app   refused
        - web-1 › app
        """, logs: ["default/web-1/app: starting|  refused", "default/web-1/side: ready"]),
    Case(
      testDescription: "of stern in all namespaces, below its command",
      text: "$ stern -A web\n+ shop web-1 › app\nshop web-1 app refused\n",
      logs: ["shop/web-1/app: refused"]),
    Case(
      testDescription: "of stern without its announcements",
      text: table + "\n$ stern web\nweb-1 app refused\n", logs: ["default/web-1/app: refused"]),
  ]

  @Test("are those of the containers that their lines name", arguments: cases)
  func owners(_ example: Case) {
    let logs = LoadedText(example.text).dump.logs.map { log in
      let lines = String(decoding: log.excerpt.bytes, as: UTF8.self).split(separator: "\n")
      return "\(log.namespace)/\(log.pod)/\(log.container): \(lines.joined(separator: "|"))"
    }
    #expect(logs == example.logs)
  }

  @Test("name the only container of a pod that a table shows")
  func names() {
    let pods = LoadedText(Self.table + "\n[pod/web-1/app] refused\n").pods
    #expect(pods.map(\.spec.containers).map { $0.map(\.name) } == [["app"]])
    #expect(pods.map(\.status.containerStatuses).map { $0.map(\.name) } == [["app"]])
  }
}

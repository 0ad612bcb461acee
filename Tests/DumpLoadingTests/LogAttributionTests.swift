import DumpLoading
import Findings
import Testing

@Suite("Logs among the pods of a dump")
struct LogAttributionTests {
  static let pods = [
    ("shop", "web-7d9c-abcde", ["app", "proxy"]), ("shop", "db-0", ["postgres"]),
    ("prod", "db-0", ["postgres"]), ("kube-system", "coredns-5d78c-x2x4z", ["coredns"]),
  ]
  static let uid = "0a1b2c3d-1111-2222-3333-444455556666"
  static let hash = String(repeating: "0f", count: 32)

  static let paths: [(String, String)] = [
    ("web-7d9c-abcde_app.log", "shop/web-7d9c-abcde/app"),
    ("logs/web-7d9c-abcde.log", "shop/web-7d9c-abcde/app"),
    ("web-7d9c-abcde/proxy.log", "shop/web-7d9c-abcde/proxy"),
    ("shop/web-7d9c-abcde.log", "shop/web-7d9c-abcde/app"),
    ("shop/web-7d9c-abcde/proxy.log", "shop/web-7d9c-abcde/proxy"),
    ("web-7d9c-abcde-proxy.log", "shop/web-7d9c-abcde/proxy"),
    ("web-7d9c-abcde.proxy.log", "shop/web-7d9c-abcde/proxy"),
    ("shop-web-7d9c-abcde-proxy.logs", "shop/web-7d9c-abcde/proxy"),
    ("kubectl-logs-web-7d9c-abcde.log", "shop/web-7d9c-abcde/app"),
    ("web-7d9c-abcde-logs.txt", "shop/web-7d9c-abcde/app"),
    ("prod/db-0.log", "prod/db-0/postgres"),
    ("prod/logs/db-0__postgres.previous.log", "prod/db-0/postgres previous"),
    ("prod_db-0_postgres.log.prev", "prod/db-0/postgres previous"),
    ("previous/prod/db-0.log", "prod/db-0/postgres previous"),
    ("podlogs/coredns-5d78c-x2x4z", "kube-system/coredns-5d78c-x2x4z/coredns"),
    ("podlogs/coredns-5d78c-x2x4z-previous", "kube-system/coredns-5d78c-x2x4z/coredns previous"),
    ("coredns.log", "kube-system/coredns-5d78c-x2x4z/coredns"),
    ("var/log/containers/db-0_prod_postgres-\(hash).log", "prod/db-0/postgres"),
    ("var/log/pods/prod_db-0_\(uid)/postgres/3.log", "prod/db-0/postgres"),
  ]

  @Test("are those of the pod that their path names", arguments: paths)
  func attribution(_ path: String, _ owner: String) {
    #expect(Self.load([path: "hello\n"]).logs.map(\.owner) == [owner])
  }

  @Test(
    "are nobody's where no pod is named", arguments: ["install.log", "web-7d9c-abcde-notes.log"])
  func strangers(_ path: String) {
    let dump = Self.load([path: "hello\n"])
    #expect(dump.logs.isEmpty)
    #expect(dump.passedOver == [path])
  }

  @Test("that could be of several pods are told")
  func ambiguous() {
    let dump = Self.load(["db-0.log": "hello\n"])
    #expect(dump.logs.isEmpty)
    #expect(dump.problems.map(\.kind) == [.unclearLog])
    #expect(dump.problems.first?.says.contains("prod/db-0, shop/db-0") == true)
  }

  @Test("that the kubelet numbers are those of the last run and the one before")
  func numbers() {
    let folder = "pods/prod_db-0_\(Self.uid)/postgres"
    let dump = Self.load([
      "\(folder)/3.log": "three\n", "\(folder)/4.log": "four\n", "\(folder)/2.log": "two\n",
      "\(folder)/4.log.20260812-064207": "before four\n",
    ])
    #expect(
      dump.logs.map { "\($0.owner) \($0.text)" } == [
        "prod/db-0/postgres previous three\n", "prod/db-0/postgres four\n",
        "prod/db-0/postgres before four\n",
      ])
  }

  static let forms: [(String, String, [Int32])] = [
    ("plain\nlines\n", "plain\nlines\n", []),
    (
      """
      2026-08-12T06:42:07.123456789Z stdout F first
      2026-08-12T06:42:08.123456789Z stderr P sec
      2026-08-12T06:42:08.123456790Z stderr F ond
      2026-08-12T06:42:09.123456789Z stdout F third
      """, "first\nsecond\nthird\n", [1, 2, 4]
    ),
    (
      #"""
      {"log":"a \"quoted\" \u003cb\u003e\n","stream":"stdout","time":"2026-08-12T06:42:07.1Z"}
      {"log":"in ","stream":"stdout","time":"2026-08-12T06:42:07.1Z"}
      {"log":"parts\n","stream":"stdout","time":"2026-08-12T06:42:07.1Z"}
      """#, "a \"quoted\" <b>\nin parts\n", [1, 2]
    ),
    (
      """
      2026-08-12T06:42:07.123456789Z panic: x
      2026-08-12T06:42:08.123456789Z
      2026-08-12T06:42:09.123456Z goroutine 1
      """, "panic: x\n\ngoroutine 1\n", [1, 2, 3]
    ),
    ("2026-08-12T06:42:07Z the program's own\n", "2026-08-12T06:42:07Z the program's own\n", []),
  ]

  @Test("are what the program wrote, whatever is put around it", arguments: forms)
  func unwrapped(_ text: String, _ plain: String, _ numbers: [Int32]) throws {
    let log = try #require(Self.load(["shop/db-0.log": text]).logs.first)
    #expect(log.text == plain)
    #expect(log.excerpt.lineNumbers == numbers)
  }

  static let mixtures = [
    """
    [pod/web-7d9c-abcde/app] one
    [pod/web-7d9c-abcde/proxy] two
    [pod/web-7d9c-abcde/app] three
    """,
    """
    [pod/web-7d9c-abcde/app] 2026-08-12T06:42:07.123456789Z one
    [pod/web-7d9c-abcde/proxy] 2026-08-12T06:42:08.123456789Z two
    [pod/web-7d9c-abcde/app] 2026-08-12T06:42:09.123456789Z three
    """,
    """
    web-7d9c-abcde app one
    web-7d9c-abcde proxy two
    web-7d9c-abcde app three
    """,
    """
    shop \u{1B}[36mweb-7d9c-abcde\u{1B}[0m \u{1B}[32mapp\u{1B}[0m one
    shop \u{1B}[36mweb-7d9c-abcde\u{1B}[0m \u{1B}[32mproxy\u{1B}[0m two
    shop \u{1B}[36mweb-7d9c-abcde\u{1B}[0m \u{1B}[32mapp\u{1B}[0m three
    """,
    """
    [web-7d9c-abcde app] one
    [web-7d9c-abcde proxy] two
    [web-7d9c-abcde app] three
    """,
  ]

  @Test("of several containers in one file are taken apart", arguments: mixtures)
  func takenApart(_ text: String) {
    let logs = Self.load(["stern.log": text]).logs
    #expect(logs.map(\.owner) == ["shop/web-7d9c-abcde/app", "shop/web-7d9c-abcde/proxy"])
    #expect(logs.map(\.text) == ["one\nthree\n", "two\n"])
    #expect(logs.map(\.excerpt.lineNumbers) == [[1, 3], [2]])
  }

  private static func load(_ logs: [String: String]) -> LoadedDump {
    let manifests = pods.map { namespace, name, containers in
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: \(name), namespace: \(namespace)}
      spec: {containers: [\(containers.map { "{name: \($0)}" }.joined(separator: ", "))]}
      ---

      """
    }
    let objects = MemoryFile(path: "pods.yaml", bytes: Array(manifests.joined().utf8))
    let files = logs.sorted { $0.key < $1.key }.map {
      MemoryFile(path: $0.key, bytes: Array($0.value.utf8))
    }
    return DumpLoader().load(objects: [objects], logs: files)
  }
}

extension ContainerLog {
  fileprivate var owner: String {
    "\(namespace)/\(pod)/\(container)" + (run == .previous ? " previous" : "")
  }

  fileprivate var text: String { String(decoding: excerpt.bytes, as: UTF8.self) }
}

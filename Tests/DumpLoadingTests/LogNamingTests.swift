import DumpLoading
import Testing

@Suite("Log files")
struct LogNamingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var path: String
    var log: [String]
    var run = ContainerLog.Run.current
    var testDescription: String { path }
  }

  static let cases = [
    Case(path: "logs/web-1__app.log", log: ["", "web-1", "app"]),
    Case(path: "logs/web-1__app.previous.log", log: ["", "web-1", "app"], run: .previous),
    Case(path: "web-1_app.log", log: ["", "web-1", "app"]),
    Case(path: "shop_web-1_app-previous.log", log: ["shop", "web-1", "app"], run: .previous),
    Case(path: "web-1.log", log: ["", "web-1", ""]),
    Case(
      path: "namespaces/shop/pods/web-1/app/app/logs/previous.log", log: ["shop", "web-1", "app"],
      run: .previous),
    Case(path: "shop/web-1/app/logs/current.log", log: ["shop", "web-1", "app"]),
    Case(
      path: "cluster-resources/pods/logs/shop/web-1/app-previous.log",
      log: ["shop", "web-1", "app"], run: .previous),
  ]

  @Test("are known by their names", arguments: cases)
  func naming(_ example: Case) throws {
    let file = MemoryFile(path: example.path, bytes: Array("line\n".utf8))
    let log = try #require(DumpLoader().load(objects: [], logs: [file]).logs.first)
    #expect([log.namespace, log.pod, log.container] == example.log)
    #expect(log.run == example.run)
  }

  @Test("of cluster-info dump are taken apart by their blocks")
  func clusterInfoBlocks() {
    let text = """
      ==== START logs for container app of pod shop/web-1 ====
      one
      ==== END logs for container app of pod shop/web-1 ====
      ==== START logs for container proxy of pod shop/web-1 ====
      two
      """
    let file = MemoryFile(path: "shop/web-1/logs.txt", bytes: Array(text.utf8))
    let logs = DumpLoader().load(objects: [], logs: [file]).logs
    #expect(logs.map(\.container) == ["app", "proxy"])
    #expect(logs.map { String(decoding: $0.excerpt.bytes, as: UTF8.self) } == ["one\n", "two\n"])
  }

  @Test("that hold a refusal instead of a log are not taken for one")
  func refusals() {
    let refusal = "unable to retrieve container logs for containerd://bf22"
    let file = MemoryFile(path: "web-1__app.previous.log", bytes: Array(refusal.utf8))
    #expect(DumpLoader().load(objects: [], logs: [file]).logs.map(\.excerpt.isRefusal) == [true])
  }
}

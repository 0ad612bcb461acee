import DumpLoading
import Findings
import Foundation
import KubernetesModel
import Testing

@Suite("Loading on all processors")
struct ParallelLoadingTests {
  private static func pod(_ number: Int, indent: String) -> String {
    // Every seventh pod has something that is no list of containers.
    let containers = number % 7 == 0 ? "none" : "[{name: c, image: \"i:\(number)\"}]"
    return [
      "apiVersion: v1", "kind: Pod", "metadata: {name: pod-\(number), namespace: shop}",
      "spec: {containers: \(containers)}",
    ].joined(separator: "\n\(indent)")
  }

  private func list(of count: Int) -> String {
    let items = (0..<count).map { "- " + Self.pod($0, indent: "  ") + "\n" }
    return "apiVersion: v1\nkind: List\nitems:\n" + items.joined()
  }

  private func load(_ text: String) -> LoadedDump {
    let file = MemoryFile(path: "pods.yaml", bytes: Array(text.utf8))
    return DumpLoader().load(objects: [file], logs: [])
  }

  @Test("a long list holds what its objects hold one by one", arguments: [1, 127, 128, 300, 4_000])
  func lists(count: Int) {
    let listed = load(list(of: count))
    let alone = load((0..<count).map { Self.pod($0, indent: "") + "\n---\n" }.joined())
    #expect(listed.snapshot.pods == alone.snapshot.pods)
    #expect(listed.snapshot.pods.count == count)
    #expect(listed.problems.map(\.object) == alone.problems.map(\.object))
    // Of one file 200 are told, and how many more there are.
    #expect(listed.problems.count == min((count + 6) / 7, 201))
  }

  @Test("many files are read in the order of their names") func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for number in 0..<40 {
      let text = list(of: 100 + number) + "# " + String(repeating: "x", count: 8_192) + "\n"
      try Data(text.utf8).write(to: folder.appending(path: "\(100 + number).yaml"))
    }
    let path = folder.path(percentEncoded: false)
    let (first, second) = (DumpLoader().load([path]), DumpLoader().load([path]))
    #expect(first.snapshot.pods.count == 139)
    #expect(first.snapshot.pods == second.snapshot.pods)
    #expect(first.problems == second.problems)
    #expect(first.digest == second.digest)
  }
}

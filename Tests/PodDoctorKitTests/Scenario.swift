import Foundation
import YAML

/// A recorded failure of a real cluster, with what is known to be wrong in it.
struct Scenario: Sendable {
  var name: String
  var folder: URL
  /// The namespace to diagnose.
  var namespace: String
  /// The causes that are right: the true one, and others that are as good.
  var causes: Set<String>
  /// The objects, as `Kind/name`, that may be named as the one to change; empty when any may.
  var objects: Set<String>

  var dump: String { folder.appending(path: "dump").path(percentEncoded: false) }
  var isHealthy: Bool { causes.contains("healthy") }

  /// All scenarios that ship with the sources, those with many faults in one cluster left out.
  static let all: [Scenario] = {
    let folders = try? FileManager.default.contentsOfDirectory(
      at: root, includingPropertiesForKeys: nil)
    return (folders ?? []).sorted { $0.path < $1.path }.compactMap(Scenario.init)
  }()

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Scenarios")

  private init?(_ folder: URL) {
    guard let bytes = try? Data(contentsOf: folder.appending(path: "truth.yaml")),
      let truth = DocumentReader().read([UInt8](bytes), file: "truth.yaml").documents.first?.root,
      let cause = truth["cause"]?.string
    else { return nil }
    name = folder.lastPathComponent
    self.folder = folder
    namespace = truth["namespace"]?.string ?? ""
    causes = Set([cause] + (truth["accept"]?.elements.compactMap(\.string) ?? []))
    let object = truth["object"]?.string ?? ""
    let others = truth["acceptObjects"]?.elements.compactMap(\.string) ?? []
    objects = object.isEmpty ? [] : Set([object] + others)
  }
}

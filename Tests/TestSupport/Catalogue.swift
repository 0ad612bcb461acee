package import Foundation

/// Facts about Kubernetes that stand beside the sources and are no part of them: words of events and states, texts of
/// components and programs, each with what it means.
package enum Catalogue {
  /// The folder that `PODDOCTOR_CATALOGUE` names, else the one beside the sources; nil when neither is there.
  package static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["PODDOCTOR_CATALOGUE"].map {
      URL(filePath: $0)
    }
    return [named, packageRoot.appending(path: "../shared/catalogue")].compactMap(\.self).first {
      FileManager.default.fileExists(atPath: $0.path(percentEncoded: false))
    }
  }()

  /// The text of one of its files; nil when the catalogue is not there.
  package static func text(_ name: String) throws -> String? {
    try folder.map { try String(contentsOf: $0.appending(path: name), encoding: .utf8) }
  }

  private static let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

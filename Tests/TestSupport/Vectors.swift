package import Foundation

/// Recorded answers of the real Kubernetes: samples that come with the sources, or a folder with more of the same kinds.
package enum Vectors {
  /// The folder that `PODDOCTOR_VECTORS` names, else `Fixtures/Vectors`.
  package static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["PODDOCTOR_VECTORS"], !path.isEmpty {
      return URL(filePath: path)
    }
    return packageRoot.appending(path: "Fixtures/Vectors")
  }()

  /// The file of recorded vectors at `path`.
  package static func file(_ path: String) -> URL { folder.appending(path: path) }

  /// The content of a vector file.
  package static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: file(path)))
  }

  /// A public suite that is not copied into the sources; nil when it is not there, and its tests say so.
  package static func publicSuite(_ path: String) -> URL? {
    [folder, packageRoot.appending(path: "../shared/vectors")]
      .map { $0.appending(path: path) }
      .first { FileManager.default.fileExists(atPath: $0.path(percentEncoded: false)) }
  }

  private static let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

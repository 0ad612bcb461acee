package import Foundation

/// Finds the recorded answers of the programs whose behaviour poddoctor reproduces.
package enum Vectors {
  /// The file of recorded vectors at `path`, in `PODDOCTOR_VECTORS` where that is set, else in the repository.
  package static func file(_ path: String) -> URL {
    folder.appending(path: path)
  }

  /// The file of a public suite, which lies beside the repository or in `PODDOCTOR_VECTORS`; nil when it is nowhere.
  package static func suite(_ path: String) -> URL? {
    let folders = [folder, package.deletingLastPathComponent().appending(path: "shared/vectors")]
    return
      (folders + worktreeFolders).map { $0.appending(path: path) }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// The content of a vector file.
  package static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: file(path)))
  }

  private static let folder: URL =
    ProcessInfo.processInfo.environment["PODDOCTOR_VECTORS"].map { URL(filePath: $0) }
    ?? package.appending(path: "Fixtures/Vectors")

  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A second checkout of the repository often lies one folder deeper than the first.
  private static let worktreeFolders = [
    package.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/vectors")
  ]
}

import Basics

/// The path of a file in a bundle, as layouts look at it.
struct LayoutPath {
  let folders: [String]
  let file: String

  /// Nil for a path without a file.
  init?(_ path: String) {
    let parts = path.pathParts
    guard let file = parts.last else { return nil }
    self.file = file
    folders = Array(parts.dropLast())
  }

  /// The folders behind the last one of this name; nil when there is none.
  func folders(behind name: String) -> [String]? {
    folders.lastIndex(of: name).map { Array(folders[($0 + 1)...]) }
  }

  func isUnder(_ name: String) -> Bool { folders.contains(name) }

  /// The file's name without this ending; nil when it has another.
  func stem(without ending: String) -> String? {
    file.hasSuffix(ending) ? String(file.dropLast(ending.count)) : nil
  }

  /// The file's name without its last ending.
  var stem: String { file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file }
}

import Foundation
import Testing

/// A Swift file of the product, read as text.
struct SourceFile: Sendable, CustomTestStringConvertible {
  var module: String
  var path: String
  var lines: [String]

  var testDescription: String { path }

  /// The modules that the file imports, whatever the access level or attributes of the import.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count else {
        return nil
      }
      let before = words[..<keyword]
      let areModifiers = before.allSatisfy {
        ["public", "package", "internal", "private", "fileprivate"].contains($0)
          || $0.hasPrefix("@")
      }
      let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      let name = kinds.contains(words[keyword + 1]) ? words.last ?? "" : words[keyword + 1]
      return areModifiers ? String(name.prefix { $0 != "." }) : nil
    }
  }

  /// Every Swift file under `Sources`, in the order of their paths.
  static let all: [SourceFile] = {
    let sources = root.appending(path: "Sources")
    let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let text = try? String(contentsOf: sources.appending(path: path), encoding: .utf8)
      else {
        return nil
      }
      return SourceFile(
        module: String(path.prefix { $0 != "/" }), path: path,
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
  }()

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

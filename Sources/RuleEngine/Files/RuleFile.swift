import Provenance

/// A file of a rule folder: its path as the user gave it, and its text.
package struct RuleFile: Hashable, Sendable {
  package var path: String
  package var text: String
  /// Whether the text is a document that was packed, and so found right, at build time.
  package var isPacked: Bool

  package init(path: String, text: String, isPacked: Bool = false) {
    self.path = path
    self.text = text
    self.isPacked = isPacked
  }

  /// The file's name without folders.
  package var name: String {
    String(
      path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] } ?? path[...]
    )
  }

  /// The name of the folder that the file is in; empty when the path has none.
  package var folder: String {
    path.split(separator: "/").dropLast().last.map(String.init) ?? ""
  }

  /// The file's name without folders and ending: the name that its rule has to bear.
  package var stem: String {
    let name = name
    return String(name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? name[...])
  }

  /// The place where the file begins.
  var start: Place { Place(file: path, mark: Mark(line: 1, column: 1)) }

  /// What the file holds, by its name.
  package var role: Role {
    switch name {
    case "remedies.yaml": .remedies
    case "vocabulary.yaml": .vocabulary
    case _ where folder == "signatures": .signatures
    case _ where folder == "glossary": .glossary
    default: .rule
    }
  }

  /// The kinds of files that a rule folder holds.
  package enum Role: Sendable {
    case rule, remedies, vocabulary, signatures, glossary
  }
}

/// One declaration of a schema's text: a type with fields, or types that are kinds of another.
struct SchemaDeclaration: Sendable {
  let package: String
  /// Whether it names types that are kinds of the type `name`.
  let isKind: Bool
  let name: Substring
  /// What follows the name, on this line and those that continue it.
  private var rest: Substring

  /// The fields, or the names of the kinds.
  var words: [Substring] {
    rest.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { Substring($0) }
  }

  /// The declarations of a text, in order.
  static func all(in text: String) -> [SchemaDeclaration] {
    var declarations: [SchemaDeclaration] = []
    var package = ""
    for line in text.utf8.split(separator: UInt8(ascii: "\n")).map({ Substring($0) }) {
      let (head, rest) = firstWord(of: line)
      if head.isEmpty {
        let begun = declarations[declarations.count - 1].rest.startIndex
        declarations[declarations.count - 1].rest = text[begun..<line.endIndex]
      } else if head == "package" {
        package = String(rest)
      } else {
        let isKind = head == "="
        let (name, words) = isKind ? firstWord(of: rest) : (head, rest)
        declarations.append(
          SchemaDeclaration(package: package, isKind: isKind, name: name, rest: words))
      }
    }
    return declarations
  }

  /// What stands before the first space, and what behind it.
  private static func firstWord(of text: Substring) -> (Substring, rest: Substring) {
    let end = text.utf8.firstIndex(of: UInt8(ascii: " ")) ?? text.endIndex
    let next = end == text.endIndex ? end : text.utf8.index(after: end)
    return (text[..<end], text[next...])
  }
}

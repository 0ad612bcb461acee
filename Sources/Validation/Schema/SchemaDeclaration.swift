/// One declaration of a schema's text, whose continued lines are indented.
struct SchemaDeclaration {
  let package: String
  let isKind: Bool
  let name: Substring
  var words: [Substring]

  /// The declarations of a text, in order.
  static func all(in text: String) -> [SchemaDeclaration] {
    var declarations: [SchemaDeclaration] = []
    var package = ""
    for line in text.split(separator: "\n") {
      var words = line.split(separator: " ")
      if line.first == " " {
        declarations[declarations.count - 1].words += words
        continue
      }
      let head = words.removeFirst()
      if head == "package" {
        package = words.joined()
      } else {
        let isKind = head == "="
        let name = isKind ? words.removeFirst() : head
        declarations.append(
          SchemaDeclaration(package: package, isKind: isKind, name: name, words: words))
      }
    }
    return declarations
  }
}

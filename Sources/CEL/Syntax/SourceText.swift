/// The text of an expression, to show places in it.
package struct SourceText: Sendable {
  package let text: String

  init(_ text: String) {
    self.text = text
  }

  /// The line and column of a place, both from one, columns in Unicode scalars.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    var (line, column) = (1, 1)
    for byte in text.utf8.prefix(offset) {
      if byte == 10 {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  /// The message with the line of the place and a caret under it, as cel-go prints errors.
  func rendering(_ message: String, at offset: Int) -> String {
    let (line, column) = position(of: offset)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = line <= lines.count ? lines[line - 1] : ""
    var caret = ""
    for scalar in shown.unicodeScalars.prefix(column - 1) { caret += scalar.isASCII ? "." : "．" }
    let marked = shown.unicodeScalars.dropFirst(column - 1).first
    caret += marked?.isASCII ?? true ? "^" : "＾"
    let tabless = String(shown.map { $0 == "\t" ? " " : $0 })
    return "ERROR: <input>:\(line):\(column): \(message)\n | \(tabless)\n | \(caret)"
  }
}

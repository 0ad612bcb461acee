package import Basics

/// Writes one YAML document in block style, as kubectl prints it.
package struct BlockYAMLWriter: StructureWriter, ~Copyable {
  /// What stands on the line before the value that comes next.
  private enum Position {
    case top, key, dash
  }

  private var output: ByteWriter
  private var position = Position.top
  /// The column of the mapping or sequence that is being written.
  private var column = 0
  /// Whether the next key or dash goes on the line that has been begun.
  private var isOnFreshLine = true
  private var isEmpty = true

  package init(into output: consuming ByteWriter) {
    self.output = output
  }

  package consuming func finish() -> ByteWriter {
    output
  }

  package mutating func object(_ body: (inout BlockYAMLWriter) -> Void) {
    nest(empty: "{}", indent: position == .top ? 0 : 2, body)
  }

  package mutating func array<Elements: Sequence>(
    of elements: Elements, _ body: (inout BlockYAMLWriter, Elements.Element) -> Void
  ) {
    nest(empty: "[]", indent: position == .dash ? 2 : 0) { yaml in
      for element in elements {
        yaml.beginLine()
        yaml.output.write("-")
        yaml.position = .dash
        body(&yaml, element)
      }
    }
  }

  package mutating func key(_ name: String) {
    beginLine()
    write(scalar: name)
    output.write(":")
    position = .key
  }

  package mutating func string(_ text: String) {
    if position != .top { output.write(" ") }
    if YAMLText.fitsLiteralBlock(text) {
      write(block: text)
    } else {
      write(scalar: text)
    }
  }

  package mutating func number(text: String) {
    if position != .top { output.write(" ") }
    output.write(text)
  }

  private mutating func nest(
    empty: String, indent: Int, _ body: (inout BlockYAMLWriter) -> Void
  ) {
    let (outerColumn, outerPosition) = (column, position)
    column += indent
    isOnFreshLine = position != .key
    isEmpty = true
    body(&self)
    if isEmpty { output.write(outerPosition == .top ? empty : " \(empty)") }
    isEmpty = false
    isOnFreshLine = false
    column = outerColumn
  }

  private mutating func beginLine() {
    if !isOnFreshLine {
      output.write("\n")
      output.indent(by: column)
    } else if position == .dash {
      output.write(" ")
    }
    isOnFreshLine = false
    isEmpty = false
  }

  private mutating func write(scalar text: String) {
    if YAMLText.isPlain(text) {
      output.write(text)
    } else {
      output.write(quoted: text.utf8)
    }
  }

  private mutating func write(block text: String) {
    let endsLine = text.hasSuffix("\n")
    output.write(endsLine ? "|" : "|-")
    for line in text.dropLast(endsLine ? 1 : 0).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      output.write("\n")
      guard !line.isEmpty else { continue }
      output.indent(by: column + 2)
      output.write(String(line))
    }
  }
}

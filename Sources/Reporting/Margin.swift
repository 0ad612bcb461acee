/// What stands left of a paragraph: labels on its first line, as much space on the others.
package struct Margin {
  struct Part {
    var text: String
    var emphasis: Emphasis
  }

  var indent: Int
  var parts: [Part] = []

  package init(_ indent: Int) {
    self.indent = indent
  }

  package var columns: Int {
    parts.reduce(indent) { $0 + Displayed.columns(of: $1.text) }
  }

  /// The margin of what comes below the first line.
  package var continued: Margin { Margin(columns) }

  /// This margin with a label, padded to `columns`.
  package func labelled(_ label: String, _ emphasis: Emphasis, columns: Int) -> Margin {
    var margin = self
    let padding = max(1, columns - Displayed.columns(of: label))
    margin.parts.append(Part(text: label, emphasis: emphasis))
    margin.parts.append(Part(text: String(repeating: " ", count: padding), emphasis: .none))
    return margin
  }
}

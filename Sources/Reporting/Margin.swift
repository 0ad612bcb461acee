/// What stands left of a paragraph: labels on its first line, as much space on the others.
package struct Margin {
  struct Part {
    var text: String
    var emphasis: Emphasis
    /// The spaces behind it.
    var padding: Int
  }

  let indent: Int
  private(set) var parts: [Part] = []
  package private(set) var columns: Int

  package init(_ indent: Int) {
    self.indent = indent
    columns = indent
  }

  /// The margin of what comes below the first line.
  package var continued: Margin { Margin(columns) }

  /// This margin with a label, padded to `columns`.
  package consuming func labelled(_ label: String, _ emphasis: Emphasis, columns: Int) -> Margin {
    var margin = self
    let own = Displayed.columns(of: label)
    let padding = max(1, columns - own)
    // As many labels as most have, so that the second one moves nothing.
    if margin.parts.isEmpty { margin.parts.reserveCapacity(2) }
    margin.parts.append(Part(text: label, emphasis: emphasis, padding: padding))
    margin.columns += own + padding
    return margin
  }
}

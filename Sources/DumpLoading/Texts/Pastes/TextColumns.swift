import Findings
import Provenance
import YAML

/// Leads the columns of a paste that was cleaned back to those of the text as it stands in the file.
///
/// Tabs became blanks, and what a screen had wrapped was joined, so that a column may lie past the end of its line.
struct TextColumns: Sendable {
  private let lines: [TextLine]
  private let shifts: [Int: Int]

  /// - Parameters:
  ///   - lines: the lines of the file.
  ///   - shifts: by how many blanks a line was indented more, by its number.
  init(of lines: [TextLine], shifts: [Int: Int]) {
    self.lines = lines
    self.shifts = shifts
  }

  /// The column in the file; at most the one behind the end of the line.
  func column(_ column: Int, line: Int) -> Int {
    guard lines.indices.contains(line - 1) else { return 1 }
    let bytes = lines[line - 1].bytes
    let column = shifts[line].map { max(1, column - $0) } ?? column
    guard bytes.contains(UInt8(ascii: "\t")) else { return min(column, bytes.count + 1) }
    var width = 0
    for (index, octet) in bytes.enumerated() {
      if width + 1 >= column { return index + 1 }
      width += octet == UInt8(ascii: "\t") ? PasteCleaner.widthOfTab(at: width) : 1
    }
    return bytes.count + 1
  }

  func settled(_ document: Document) -> Document {
    document.withColumns { column($1, line: $0) }
  }

  func settled(_ problem: LoadProblem) -> LoadProblem {
    var problem = problem
    let mark = problem.place.mark
    problem.place.mark.column = Int32(
      clamping: column(Int(mark.column), line: Int(mark.line)))
    return problem
  }
}

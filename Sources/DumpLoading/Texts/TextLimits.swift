import Findings
import Provenance

/// How much of one text for people is read.
enum TextLimits {
  static let size = 128 << 20
  private static let lines = 4_000_000

  /// The text up to the limits, and that more of it was left out.
  static func bounded(_ text: [UInt8], file: String) -> (bytes: [UInt8], excess: [LoadProblem]) {
    var count = 0
    var end = text.startIndex
    while count < lines, end < text.endIndex {
      let lineEnd = text[end...].firstIndex(of: 10).map { $0 + 1 } ?? text.endIndex
      guard lineEnd <= size else { break }
      count += 1
      end = lineEnd
    }
    guard end < text.endIndex else { return (text, []) }
    let place = Place(file: file, mark: Mark(line: count + 1, column: 1))
    let says =
      "a text is read up to \(size >> 20) MiB and \(lines) lines; what follows is left out"
    return (Array(text[..<end]), [LoadProblem(.tooLarge, at: place, says: says)])
  }
}

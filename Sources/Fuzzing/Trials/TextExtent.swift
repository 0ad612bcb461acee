import Provenance

/// How many lines a text has, and how long they are.
///
/// YAML ends lines at more characters than other texts do; where such stand in a text, only the sum of all is known.
struct TextExtent {
  private let lengths: [Int]
  private let byteCount: Int
  /// Whether lines and columns of the bytes are not those of the text.
  private let isRecoded: Bool
  private let otherBreaks: Int

  init(of bytes: [UInt8]) {
    byteCount = bytes.count
    isRecoded = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    lengths = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(\.count)
    otherBreaks = bytes.count { $0 == 0x0D || $0 == 0x85 || $0 == 0xA8 || $0 == 0xA9 }
  }

  /// Whether a mark lies in the text or right behind a line of it.
  func contains(_ mark: Mark) -> Bool {
    guard mark.line >= 1, mark.column >= 1 else { return false }
    if isRecoded { return true }
    if otherBreaks > 0 {
      return mark.line <= lengths.count + 1 + otherBreaks && Int(mark.column) <= byteCount + 1
    }
    // What is missing at the end of a text is missed on the line behind it.
    if Int(mark.line) == lengths.count + 1 { return mark.column == 1 }
    guard Int(mark.line) <= lengths.count else { return false }
    return Int(mark.column) <= lengths[Int(mark.line) - 1] + 1
  }
}

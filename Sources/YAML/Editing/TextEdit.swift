/// Octets of a text that others replace.
struct TextEdit: Hashable, Sendable {
  var range: Range<Int>
  var replacement: [UInt8]

  init(_ range: Range<Int>, _ replacement: String) {
    self.range = range
    self.replacement = Array(replacement.utf8)
  }

  /// The text with all edits made, from its end on; nil when two of them overlap.
  static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8]? {
    var bytes = bytes
    var limit = bytes.count
    let ordered = edits.enumerated().sorted {
      ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
        < ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
    }
    for (_, edit) in ordered {
      guard edit.range.upperBound <= limit else { return nil }
      bytes.replaceSubrange(edit.range, with: edit.replacement)
      limit = edit.range.lowerBound
    }
    return bytes
  }
}

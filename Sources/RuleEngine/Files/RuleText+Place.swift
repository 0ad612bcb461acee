import Provenance

extension RuleText {
  /// The place of a byte of a text that stands on one line, which is where errors in it point.
  func place(ofOffset offset: Int) -> Place {
    let before = value.utf8.prefix(max(0, offset))
    guard !value.utf8.contains(UInt8(ascii: "\n")) else { return place }
    let columns = before.count { $0 & 0xC0 != 0x80 }
    return Place(
      file: place.file, mark: Mark(line: place.line, column: place.column + indent + columns))
  }
}

extension TextLine {
  /// How many spaces stand before the text; 0 for a blank line.
  var indent: Int { content.isEmpty ? 0 : content.startIndex - bytes.startIndex }

  /// The line without the blanks around it.
  var content: ArraySlice<UInt8> { bytes.trimmingBlanks() }

  var isBlank: Bool { bytes.allSatisfy(\.isBlank) }

  /// The line without the blanks around it.
  var text: String { String(decoding: content, as: UTF8.self) }

  /// Whether the line begins with `prefix` once blanks before it are left out.
  func begins(with prefix: StaticString) -> Bool {
    content.begins(with: prefix)
  }
}

extension UInt8 {
  /// Whether the octet is a space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var isUppercaseLetter: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }

  var isLetter: Bool {
    isUppercaseLetter || (self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z"))
  }
}

extension ArraySlice<UInt8> {
  /// What is left without blanks at both ends.
  func trimmingBlanks() -> ArraySlice<UInt8> {
    var (start, end) = (startIndex, endIndex)
    while start < end, self[start].isBlank { start += 1 }
    while start < end, self[end - 1].isBlank { end -= 1 }
    return self[start..<end]
  }

  func begins(with prefix: StaticString) -> Bool {
    guard count >= prefix.utf8CodeUnitCount else { return false }
    return equals(prefix, upTo: startIndex + prefix.utf8CodeUnitCount)
  }

  /// Whether this is exactly `text`.
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && equals(text, upTo: endIndex)
  }

  private func equals(_ text: StaticString, upTo end: Int) -> Bool {
    text.withUTF8Buffer { unsafe $0.elementsEqual(self[startIndex..<end]) }
  }

  /// The words between blanks.
  var words: [ArraySlice<UInt8>] {
    split { $0.isBlank }
  }

  /// The cells of a row whose columns are kept apart by two blanks or more, at most `limit` of them.
  func cells(limit: Int = .max) -> [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    var rest = trimmingBlanks()
    while !rest.isEmpty {
      guard cells.count < limit - 1, let gap = rest.indexOfGap() else {
        cells.append(rest)
        break
      }
      cells.append(rest[rest.startIndex..<gap])
      rest = rest[gap...].trimmingBlanks()
    }
    return cells
  }

  /// Where two blanks, or a tab, begin.
  func indexOfGap() -> Int? {
    var index = startIndex
    while index < endIndex {
      if self[index] == UInt8(ascii: "\t") { return index }
      if self[index].isBlank, index + 1 < endIndex, self[index + 1].isBlank { return index }
      index += 1
    }
    return nil
  }
}

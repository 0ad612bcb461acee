extension String {
  /// Whether every octet of the text is one of these, which are ASCII.
  package func hasOnlyOctets(in range: ClosedRange<UInt8>) -> Bool {
    let octets = utf8Span.span
    var offset = 0
    while offset + 8 <= octets.count {
      guard Self.hasOnlyOctets(octets.word(at: offset), in: range) else { return false }
      offset += 8
    }
    for index in offset..<octets.count where !range.contains(octets[index]) { return false }
    return true
  }

  /// Whether each of eight octets is one of these: their highest bits tell, once the bounds are added and taken away.
  private static func hasOnlyOctets(_ word: UInt64, in range: ClosedRange<UInt8>) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highest = ones &* 0x80
    let above = word | (word &+ ones &* UInt64(0x7F &- range.upperBound))
    let notBelow = (word | highest) &- ones &* UInt64(range.lowerBound)
    return (above & highest) == 0 && (notBelow & highest) == highest
  }

  /// Whether the octets of `text` occur in this text.
  ///
  /// `contains` of the standard library compares characters, and makes a table of them for each search.
  package func holds(_ text: String) -> Bool {
    text.isEmpty || utf8Span.span.firstPlace(of: text.utf8Span.span) != nil
  }
}

extension String {
  /// The first place where `text` stands in this string.
  package func range(of text: String) -> Range<Index>? { self[...].range(of: text) }
}

extension Substring {
  /// The first place where `text` stands in this text.
  ///
  /// Texts are ASCII mostly, where octets are characters; only others are searched by these.
  package func range(of text: String) -> Range<Index>? {
    let octets = utf8Span.span
    for index in octets.indices where octets[index] >= 0x80 || octets[index] == 0x0D {
      return rangeOfCharacters(of: text)
    }
    guard !text.isEmpty, let place = octets.firstPlace(of: text.utf8Span.span) else { return nil }
    let start = utf8.index(startIndex, offsetBy: place)
    return start..<utf8.index(start, offsetBy: text.utf8.count)
  }

  private func rangeOfCharacters(of text: String) -> Range<Index>? {
    guard let first = text.first else { return nil }
    var start = startIndex
    while let candidate = self[start...].firstIndex(of: first) {
      if self[candidate...].hasPrefix(text) {
        return candidate..<index(candidate, offsetBy: text.count)
      }
      start = index(after: candidate)
    }
    return nil
  }
}

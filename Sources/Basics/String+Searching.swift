extension String {
  /// Whether every octet of the text is one of these.
  package func hasOnlyOctets(in range: ClosedRange<UInt8>) -> Bool {
    let octets = utf8Span.span
    for index in octets.indices where !range.contains(octets[index]) { return false }
    return true
  }

  /// Whether the octets of `text` occur in this text.
  ///
  /// `contains` of the standard library compares characters, and makes a table of them for each search.
  package func holds(_ text: String) -> Bool {
    text.isEmpty || utf8Span.span.firstPlace(of: text.utf8Span.span) != nil
  }
}

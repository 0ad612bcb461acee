extension String {
  /// Whether the octets of `text` occur in this text.
  ///
  /// `contains` of the standard library compares characters, and makes a table of them for each search.
  package func holds(_ text: String) -> Bool {
    text.isEmpty || utf8Span.span.firstPlace(of: Array(text.utf8)) != nil
  }
}

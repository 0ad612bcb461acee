extension String {
  /// This text with what a terminal would obey made visible, as in `\u{1B}`.
  package var escapingControls: String {
    guard unicodeScalars.contains(where: \.isHarmful) else { return self }
    return unicodeScalars.map { $0.isHarmful ? $0.escaped(asASCII: true) : String($0) }.joined()
  }
}

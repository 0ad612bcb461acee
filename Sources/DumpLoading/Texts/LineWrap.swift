/// Puts together again what a terminal or a mail wrapped to its width.
struct LineWrap: Sendable {
  private static let narrowestScreen = 60
  /// Where mails and chats wrap lines, between words.
  private static let widthsOfMail = 70...140

  /// How long the longest lines are, in characters.
  private let width: Int
  /// Whether lines end there because there was no room for more.
  private let isWidthOfScreen: Bool

  /// Takes the width from the lines around those that were wrapped.
  init(of lines: some Sequence<TextLine>) {
    var (width, count) = (0, 0)
    for line in lines {
      let length = line.scalarCount
      if length > width {
        (width, count) = (length, 1)
      } else if length == width {
        count += 1
      }
    }
    self.width = width
    isWidthOfScreen = width >= Self.narrowestScreen && (count > 1 || Self.isUsualScreen(width))
  }

  /// Whether screens often have this width, so that one line is enough to show it.
  private static func isUsualScreen(_ width: Int) -> Bool {
    width >= 80 && width % 10 == 0 || width == 132
  }

  /// How a line goes on.
  enum Break {
    /// In the middle of a word or behind a blank, where the screen ended.
    case hard
    /// Between two words, the second of which had no room.
    case soft
    /// In the text itself.
    case own
    /// In the text itself or between two words: nothing tells where a mail broke its lines but the line itself.
    case unclear
  }

  /// What is left before the lines that go on.
  enum Margin {
    case kept, dropped
  }

  /// Why the text of a line breaks off before the next.
  func end(of line: TextLine, before next: TextLine) -> Break {
    let length = line.scalarCount
    if length == width, isWidthOfScreen { return .hard }
    guard let word = next.content.words.first, Self.widthsOfMail.contains(width) else {
      return .own
    }
    guard next.indent < 2, length + 1 + LineField.scalarCount(of: word) > width else { return .own }
    return length == width ? .unclear : .soft
  }

  /// Whether one of the lines was certainly wrapped.
  func hasWrapped(_ lines: some Collection<TextLine>) -> Bool {
    zip(lines, lines.dropFirst()).contains { line, next in
      switch end(of: line, before: next) {
      case .hard, .soft: true
      case .own, .unclear: false
      }
    }
  }

  /// The text of several lines, each joined to the one before as it was before it was wrapped.
  func joined(_ lines: [TextLine], margin: Margin) -> [UInt8] {
    guard var text = lines.first.map({ Array($0.bytes) }) else { return [] }
    let isWrapped = hasWrapped(lines)
    for (line, next) in zip(lines, lines.dropFirst()) {
      switch end(of: line, before: next) {
      case .hard: text += next.bytes
      case .soft,
        .unclear where isWrapped:
        while text.last?.isBlank == true { text.removeLast() }
        text += [UInt8(ascii: " ")] + next.content
      case .own, .unclear:
        text += [UInt8(ascii: "\n")] + (margin == .kept ? next.bytes : next.content)
      }
    }
    return text
  }
}

extension TextLine {
  /// How many characters the line has, without blanks at its end.
  var scalarCount: Int {
    LineField.scalarCount(of: bytes[..<max(bytes.startIndex, content.endIndex)])
  }
}

/// What a piece of text is, from which its colour follows; the words alone must carry the meaning.
package enum Emphasis {
  case none, strong, faint, error, warning, info, good, command
}

/// Whether text is coloured.
package enum Palette: Sendable {
  case plain, ansi

  func paint(_ text: String, _ emphasis: Emphasis) -> String {
    guard self == .ansi, !text.isEmpty, let code = emphasis.code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension Emphasis {
  /// Only the eight basic colours, which every theme keeps readable.
  fileprivate var code: String? {
    switch self {
    case .none: nil
    case .strong: "1"
    case .faint: "2"
    case .error: "1;31"
    case .warning: "1;33"
    case .info: "34"
    case .good: "32"
    case .command: "36"
    }
  }
}

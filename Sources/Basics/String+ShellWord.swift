extension String {
  /// The text as one word of a shell command, quoted where the shell would read more than a word.
  package var shellWord: String {
    if !isEmpty, utf8.allSatisfy({ $0.isPlainInShell }) { return self }
    let parts = split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }
}

extension UInt8 {
  fileprivate var isPlainInShell: Bool {
    if self &- 48 < 10 || (self | 0x20) &- 97 < 26 { return true }
    return switch self {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: ","),
      UInt8(ascii: "+"), UInt8(ascii: "%"):
      true
    default: false
    }
  }
}

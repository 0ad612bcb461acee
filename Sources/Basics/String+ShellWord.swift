extension String {
  /// The text as one word of a shell command, quoted where the shell would read more than a word.
  package var shellWord: String {
    if !isEmpty, utf8.allSatisfy(\.isPlainInShell) { return self }
    let parts = split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }
}

extension UInt8 {
  fileprivate var isPlainInShell: Bool {
    self &- 48 < 10 || (self | 0x20) &- 97 < 26 || "-_./:=@,+%".utf8.contains(self)
  }
}

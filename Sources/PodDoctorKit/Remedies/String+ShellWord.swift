extension String {
  /// The text as one word of a shell command, quoted where the shell would read more.
  var shellWord: String {
    let isPlain =
      !isEmpty
      && utf8.allSatisfy { byte in
        byte >= 48 && byte <= 57 || byte | 0x20 >= 97 && byte | 0x20 <= 122
          || "-_./=:,@%+".utf8.contains(byte)
      }
    return isPlain
      ? self
      : "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
        + "'"
  }
}

extension CredentialBlotter {
  /// The value that follows a name with `=` or `:` between.
  func value(after end: Int, _ name: CredentialName) -> Range<Int>? {
    var start = end
    var isColon = false
    let gap = bytes[start...].prefix(8).prefix { "\"'\\ \t".utf8.contains($0) }.count
    start += gap
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "="): break
    case UInt8(ascii: ":"): isColon = true
    default: return nil
    }
    start += 1
    if isColon, start < bytes.count, bytes[start] == UInt8(ascii: "=") { start += 1 }
    let blanks = bytes[start...].prefix(64).prefix { $0 == 32 || $0 == 9 }.count
    start += blanks
    guard let value = value(at: start) else { return nil }
    guard name == .certain else {
      return CredentialToken.isRandom(bytes[value], atLeast: 12) ? value : nil
    }
    if isColon, blanks > 0, gap == 0, isOrdinaryWord(value), !isAtLineStart(end) { return nil }
    return value
  }

  /// The value that begins here, in quotation marks or bare; nil for what is no value or no secret.
  private func value(at start: Int) -> Range<Int>? {
    let marks = bytes[start...].prefix(4).prefix { "\"'\\`".utf8.contains($0) }
    let body = start + marks.count + lengthOfScheme(at: start + marks.count)
    guard body < bytes.count else { return nil }
    if marks.isEmpty, let block = blockValue(at: start) { return block }
    let end = marks.last.map { endOfQuoted(at: body, by: $0) } ?? endOfBare(at: body)
    let value = body..<end
    return isHarmless(bytes[value]) ? nil : value
  }

  /// How much of a header's value only says what kind of credential follows: `Bearer `.
  private func lengthOfScheme(at start: Int) -> Int {
    let word = bytes[start...].prefix(12).prefix { CredentialToken.isAlphanumeric($0) }
    guard word.endIndex < bytes.count, bytes[word.endIndex] == 32,
      Self.schemes.contains(where: { word.lowercasedIs($0) })
    else { return 0 }
    return word.count + 1
  }

  private static let schemes: [StaticString] = [
    "bearer", "basic", "digest", "token", "negotiate", "apikey",
  ]

  /// The lines behind `|` or `>` of YAML that are further in than the margin.
  private func blockValue(at start: Int) -> Range<Int>? {
    guard bytes[start] == UInt8(ascii: "|") || bytes[start] == UInt8(ascii: ">") else { return nil }
    let head = bytes[start...].prefix(4).prefix { "|>+-".utf8.contains($0) }
    guard head.endIndex < bytes.count, bytes[head.endIndex] == 10 else { return nil }
    var end = head.endIndex + 1
    while end < bytes.count, bytes[end] == 32 || bytes[end] == 10 {
      end = (bytes[end...].firstIndex(of: 10) ?? bytes.count - 1) + 1
    }
    return end > head.endIndex + 1 ? head.endIndex + 1..<end : nil
  }

  private func endOfQuoted(at start: Int, by mark: UInt8) -> Int {
    var position = start
    while position < bytes.count, bytes[position] != mark {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
        // Within a quoted text, a backslash before the mark that opened the value closes it.
        if bytes[position + 1] == mark { return position }
        position += 1
      }
      position += 1
    }
    return min(position, bytes.count)
  }

  /// A bare value reaches to a blank or quotation mark, or to a separator with another name or nothing behind.
  private func endOfBare(at start: Int) -> Int {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if "\n\r\t \"'\\`".utf8.contains(byte) { break }
      if ",;&)}]".utf8.contains(byte), endsValue(behind: position + 1) { break }
      position += 1
    }
    return position
  }

  private func endsValue(behind position: Int) -> Bool {
    guard position < bytes.count, !"\n\r\t \"',;)}]".utf8.contains(bytes[position]) else {
      return true
    }
    let name = bytes[position...].prefix(48).prefix {
      CredentialToken.isAlphanumeric($0) || "_-. ".utf8.contains($0)
    }
    guard !name.isEmpty, name.endIndex < bytes.count else { return false }
    return bytes[name.endIndex] == UInt8(ascii: "=") || bytes[name.endIndex] == UInt8(ascii: ":")
  }

  /// What stands where a credential would without being one: references, placeholders, words of YAML.
  private func isHarmless(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first, !"{[<(*&".utf8.contains(first) else { return true }
    if first == UInt8(ascii: "$"), value.dropFirst().first.map({ "({".utf8.contains($0) }) == true {
      return true
    }
    let isVariable =
      first == UInt8(ascii: "$")
      && value.dropFirst().allSatisfy { CredentialToken.isUpper($0) || $0 == UInt8(ascii: "_") }
    let isPlaceholder =
      value.count > 2
      && value.allSatisfy { CredentialToken.isUpper($0) || $0 == UInt8(ascii: "_") }
    let words: [StaticString] = ["true", "false", "null", "none", "nil", "yes", "no"]
    return isVariable || isPlaceholder || value.elementsEqual(Credentials.blot.utf8)
      || words.contains { value.lowercasedIs($0) }
  }

  /// A word as people write it in a sentence: `invalid token: expected string`.
  private func isOrdinaryWord(_ value: Range<Int>) -> Bool {
    let word = bytes[value]
    return word.count < 16 && word.allSatisfy(CredentialToken.isLower)
  }

  /// Whether only blanks, and dashes of a list, stand before the word that ends here.
  private func isAtLineStart(_ end: Int) -> Bool {
    let line = bytes[..<end].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let head = bytes[line..<end].drop { $0 == 32 || $0 == UInt8(ascii: "-") }
    return head.allSatisfy { Self.isWord($0) || $0 == UInt8(ascii: "/") }
  }
}

extension CredentialBlotter {
  /// `Bearer TOKEN`, `Basic BASE64`.
  func valueOfScheme(_ word: ArraySlice<UInt8>) -> Range<Int>? {
    guard Self.isScheme(word),
      position < bytes.count, bytes[position] == 32
    else { return nil }
    let start = position + 1
    let end = bytes[start...].firstIndex { "\n\r\t \"'\\,;`".utf8.contains($0) } ?? bytes.count
    let value = bytes[start..<end]
    let isHeader = isBehindAuthorization(word)
    guard !isHarmless(value), isHeader || looksLikeToken(value) else { return nil }
    return start..<end
  }

  static func isScheme(_ word: ArraySlice<UInt8>) -> Bool {
    word.lowercasedIs("bearer") || word.lowercasedIs("basic") || word.lowercasedIs("digest")
  }

  private func isBehindAuthorization(_ word: ArraySlice<UInt8>) -> Bool {
    var before = bytes[..<word.startIndex].suffix(24)
    while let last = before.last, " \"'\\=:[".utf8.contains(last) { before.removeLast() }
    return before.suffix(13).lowercasedIs("authorization")
  }

  private func looksLikeToken(_ value: ArraySlice<UInt8>) -> Bool {
    value.count >= 16
      && !value.allSatisfy { CredentialToken.isLower($0) || $0 == UInt8(ascii: "-") }
      || CredentialToken.isRandom(value, atLeast: 8)
      || value.count >= 6 && value.contains(where: CredentialToken.isDigit)
  }

  /// `-pVALUE` of database clients.
  func passwordJoined(to word: ArraySlice<UInt8>) -> Range<Int>? {
    guard word.starts(with: "-p".utf8), word.count > 2 else { return nil }
    let start = word.startIndex + 2
    let end = bytes[start...].firstIndex { "\n\r\t \"'`".utf8.contains($0) } ?? bytes.count
    let value = bytes[start..<end]
    let options: [StaticString] = ["ort", "ath", "refix", "rint", "rotocol", "assword", "arents"]
    let isOption = options.contains { option in
      value.prefix(option.utf8CodeUnitCount).lowercasedIs(option)
    }
    return value.count < 4 || isOption ? nil : start..<end
  }

  /// `--password VALUE`, `-p VALUE` of database clients, `-u USER:VALUE`, also as elements of a list.
  func valueOfOption(_ word: ArraySlice<UInt8>, passesPasswords: Bool) -> Range<Int>? {
    guard word.first == UInt8(ascii: "-") else { return nil }
    let isUser = word.elementsEqual("-u".utf8) || word.elementsEqual("--user".utf8)
    let isShort = word.elementsEqual("-p".utf8) || word.elementsEqual("-a".utf8)
    guard isUser || isShort && passesPasswords || CredentialName(word) == .certain else {
      return nil
    }
    let gap = bytes[position...].prefix(8).prefix { " ,\"'\\".utf8.contains($0) }
    guard !gap.isEmpty, gap.endIndex < bytes.count, bytes[gap.endIndex] != UInt8(ascii: "-") else {
      return nil
    }
    let start = gap.endIndex
    let end = bytes[start...].firstIndex { "\n\r\t \"'\\`".utf8.contains($0) } ?? bytes.count
    let value =
      bytes[start..<end].last.map { ",]".utf8.contains($0) } == true ? start..<end - 1 : start..<end
    guard isUser else { return isHarmless(bytes[value]) ? nil : value }
    guard let colon = bytes[value].firstIndex(of: UInt8(ascii: ":")), colon + 1 < value.upperBound
    else { return nil }
    let password = colon + 1..<value.upperBound
    // `-u 1000:1000` names a user and a group.
    let isNumber = bytes[value].allSatisfy {
      CredentialToken.isDigit($0) || $0 == UInt8(ascii: ":")
    }
    return isNumber || isHarmless(bytes[password]) ? nil : password
  }
}

/// Finds out which words a text must hold for a regular expression to match it.
///
/// At least one of the words occurs, in any case, in every ASCII text that the expression matches. Nothing is known
/// about expressions that match without any word.
struct RequiredLiterals {
  /// The shortest word that is worth looking for.
  private static let shortest = 3

  private let pattern: [UInt8]
  private var position = 0
  /// Whether the expression uses what this does not understand.
  private var isObscure = false

  /// The words of an expression in RE2's syntax, in lower case; none when nothing is known.
  static func of(_ pattern: String) -> [String] {
    var scanner = RequiredLiterals(pattern: Array(pattern.utf8))
    let words = scanner.alternation(depth: 0)
    guard !scanner.isObscure, scanner.position == scanner.pattern.count,
      words.allSatisfy({ $0.count >= shortest })
    else { return [] }
    return words.map { String(decoding: $0, as: UTF8.self) }
  }

  private init(pattern: [UInt8]) {
    self.pattern = pattern
  }

  private var current: UInt8? { position < pattern.count ? pattern[position] : nil }

  /// The words of which one is needed whichever alternative matches; none when one of them needs none.
  private mutating func alternation(depth: Int) -> [[UInt8]] {
    guard depth < 50 else {
      isObscure = true
      return []
    }
    var words: [[UInt8]] = []
    var isKnown = true
    repeat {
      let needed = sequence(depth: depth)
      isKnown = isKnown && !needed.isEmpty
      words += needed
    } while take(UInt8(ascii: "|"))
    return isKnown ? words : []
  }

  /// The best of what the parts of a sequence need.
  private mutating func sequence(depth: Int) -> [[UInt8]] {
    var best = Best()
    while let byte = current, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")"), !isObscure {
      position += 1
      switch byte {
      case UInt8(ascii: "("):
        best.endWord()
        let needed = group(depth: depth)
        if isRepeatedAtLeastOnce() { best.take(needed) }
      case UInt8(ascii: "["):
        skipClass()
        skipPart(&best)
      case UInt8(ascii: "\\"): escape(&best)
      case UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "$"), 0x80...: skipPart(&best)
      default: literal(byte, &best)
      }
    }
    best.endWord()
    return best.words
  }

  private mutating func skipPart(_ best: inout Best) {
    best.endWord()
    _ = isRepeatedAtLeastOnce()
  }

  private mutating func literal(_ byte: UInt8, _ best: inout Best) {
    let start = position
    guard isRepeatedAtLeastOnce() else { return best.endWord() }
    best.append(byte)
    if position > start { best.endWord() }
  }

  private mutating func escape(_ best: inout Best) {
    guard let byte = current else { return isObscure = true }
    position += 1
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      // Classes and places are skipped; what takes an argument or quotes is not understood.
      isObscure = isObscure || !"dDwWsSbBAznrtfv".utf8.contains(byte)
      skipPart(&best)
    case 0x80...: skipPart(&best)
    default: literal(byte, &best)
    }
  }

  /// What stands in parentheses, which may begin with flags or a name.
  private mutating func group(depth: Int) -> [[UInt8]] {
    if take(UInt8(ascii: "?")) {
      while let byte = current, byte != UInt8(ascii: ":"), byte != UInt8(ascii: ">") {
        position += 1
        // Flags alone, such as `(?i)`.
        if byte == UInt8(ascii: ")") { return [] }
      }
      position += 1
    }
    let needed = alternation(depth: depth + 1)
    isObscure = !take(UInt8(ascii: ")")) || isObscure
    return needed
  }

  /// Goes past a class in brackets, whose opening bracket is behind.
  private mutating func skipClass() {
    _ = take(UInt8(ascii: "^"))
    _ = take(UInt8(ascii: "]"))
    while let byte = current, byte != UInt8(ascii: "]") {
      position += 1
      if byte == UInt8(ascii: "\\") { position += 1 }
      if byte == UInt8(ascii: "["), current == UInt8(ascii: ":") {
        while let inner = current, inner != UInt8(ascii: "]") { position += 1 }
        position += 1
      }
    }
    isObscure = !take(UInt8(ascii: "]")) || isObscure
  }

  /// Goes past the repetition that follows a part; false when the part can be absent.
  private mutating func isRepeatedAtLeastOnce() -> Bool {
    var isNeeded = true
    while let byte = current {
      switch byte {
      case UInt8(ascii: "?"), UInt8(ascii: "*"): isNeeded = false
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "{"):
        let next = position + 1 < pattern.count ? pattern[position + 1] : 0
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) else { return isNeeded }
        isNeeded = isNeeded && next != UInt8(ascii: "0")
        while let inner = current, inner != UInt8(ascii: "}") { position += 1 }
      default: return isNeeded
      }
      position += 1
    }
    return isNeeded
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }
}

/// The best words of a sequence so far: those whose shortest is the longest.
private struct Best {
  private(set) var words: [[UInt8]] = []
  private var word: [UInt8] = []

  mutating func append(_ byte: UInt8) {
    word.append(byte.lowercased)
  }

  /// Ends a word, because what follows need not be adjacent.
  mutating func endWord() {
    if !word.isEmpty { take([word]) }
    word.removeAll()
  }

  mutating func take(_ others: [[UInt8]]) {
    func length(_ words: [[UInt8]]) -> Int { words.map(\.count).min() ?? 0 }
    if length(others) > length(words) { words = others }
  }
}

extension UInt8 {
  /// The small letter of an ASCII letter; any other byte as it is.
  var lowercased: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}

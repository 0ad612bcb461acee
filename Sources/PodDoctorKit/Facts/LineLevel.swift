/// How serious a program itself calls a line of its log.
enum LineLevel {
  /// How much of a line is looked at, in octets; the level stands near its beginning.
  private static let reach = 160
  private static let minor: Set = [
    "trace", "trc", "debug", "dbg", "info", "inf", "information", "notice", "warn", "wrn",
    "warning",
  ]
  private static let major: Set = [
    "error", "err", "severe", "critical", "crit", "fatal", "ftl", "panic", "alert", "emerg",
  ]

  /// Whether the line calls itself a warning or less.
  ///
  /// A level is a word in capitals, or a small one that stands alone in brackets or as a value
  /// (`level=warn`, `"level":"warn"`); klog begins a line with its first letter and the date.
  static func isMinor(_ line: ArraySlice<UInt8>) -> Bool {
    let line = line.prefix(reach)
    if let level = klogLevel(line) { return level != "E" && level != "F" }
    var start = line.startIndex
    while start < line.endIndex {
      guard isLetter(line[start]) else {
        start += 1
        continue
      }
      let end = line[start...].firstIndex { !isLetter($0) } ?? line.endIndex
      if end - start <= 11, stands(start..<end, in: line) {
        let word = String(decoding: line[start..<end], as: UTF8.self).lowercased()
        if major.contains(word) { return false }
        if minor.contains(word) { return true }
      }
      start = end
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }

  private static func stands(_ word: Range<Int>, in line: ArraySlice<UInt8>) -> Bool {
    if line[word].allSatisfy({ $0 < 97 }) { return true }
    guard word.lowerBound > line.startIndex else { return false }
    let before = line[word.lowerBound - 1]
    let after = word.upperBound < line.endIndex ? line[word.upperBound] : UInt8(ascii: " ")
    let isEnclosed =
      before == UInt8(ascii: "[") && after == UInt8(ascii: "]")
      || before == UInt8(ascii: "\"") && after == UInt8(ascii: "\"")
    return isEnclosed || before == UInt8(ascii: "=") && after == UInt8(ascii: " ")
  }

  /// `W` of `W1126 14:00:00.120000`.
  private static func klogLevel(_ line: ArraySlice<UInt8>) -> String? {
    guard line.count > 6, let letter = line.first, "IWEF".utf8.contains(letter),
      line.dropFirst().prefix(4).allSatisfy({ (48...57).contains($0) }),
      line[line.startIndex + 5] == UInt8(ascii: " ")
    else { return nil }
    return String(decoding: [letter], as: UTF8.self)
  }
}

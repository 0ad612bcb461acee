import Basics

/// Takes a log apart into lines and reads what programs commonly say of themselves.
enum LogLines {
  /// The most lines that are read, counted from the end.
  private static let limit = 200_000
  /// How much of a line is looked at, in octets.
  private static let longestLine = 64 << 10
  private static let listeningWords = [
    "listening", "listen on", "listens on", "serving", "started server", "server started",
    "running on", "accept connections", "bound to", "tomcat started",
  ]
  private static let startingWords = [
    "starting", "warming", "warm-up", "loading", "initializing", "initialising", "bootstrapping",
    "waiting for startup", "migrating",
  ]

  /// The lines of a log, without their ends; at most the last 200,000, and how many there are before.
  static func ranges(in bytes: [UInt8]) -> (lines: [Range<Int>], passedOver: Int) {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 10 {
      ranges.append(start..<index)
      start = index + 1
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    let lines = ranges.count > limit ? Array(ranges.suffix(limit)) : ranges
    return (lines, ranges.count - lines.count)
  }

  /// A line as text, without carriage return and terminal colours.
  static func text(_ line: ArraySlice<UInt8>) -> String {
    var plain: [UInt8] = []
    let line = line.prefix(longestLine)
    plain.reserveCapacity(line.count)
    var inEscape = false
    for byte in line {
      if inEscape {
        inEscape = !((64...126).contains(byte) && byte != 91)
      } else if byte == 27 {
        inEscape = true
      } else if byte >= 32 || byte == 9 {
        plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Ports that a program says it listens on, in order, each once.
  static func listeningPorts(in lines: [ArraySlice<UInt8>]) -> [Int] {
    var ports: [Int] = []
    for line in lines {
      let text = text(line.prefix(512)).lowercased()
      guard let word = listeningWords.lazy.compactMap({ text.range(of: $0) }).first else {
        continue
      }
      for port in portNumbers(in: text[word.lowerBound...]) where !ports.contains(port) {
        ports.append(port)
      }
    }
    return ports
  }

  static func speakOfStarting(_ lines: some Sequence<String>) -> Bool {
    lines.contains { line in
      let line = line.lowercased()
      return startingWords.contains { line.contains($0) }
    }
  }

  /// Numbers behind a colon or the word `port`.
  private static func portNumbers(in text: Substring) -> [Int] {
    var ports: [Int] = []
    var digits = ""
    var before = ""
    func finish() {
      let isPort =
        before.hasSuffix(":") || before.hasSuffix("port ") || before.hasSuffix(" on ")
        || before.hasSuffix("port=")
        || before.hasSuffix("port(s): ") || before.hasSuffix("port(s) ")
      if isPort, let port = Int(digits), (1...65535).contains(port) { ports.append(port) }
    }
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        if !digits.isEmpty {
          finish()
          before = ""
          digits = ""
        }
        before.append(character)
      }
    }
    if !digits.isEmpty { finish() }
    return ports
  }
}

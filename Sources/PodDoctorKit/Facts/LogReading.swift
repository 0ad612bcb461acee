import DumpLoading
import Provenance
import RuleEngine

/// What the log of one run of a container says.
struct LogReading: Sendable {
  /// A line that a signature knows.
  struct Line: Sendable {
    var signature: Signature
    var text: String
    /// Where it stands in the file, from one.
    var number: Int
    /// How many lines follow it.
    var fromEnd: Int
    /// How often the signature occurs in the log.
    var occurrences: Int
    /// The signature's named groups in the line.
    var captures: [String: String] = [:]
    /// Whether the program itself calls the line less than an error.
    var isMinor = false

    /// How strongly it speaks for its cause: near the end, of a cause of its own, and as an error.
    fileprivate var rank: (Int, Int, Int) {
      let isNear = fromEnd < LogReading.decisiveLines
      // A line loses a percent of its weight for every two that follow it.
      let distance = isNear ? fromEnd : 0
      let vagueness = signature.cause == "app-exit-nonzero" ? 20 : 0
      return (
        isNear ? 1 : 0, signature.weight * 2 - distance - vagueness - (isMinor ? 30 : 0), number
      )
    }
  }

  /// Lines this close to the end can explain an exit; the catalogue's weights speak of them.
  static let decisiveLines = 50

  /// The name of the log's file, as the user gave it.
  var file: String
  var lineCount: Int
  /// The last lines, oldest first, without empty ones.
  var tail: [String]
  /// Where the last of them stands in the file, from one; nil when there is none.
  var lastNumber: Int?
  /// For each signature that occurs its last line, strongest first.
  var lines: [Line]
  /// Ports on which the program says that it listens.
  var listeningPorts: [Int]
  /// Whether the last lines say that the program still starts.
  var isStarting: Bool

  /// Reads a log in one pass.
  ///
  /// - Parameters:
  ///   - log: the log, or of a long one what can matter.
  ///   - file: its name.
  ///   - signatures: what to look for.
  init(_ log: LogExcerpt, file: String, signatures: SignatureSet) {
    self.file = file
    let bytes = log.bytes
    let (ranges, passedOver) = LogLines.ranges(in: bytes)
    lineCount = ranges.count + passedOver + log.omittedLines
    tail = ranges.suffix(200).suffix(40).map { LogLines.text(bytes[$0]) }.filter { !$0.isEmpty }
    lastNumber = ranges.indices.suffix(40).last { !LogLines.text(bytes[ranges[$0]]).isEmpty }
      .map { log.lineNumber(at: $0 + passedOver) }
    lines = Self.recognise(ranges, in: bytes, log.omittedMarks, with: signatures).map { line in
      var line = line
      line.number = log.lineNumber(at: line.number + passedOver - 1)
      return line
    }
    listeningPorts =
      tail.isEmpty ? [] : LogLines.listeningPorts(in: ranges.prefix(500).map { bytes[$0] })
    isStarting = LogLines.speakOfStarting(tail.suffix(5))
  }

  /// The strongest line that speaks for `cause`.
  func line(for cause: String) -> Line? { lines.first { $0.signature.cause == cause } }

  private static func recognise(
    _ ranges: [Range<Int>], in bytes: [UInt8], _ others: [Int: Int], with signatures: SignatureSet
  ) -> [Line] {
    var last: [Int: Line] = [:]
    for (number, range) in ranges.enumerated() {
      let end = min(range.upperBound, range.lowerBound + LogSieve.longestLine)
      let shortened = range.lowerBound..<end
      for index in matches(in: shortened, of: bytes, signatures) {
        let occurrences = (last[index]?.occurrences ?? others[index] ?? 0) + 1
        last[index] = Line(
          signature: signatures.signatures[index], text: LogLines.text(bytes[shortened]),
          number: number + 1, fromEnd: ranges.count - 1 - number, occurrences: occurrences,
          isMinor: LineLevel.isMinor(bytes[shortened]))
      }
    }
    return last.sorted { Self.isStronger(($0.value, $0.key), than: ($1.value, $1.key)) }
      .map { index, line in
        var line = line
        line.captures = signatures.captures(of: index, in: LogLines.unquoted(line.text))
        return line
      }
  }

  private static func matches(
    in range: Range<Int>, of bytes: [UInt8], _ signatures: SignatureSet
  ) -> [Int] {
    if let plain = LogLines.unquoted(bytes[range]) { return signatures.matches(in: plain.span) }
    return signatures.matches(in: bytes.span.extracting(range))
  }

  private static func isStronger(_ one: (Line, Int), than other: (Line, Int)) -> Bool {
    let (first, second) = (one.0.rank, other.0.rank)
    return first == second ? one.1 < other.1 : first > second
  }
}

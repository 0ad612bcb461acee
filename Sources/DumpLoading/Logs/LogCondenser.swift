import Basics

/// Takes a log of any size piece by piece, and keeps its beginning, its end, and of the lines between them the last
/// one for each pattern of a sieve.
struct LogCondenser {
  /// Logs up to this size are kept whole.
  static let wholeSize = 4 << 20
  private static let headSize = 256 << 10
  /// The end is at least this long, and at most twice as long.
  private static let tailSize = 1 << 20
  /// What of a line is kept; beyond it nobody looks.
  private static let longestLine = 16 << 10
  private static let mostLandmarks = 10_000

  private struct Block {
    var bytes: [UInt8] = []
    var firstLine = 1
    var lineCount = 0

    mutating func add(_ line: [UInt8], _ number: Int) {
      if lineCount == 0 { firstLine = number }
      bytes += line
      bytes.append(10)
      lineCount += 1
    }
  }

  private struct Kept {
    var bytes: [UInt8]
    var marks: [Int]
  }

  private let form: LogForm
  private let sieve: LogSieve
  private var head = Block()
  /// The end of the log: the block that is filled, and the one before it.
  private var last = Block()
  private var beforeLast = Block()
  private var lines = LineCutter(longestLine: longestLine)
  /// The lines that are kept by their numbers, and for each pattern the last line it matches and how many it does.
  private var kept: [Int: Kept] = [:]
  private var lastLines: [Int: Int] = [:]
  private var counts: [Int: Int] = [:]
  private var landmarks = 0

  /// - Parameters:
  ///   - form: what is around the lines, without which the sieve sees them.
  ///   - sieve: which lines are kept.
  init(_ form: LogForm, _ sieve: LogSieve) {
    self.form = form
    self.sieve = sieve
  }

  mutating func add(_ piece: Span<UInt8>) {
    var start = 0
    while lines.take(piece, from: &start) { add(lines.line, lines.count) }
  }

  private mutating func add(_ line: [UInt8], _ number: Int) {
    if head.bytes.count < Self.headSize { return head.add(line, number) }
    if last.bytes.count >= Self.tailSize {
      sift(beforeLast)
      beforeLast = last
      last = Block()
    }
    last.add(line, number)
  }

  /// What was kept, once the last piece was added.
  consuming func finish() -> LogExcerpt {
    if lines.finish() { add(lines.line, lines.count) }
    var excerpt = LogExcerpt(bytes: head.bytes, lineNumbers: Self.numbers(of: head))
    for (number, kept) in kept.sorted(by: { $0.key < $1.key }) {
      excerpt.bytes += kept.bytes
      excerpt.lineNumbers.append(Int32(clamping: number))
      for mark in kept.marks { counts[mark, default: 0] -= 1 }
    }
    for block in [beforeLast, last] {
      excerpt.bytes += block.bytes
      excerpt.lineNumbers += Self.numbers(of: block)
    }
    excerpt.omittedLines = lines.count - excerpt.lineNumbers.count
    excerpt.omittedMarks = counts.filter { $0.value > 0 }
    return excerpt
  }

  private static func numbers(of block: Block) -> [Int32] {
    (0..<block.lineCount).map { Int32(clamping: block.firstLine + $0) }
  }
}

extension LogCondenser {
  /// Keeps of a block that is not the end any more what matters.
  private mutating func sift(_ block: Block) {
    var number = block.firstLine
    var start = block.bytes.startIndex
    while start < block.bytes.endIndex {
      let end = block.bytes[start...].firstIndex(of: 10) ?? block.bytes.endIndex
      sift(block.bytes[start..<end], number)
      number += 1
      start = end + 1
    }
  }

  private mutating func sift(_ line: ArraySlice<UInt8>, _ number: Int) {
    if ClusterInfoLogs.isLandmark(line), landmarks < Self.mostLandmarks {
      landmarks += 1
      kept[number] = Kept(bytes: line + [10], marks: [])
      return
    }
    let text = form.text(of: line)
    let marks = sieve.marks(text.span.extracting(first: LogSieve.longestLine))
    guard !marks.isEmpty else { return }
    kept[number] = Kept(bytes: line + [10], marks: marks)
    for mark in marks {
      counts[mark, default: 0] += 1
      let former = lastLines.updateValue(number, forKey: mark)
      if let former, let line = kept[former], line.marks.allSatisfy({ lastLines[$0] != former }) {
        kept[former] = nil
      }
    }
  }
}

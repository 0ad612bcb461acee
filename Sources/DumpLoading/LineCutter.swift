import Basics

/// Cuts a file that comes in pieces into lines, of each of which no more than a bound is kept.
struct LineCutter {
  /// The line that was completed last, without its end.
  private(set) var line: [UInt8] = []
  /// How many lines were completed.
  private(set) var count = 0
  private let longestLine: Int
  private var isComplete = false

  init(longestLine: Int) {
    self.longestLine = longestLine
  }

  /// Goes on in a piece from `start`; false when it ends before the next line does.
  mutating func take(_ piece: Span<UInt8>, from start: inout Int) -> Bool {
    if isComplete { begin() }
    let end = piece.firstLineEnd(from: start)
    append(piece.extracting(start..<(end ?? piece.count)))
    start = end.map { $0 + 1 } ?? piece.count
    if end != nil { complete() }
    return isComplete
  }

  /// Completes the line behind which the file ends; false when there is none.
  mutating func finish() -> Bool {
    if isComplete { begin() }
    if !line.isEmpty { complete() }
    return isComplete
  }

  private mutating func begin() {
    line.removeAll(keepingCapacity: true)
    isComplete = false
  }

  private mutating func complete() {
    count += 1
    isComplete = true
  }

  private mutating func append(_ part: Span<UInt8>) {
    let room = longestLine - line.count
    guard room > 0 else { return }
    unsafe part.extracting(first: room).withUnsafeBufferPointer {
      unsafe line.append(contentsOf: $0)
    }
  }
}

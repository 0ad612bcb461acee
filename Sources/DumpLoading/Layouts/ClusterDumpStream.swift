import Basics

/// What `kubectl cluster-info dump` prints when it writes to no folder: lists of objects, and logs between them.
struct ClusterDumpStream {
  /// The text with nothing where the logs were, so that lines keep their numbers.
  private(set) var objects: [UInt8]
  private(set) var logs: [ContainerLog] = []

  private static let start = Array("==== START logs for container ".utf8)
  private static let end = Array("==== END logs for container ".utf8)

  /// Nil when there are no logs between the objects.
  init?(_ text: Span<UInt8>, file: String) {
    guard let first = Self.firstBlock(in: text) else { return nil }
    objects = unsafe text.withUnsafeBufferPointer { unsafe Array($0) }
    var line = first
    var number = 1 + objects[..<first].count(where: { $0 == UInt8(ascii: "\n") })
    while line < objects.endIndex {
      guard objects[line...].starts(with: Self.start) else {
        line = Self.next(after: line, in: objects)
        number += 1
        continue
      }
      let end = Self.endOfBlock(at: line, in: objects)
      let block = LogExcerpt(bytes: Array(objects[line..<end]), from: number)
      logs += ClusterInfoLogs.logs(in: block, file: file)
      number += block.lineNumbers.count
      for index in line..<end where objects[index] != UInt8(ascii: "\n") {
        objects[index] = UInt8(ascii: " ")
      }
      line = end
    }
  }

  /// Where the first line is that begins a log, in a text that begins as JSON does.
  private static func firstBlock(in text: Span<UInt8>) -> Int? {
    guard !text.isEmpty, text[0] == UInt8(ascii: "{") else { return nil }
    return text.firstLine(beginningWith: start)
  }

  private static func endOfBlock(at start: Int, in text: [UInt8]) -> Int {
    var line = start
    while line < text.endIndex {
      let next = next(after: line, in: text)
      if text[line...].starts(with: end) { return next }
      line = next
    }
    return text.endIndex
  }

  private static func next(after line: Int, in text: [UInt8]) -> Int {
    text[line...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.endIndex
  }
}

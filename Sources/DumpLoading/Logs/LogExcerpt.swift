/// What of a log is held in memory: all of a short one, and of a long one what can matter.
package struct LogExcerpt: Sendable {
  /// What the program wrote.
  package var bytes: [UInt8]
  /// For each line where it stands in the file; empty when every line of the file is one of the log.
  package var lineNumbers: [Int32]
  /// How many lines were left out.
  package var omittedLines = 0
  /// How often each pattern of the sieve occurs in lines that were left out.
  package var omittedMarks: [Int: Int] = [:]

  package init(bytes: [UInt8], lineNumbers: [Int32] = []) {
    self.bytes = bytes
    self.lineNumbers = lineNumbers
  }

  /// A stretch of a file that begins with the line of this number.
  init(bytes: [UInt8], from number: Int) {
    let breaks = bytes.count { $0 == 10 }
    let count = breaks + (bytes.last == 10 || bytes.isEmpty ? 0 : 1)
    self.init(bytes: bytes, lineNumbers: (number..<(number + count)).map { Int32(clamping: $0) })
  }

  /// Where a line of the excerpt, counted from 0, stands in the file, counted from 1.
  package func lineNumber(at index: Int) -> Int {
    lineNumbers.indices.contains(index) ? Int(lineNumbers[index]) : index + 1
  }

  /// The lines of the excerpt, each with its number in the file.
  func forEachLine(_ body: (ArraySlice<UInt8>, Int) -> Void) {
    var start = bytes.startIndex
    var index = 0
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.endIndex
      body(bytes[start..<end], lineNumber(at: index))
      index += 1
      start = end + 1
    }
  }
}

extension LogExcerpt {
  /// What `kubectl logs` prints in place of a log that nobody has any more.
  private static let refusals = [
    "unable to retrieve container logs for ", "Error from server (BadRequest)",
    "Error from server (NotFound): pods ", "Error from server (InternalError)",
    "Error from server: ", "previous terminated container ",
    "failed to try resolving symlinks in path ",
  ]

  /// Whether the file holds no log but the refusal to give one; a program may write errors of its own that
  /// begin alike.
  package var isRefusal: Bool {
    let start = String(decoding: bytes.prefix(400), as: UTF8.self)
    guard bytes.count < 2048 else { return false }
    return Self.refusals.contains { start.hasPrefix($0) }
      || start.hasPrefix("Error from server (Forbidden)") && start.contains("pods/log")
  }
}

import YAML

/// What is promised of every report that is printed.
enum PrintedText {
  /// Requires that nothing in a report can command the terminal.
  static func require(printable bytes: [UInt8], in what: String) throws(Breach) {
    for (index, byte) in bytes.enumerated() {
      let isControl = byte < 0x20 && byte != 0x0A || byte == 0x7F
      let isHighControl = byte == 0xC2 && index + 1 < bytes.count && 0x80...0x9F ~= bytes[index + 1]
      guard isControl || isHighControl else { continue }
      let around = String(decoding: bytes[max(0, index - 60)...].prefix(90), as: UTF8.self)
      throw Breach("\(what) holds a control character: \(around.debugDescription)")
    }
  }

  /// Requires that a report is what its format says it is.
  static func require(readable bytes: [UInt8], in what: String) throws(Breach) {
    let reading = DocumentReader().read(bytes, file: what)
    guard let problem = reading.problems.first else { return }
    throw Breach("\(what) cannot be read: \(problem)")
  }
}

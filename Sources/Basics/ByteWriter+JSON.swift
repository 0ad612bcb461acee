extension ByteWriter {
  /// Writes `text` as a JSON string.
  ///
  /// Besides what JSON demands it escapes what can do harm where the text is shown: DEL and the C1
  /// controls (terminals obey them), the line separators, and the marks that reorder text.
  package mutating func write(quoted text: String) {
    write(byte: UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      write(escaping: scalar)
    }
    write(byte: UInt8(ascii: "\""))
  }

  private mutating func write(escaping scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": write("\\\"")
    case "\\": write("\\\\")
    case "\n": write("\\n")
    case "\r": write("\\r")
    case "\t": write("\\t")
    case _ where scalar.isHarmful: write(hexadecimal: scalar)
    case _ where scalar.isASCII: write(byte: UInt8(truncatingIfNeeded: scalar.value))
    default: UTF8.encode(scalar).map { for byte in $0 { write(byte: byte) } }
    }
  }

  private mutating func write(hexadecimal scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    write("\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
  }
}

extension Unicode.Scalar {
  /// Whether a terminal could obey this character instead of showing it, or show others in another order.
  package var isHarmful: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}

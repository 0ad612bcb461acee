extension ByteWriter {
  /// Writes UTF-8 as a JSON string.
  ///
  /// Besides what JSON demands it escapes what can do harm where the text is shown (``Unicode/Scalar/isHarmful``).
  package mutating func write(quoted text: some Collection<UInt8>) {
    write(byte: 0x22)
    var index = text.startIndex
    while index != text.endIndex {
      let byte = text[index]
      if byte == 0xC2 || byte == 0xE2 || byte == 0xEF, let scalar = text[index...].harmfulScalar {
        write(hexadecimal: scalar)
        index = text.index(index, offsetBy: UTF8.width(scalar))
      } else {
        write(escaping: byte)
        index = text.index(after: index)
      }
    }
    write(byte: 0x22)
  }

  private mutating func write(escaping byte: UInt8) {
    switch byte {
    case 0x22: write("\\\"")
    case 0x5C: write("\\\\")
    case 0x0A: write("\\n")
    case 0x0D: write("\\r")
    case 0x09: write("\\t")
    case 0..<0x20, 0x7F: write(hexadecimal: Unicode.Scalar(byte))
    default: write(byte: byte)
    }
  }

  private mutating func write(hexadecimal scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    write("\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
  }
}

extension Collection<UInt8> {
  /// The first scalar, when it is one that must not reach a terminal.
  fileprivate var harmfulScalar: Unicode.Scalar? {
    var iterator = prefix(3).makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar.isHarmful ? scalar : nil
  }
}

extension Unicode.Scalar {
  /// Whether a terminal could obey this character instead of showing it, or show others in another order.
  ///
  /// These are the controls, the line separators, the marks of direction and the byte order mark.
  package var isHarmful: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFFFE...0xFFFF:
      true
    default: false
    }
  }
}

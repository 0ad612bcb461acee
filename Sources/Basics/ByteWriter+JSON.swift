extension ByteWriter {
  /// Writes UTF-8 as a JSON string.
  ///
  /// Besides what JSON demands it escapes what can do harm where the text is shown (``Unicode/Scalar/isHarmful``).
  package mutating func write(quoted text: some Collection<UInt8>) {
    write(byte: 0x22)
    let written: Void? = text.withContiguousStorageIfAvailable {
      write(escaping: unsafe $0.span)
    }
    if written == nil { write(escaping: Array(text).span) }
    write(byte: 0x22)
  }

  /// Writes what needs no escaping in runs, which is nearly everything.
  private mutating func write(escaping text: Span<UInt8>) {
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard byte.mayNeedEscaping, let (escaped, width) = Self.escape(text, at: index) else {
        index &+= 1
        continue
      }
      write(text.extracting(start..<index))
      write(escaped)
      index &+= width
      start = index
    }
    write(text.extracting(start..<text.count))
  }

  /// What stands for the character at this place, and its octets; nil when it stands for itself.
  private static func escape(_ text: Span<UInt8>, at index: Int) -> (String, width: Int)? {
    switch text[index] {
    case 0x22: return ("\\\"", 1)
    case 0x5C: return ("\\\\", 1)
    case 0x0A: return ("\\n", 1)
    case 0x0D: return ("\\r", 1)
    case 0x09: return ("\\t", 1)
    case let byte where byte < 0x80: return (hexadecimal(Unicode.Scalar(byte)), 1)
    default:
      guard let scalar = text.harmfulScalar(at: index) else { return nil }
      return (hexadecimal(scalar), UTF8.width(scalar))
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension UInt8 {
  /// Whether JSON demands that this octet is escaped, or a character that begins with it may do harm.
  fileprivate var mayNeedEscaping: Bool {
    switch self {
    case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }
}

extension Span<UInt8> {
  /// The character that begins at this place, when it is one that must not reach a terminal.
  fileprivate func harmfulScalar(at index: Int) -> Unicode.Scalar? {
    let octets = (index..<Swift.min(index + 3, count)).map { self[$0] }
    var iterator = octets.makeIterator()
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

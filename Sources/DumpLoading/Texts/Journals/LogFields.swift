/// The `key=value` pairs of a line, as klog and logfmt write them.
struct LogFields {
  private var pairs: [(key: String, value: String)] = []

  /// Reads pairs up to the end of `text`; what is no pair is passed over.
  ///
  /// - Parameters:
  ///   - text: the rest of the line behind the message.
  ///   - block: the lines that follow where the last value is a block (`output=<`).
  init(_ text: Substring, block: String = "") {
    var rest = text
    while let key = Self.takeKey(&rest), pairs.count < 64 {
      pairs.append((key, Self.takeValue(&rest, block: block)))
    }
  }

  /// The first value under the key; nil when there is none.
  subscript(key: String) -> String? { pairs.first { $0.key == key }?.value }

  private static func takeKey(_ rest: inout Substring) -> String? {
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" }
      guard !rest.isEmpty else { return nil }
      let key = rest.utf8.prefix { $0 != UInt8(ascii: "=") && !$0.isBlank }
      let behind = rest[key.endIndex...]
      guard behind.utf8.first == UInt8(ascii: "=") else {
        rest = behind
        continue
      }
      rest = behind.dropFirst()
      return String(Substring(key))
    }
  }

  private static func takeValue(_ rest: inout Substring, block: String) -> String {
    if let quoted = GoQuoted.take(from: &rest) { return quoted }
    if rest.utf8.first == UInt8(ascii: "<"), rest.utf8.count == 1 {
      rest = ""
      return block
    }
    if let first = rest.utf8.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      return takeBracketed(&rest)
    }
    let value = rest.utf8.prefix { !$0.isBlank }
    rest = rest[value.endIndex...]
    return String(Substring(value))
  }

  /// A value in brackets or braces, which may hold blanks and quoted texts.
  private static func takeBracketed(_ rest: inout Substring) -> String {
    var depth = 0
    var isQuoted = false
    var isEscaped = false
    var end = rest.utf8.startIndex
    for position in rest.utf8.indices {
      let byte = rest.utf8[position]
      end = rest.utf8.index(after: position)
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
      } else if !isQuoted, byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { break }
      }
    }
    let value = rest[..<end]
    rest = rest[end...]
    return String(value)
  }
}

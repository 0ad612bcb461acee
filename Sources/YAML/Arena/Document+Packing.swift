extension Document {
  /// The document as a text from which it is made again without parsing YAML.
  ///
  /// Numbers are written in groups of five bits, the lowest first, in the characters from `0` to `o`.
  package var packed: String {
    var writer = PackedNumbers()
    writer.append(nodes.count)
    var texts: [UInt8] = []
    var line = 0
    for (index, record) in nodes.enumerated() {
      writer.append(record.header)
      writer.append(signed: Int(record.line) - line)
      line = Int(record.line)
      writer.append(Int(record.column))
      if record.holdsText {
        writer.append(Int(record.second))
        texts += bytes(of: record)
      } else {
        writer.append(signed: Int(record.first) - index)
        writer.append(Int(record.second))
      }
    }
    writer.append(texts.count)
    return String(decoding: writer.bytes + texts, as: UTF8.self)
  }

  /// The document that a packed text holds; nil when the text is not whole.
  package convenience init?(unpacking packed: Substring, file: String) {
    var packed = packed
    var reader = PackedNumbers(packed.withUTF8 { unsafe Array($0) })
    guard let count = reader.next(), count > 0, count <= reader.bytes.count else { return nil }
    var nodes: [NodeRecord] = []
    nodes.reserveCapacity(count)
    var (textLength, line) = (0, 0)
    for index in 0..<count {
      guard let header = reader.next(), let lines = reader.nextSigned(), let column = reader.next()
      else { return nil }
      line &+= lines
      let position = Position(
        line: UInt32(truncatingIfNeeded: line), column: UInt32(truncatingIfNeeded: column))
      var record = NodeRecord(header: header, at: position)
      if record.holdsText {
        guard let length = reader.next() else { return nil }
        record.first = UInt32(truncatingIfNeeded: textLength)
        record.second = UInt32(truncatingIfNeeded: length)
        textLength &+= length
      } else {
        guard let end = reader.nextSigned(), let children = reader.next() else { return nil }
        record.first = UInt32(truncatingIfNeeded: index &+ end)
        record.second = UInt32(truncatingIfNeeded: children)
      }
      nodes.append(record)
    }
    guard let length = reader.next(), length == textLength, let text = reader.rest(length) else {
      return nil
    }
    self.init(file: file, format: .yaml, nodes: nodes, text: text)
  }
}

extension NodeRecord {
  /// Whether `first` and `second` tell where the node's text stands.
  fileprivate var holdsText: Bool {
    switch kind {
    case .mapping, .sequence, .alias, .resolved: false
    default: true
    }
  }

  /// Kind and flags.
  fileprivate var header: Int {
    Int(kind.rawValue) | (isQuoted ? 16 : 0) | (isRepeated ? 32 : 0)
  }

  fileprivate init(header: Int, at position: Position) {
    let kind = Kind(rawValue: UInt8(truncatingIfNeeded: header & 15)) ?? .invalidKey
    self.init(kind, first: 0, second: 0, at: position)
    isQuoted = header & 16 != 0
    isRepeated = header & 32 != 0
  }
}

/// Numbers in characters, small ones in few of them.
private struct PackedNumbers {
  private(set) var bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  mutating func append(_ number: Int) {
    var rest = number
    while rest > 31 {
      bytes.append(UInt8(48 + 32 + (rest & 31)))
      rest >>= 5
    }
    bytes.append(UInt8(48 + rest))
  }

  /// Appends a number that may be negative.
  mutating func append(signed number: Int) {
    append(number < 0 ? -number << 1 | 1 : number << 1)
  }

  mutating func next() -> Int? {
    var number = 0
    var shift = 0
    while position < bytes.count, shift < 40, bytes[position] >= 48, bytes[position] < 112 {
      let digit = Int(bytes[position]) - 48
      position += 1
      number |= (digit & 31) << shift
      if digit < 32 { return number }
      shift += 5
    }
    return nil
  }

  mutating func nextSigned() -> Int? {
    next().map { $0 & 1 == 0 ? $0 >> 1 : -($0 >> 1) }
  }

  /// The bytes that are left, when there are so many.
  func rest(_ count: Int) -> [UInt8]? {
    bytes.count - position == count ? Array(bytes[position...]) : nil
  }
}

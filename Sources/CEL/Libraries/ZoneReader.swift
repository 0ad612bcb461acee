/// Reads the blocks of a zone file; everything is held against the file's length.
struct ZoneReader {
  struct Header {
    var leapCount = 0
    var standardCount = 0
    var utcCount = 0
    var momentCount = 0
    var typeCount = 0
    var nameLength = 0

    /// The bytes of the block behind the header.
    func length(timeSize: Int) -> Int {
      momentCount * (timeSize + 1) + typeCount * 6 + nameLength + leapCount * (timeSize + 4)
        + standardCount + utcCount
    }
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func skip(_ count: Int) {
    index = min(bytes.count, index &+ count)
  }

  private mutating func number(size: Int) -> Int64 {
    var number: Int64 = 0
    for place in index..<index + size {
      number = number << 8 | Int64(place < bytes.count ? bytes[place] : 0)
    }
    index += size
    return size == 4 ? Int64(Int32(truncatingIfNeeded: number)) : number
  }

  mutating func header() -> Header? {
    guard index + 44 <= bytes.count else { return nil }
    index += 20
    let counts = (0..<6).map { _ in Int(number(size: 4)) }
    guard counts.allSatisfy({ (0...bytes.count).contains($0) }) else { return nil }
    return Header(
      leapCount: counts[2], standardCount: counts[1], utcCount: counts[0],
      momentCount: counts[3], typeCount: counts[4], nameLength: counts[5])
  }

  /// The moments of change, the offsets after them, and the offset before the first.
  mutating func table(
    _ header: Header, timeSize: Int
  ) -> (moments: [Int64], offsets: [Int], initialOffset: Int)? {
    guard index + header.length(timeSize: timeSize) <= bytes.count, header.typeCount > 0 else {
      return nil
    }
    let moments = (0..<header.momentCount).map { _ in number(size: timeSize) }
    let types = bytes[index..<index + header.momentCount].map(Int.init)
    index += header.momentCount
    let kinds = (0..<header.typeCount).map { _ in
      let offset = Int(number(size: 4))
      index += 2
      return offset
    }
    guard types.allSatisfy({ $0 < kinds.count }) else { return nil }
    return (moments, types.map { kinds[$0] }, kinds[0])
  }

  /// The rule for the time after the last moment, behind the second block.
  mutating func footer(_ header: Header) -> String {
    index += header.nameLength + header.leapCount * 12 + header.standardCount + header.utcCount
    guard index < bytes.count else { return "" }
    return String(decoding: bytes[(index + 1)...].prefix { $0 != 10 }, as: UTF8.self)
  }
}

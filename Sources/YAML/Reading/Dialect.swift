/// What go-yaml v2 reads otherwise than libyaml, made up for by what libyaml is given to read.
///
/// An octet sequence that libyaml would misread is replaced by one character of a private area, so that lines and
/// columns stay, and the scalars that come out have it put back. Tags get another character, which no tag that matters has.
struct Dialect {
  private enum Stand: UInt8 {
    case slash = 0x80
    case colon, dropped, byteOrderMark

    var bytes: [UInt8] { Dialect.area + [rawValue] }

    var meaning: [UInt8] {
      switch self {
      case .slash: [0x2F]
      case .colon: [0x3A]
      case .dropped: []
      case .byteOrderMark: [0xEF, 0xBB, 0xBF]
      }
    }
  }

  /// The first octets of U+10FF00 to U+10FF3F.
  private static let area: [UInt8] = [0xF4, 0x8F, 0xBC]

  /// The text that libyaml is to read in place of the file's; nil when that will do.
  private(set) var text: [UInt8]?
  private let isPossible: Bool
  private var hasReplacedColons = false

  /// Looks for what is known to be misread before anything is parsed.
  init(for text: Span<UInt8>) {
    isPossible = Self.mayBeReplaced(text)
    guard isPossible else { return }
    var replacements: [Int: Stand] = [:]
    // JSON's `\/` is no escape to go-yaml; a stand for the slash makes libyaml refuse it, too.
    var cursor = 0
    while let slash = text.firstIndex(of: 0x5C, from: cursor) {
      if text.has([0x2F], at: slash + 1) { replacements[slash + 1] = .slash }
      cursor = slash + 1
    }
    // Only libyaml skips a byte order mark at the beginning of a later line.
    cursor = text.has([0xEF, 0xBB, 0xBF], at: 0) ? 4 : 1
    while let mark = text.firstIndex(of: 0xEF, from: cursor) {
      if text.has([0xBB, 0xBF], at: mark + 1) { replacements[mark] = .byteOrderMark }
      cursor = mark + 1
    }
    if !replacements.isEmpty { self.text = Self.replacing(replacements, in: text) }
  }

  /// Replaces what made libyaml fail where go-yaml would not; false when that is not why it failed.
  mutating func adapt(to failure: SyntaxFailure, in text: Span<UInt8>) -> Bool {
    guard isPossible, let position = failure.position else { return false }
    var cursor = LineCursor()
    let offset = failure.replacing ?? cursor.offset(of: position, in: text)
    guard offset < text.count else { return false }
    switch text[offset] {
    case 0x3A where failure.says == "found unexpected ':'" && !hasReplacedColons:
      hasReplacedColons = true
      self.text = Self.replacing(Self.innerColons(of: text, and: offset), in: text)
    case 0x5C
    where failure.says == "found unknown escape character"
      && text.has([0x27], at: offset + 1):
      self.text = Self.replacing([offset: .dropped], in: text)
    case 0x3F where failure.replacing != nil:
      var bytes = Self.replacing([:], in: text)
      bytes.insert(0x20, at: offset + 1)
      self.text = bytes
    case 0x2C, 0x5B, 0x5D:
      guard failure.isInTag else { return false }
      var bytes = Self.replacing([:], in: text)
      bytes[offset] = 0x3B
      self.text = bytes
    default: return false
    }
    return true
  }

  /// A scalar's text as the file has it.
  func restore(_ text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var offset = 0
    while offset < text.count {
      if text[offset] == Self.area[0], text.has(Self.area, at: offset), offset + 3 < text.count,
        let stand = Stand(rawValue: text[offset + 3])
      {
        bytes += stand.meaning
        offset += 4
      } else {
        bytes.append(text[offset])
        offset += 1
      }
    }
    return bytes
  }
}

extension Dialect {
  /// UTF-16 is left to libyaml, and so is a text that uses the private area itself.
  private static func mayBeReplaced(_ text: Span<UInt8>) -> Bool {
    if text.has([0xFF, 0xFE], at: 0) || text.has([0xFE, 0xFF], at: 0) { return false }
    var cursor = 0
    while let found = text.firstIndex(of: area[0], from: cursor) {
      if text.has(area, at: found) { return false }
      cursor = found + 1
    }
    return true
  }

  /// In brackets, go-yaml takes `a:,` for a word that ends in a colon; libyaml refuses it.
  private static func innerColons(of text: Span<UInt8>, and known: Int) -> [Int: Stand] {
    var colons: [Int: Stand] = [known: .colon]
    var cursor = 1
    while let colon = text.firstIndex(of: 0x3A, from: cursor) {
      cursor = colon + 1
      guard cursor < text.count, [0x2C, 0x3F, 0x5B, 0x5D, 0x7B, 0x7D].contains(text[cursor]) else {
        continue
      }
      switch text[colon - 1] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: colons[colon] = .colon
      default: break
      }
    }
    return colons
  }

  private static func replacing(_ stands: [Int: Stand], in text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + stands.count * 3)
    var offset = 0
    while offset < text.count {
      if let stand = stands[offset] {
        bytes += stand.bytes
        offset += stand == .byteOrderMark ? 3 : 1
      } else {
        bytes.append(text[offset])
        offset += 1
      }
    }
    return bytes
  }
}

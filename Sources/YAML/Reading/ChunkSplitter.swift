/// Cuts a text at the lines that begin with `---`, before any YAML is parsed, as kubectl does.
struct ChunkSplitter {
  /// The octets of one document.
  struct Chunk {
    let range: Range<Int>
    /// How many lines stand before it.
    let linesBefore: UInt32
    /// The first line that begins with `---` and says more; kubectl refuses the whole chunk then.
    let refused: (says: String, line: UInt32)?
  }

  /// Whether a separator that follows directives belongs to the document after them, and a refused one to what
  /// follows it; both not to kubectl.
  private let isTolerant: Bool
  private var admittedLine: Int?
  private var offset: Int
  private var line: UInt32

  init(from offset: Int, linesBefore: UInt32, isTolerant: Bool) {
    self.offset = offset
    line = linesBefore
    self.isTolerant = isTolerant
  }

  /// The next chunk; nil at the end of the text.
  mutating func next(in text: Span<UInt8>) -> Chunk? {
    let (start, linesBefore) = (offset, line)
    while offset < text.count {
      let lineStart = offset
      let lineEnd = text.firstIndex(of: 0x0A, from: offset) ?? text.count
      let isSeparator = text.has([0x2D, 0x2D, 0x2D], at: lineStart)
      if isSeparator, lineStart != admittedLine,
        let says = Self.remark(in: text, from: lineStart + 3, to: lineEnd)
      {
        let chunk = Chunk(
          range: start..<lineStart, linesBefore: linesBefore, refused: (says: says, line: line &+ 1)
        )
        refuse(lineStart, nextLine: min(lineEnd + 1, text.count))
        return chunk
      }
      offset = min(lineEnd + 1, text.count)
      line &+= 1
      if isSeparator, lineStart > start, !isPrologue(text, start..<lineStart) {
        return Chunk(range: start..<lineStart, linesBefore: linesBefore, refused: nil)
      }
    }
    guard start < text.count else { return nil }
    return Chunk(range: start..<text.count, linesBefore: linesBefore, refused: nil)
  }

  /// What stands behind a separator, unless it is a comment.
  private static func remark(in text: Span<UInt8>, from start: Int, to end: Int) -> String? {
    var first = start
    while first < end, Blank.width(at: first, in: text) > 0 {
      first += Blank.width(at: first, in: text)
    }
    guard first < end, text[first] != 0x23 else { return nil }
    var bytes: [UInt8] = []
    for index in first..<min(end, first + 60) { bytes.append(text[index]) }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func refuse(_ lineStart: Int, nextLine: Int) {
    if isTolerant {
      admittedLine = lineStart
      offset = lineStart
    } else {
      offset = nextLine
      line &+= 1
    }
  }

  /// Whether all lines so far are comments, blank or directives, and one is a directive.
  private func isPrologue(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard isTolerant else { return false }
    var hasDirective = false
    var offset = range.lowerBound
    while offset < range.upperBound {
      switch text[offset] {
      case 0x25: hasDirective = true
      case 0x23, 0x0A, 0x0D: break
      default: return false
      }
      offset = (text.firstIndex(of: 0x0A, from: offset) ?? range.upperBound) + 1
    }
    return hasDirective
  }
}

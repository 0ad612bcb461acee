/// Damages well-formed inputs, as bytes, as lines, as words and as nested structures.
struct Mutator {
  /// No input grows beyond this; what is longer is tested for its own sake.
  static let largestInput = 64 << 10

  private let corpus: Corpus
  private let tokens: [String]
  private var generator: SeededGenerator

  /// Makes inputs of a corpus and of what the target's language is made of, besides what is bad everywhere.
  init(_ corpus: Corpus, tokens: [String], using generator: SeededGenerator) {
    self.corpus = corpus
    self.tokens = tokens + NastyText.tokens
    self.generator = generator
  }

  /// One input; now and then a seed as it is.
  mutating func input() -> [UInt8] {
    var bytes = corpus.excerpt(using: &generator)
    guard generator.number(below: 50) > 0 else { return bytes }
    for _ in 0...generator.number(below: 6) {
      mutate(&bytes)
      if bytes.count > Self.largestInput {
        bytes.removeSubrange(Self.largestInput...)
      }
    }
    return bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    switch generator.number(below: 16) {
    case 0: flip(&bytes)
    case 1: bytes.removeSubrange(generator.range(in: bytes.count))
    case 2: double(&bytes)
    case 3, 4: insertToken(&bytes)
    case 5: splice(&bytes)
    case 6: nest(&bytes)
    case 7: replaceNumber(&bytes)
    case 8: bytes.removeSubrange(generator.number(below: bytes.count + 1)...)
    case 9, 10, 11: mutateLines(&bytes)
    case 12, 13: mutateWords(&bytes)
    case 14: replaceToken(&bytes)
    default: `repeat`(&bytes)
    }
  }
}

extension Mutator {
  private mutating func flip(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let position = generator.number(below: bytes.count)
    let isBit = generator.number(below: 2) == 0
    let byte = UInt8(truncatingIfNeeded: generator.next())
    bytes[position] = isBit ? bytes[position] ^ (1 << (byte & 7)) : byte
  }

  private mutating func double(_ bytes: inout [UInt8]) {
    let range = generator.range(in: bytes.count)
    let target = generator.number(below: bytes.count + 1)
    bytes.insert(contentsOf: Array(bytes[range]), at: target)
  }

  private mutating func token() -> [UInt8] {
    let bytes = NastyText.bytes
    if generator.number(below: 5) == 0 { return bytes[generator.number(below: bytes.count)] }
    return Array(tokens[generator.number(below: tokens.count)].utf8)
  }

  private mutating func insertToken(_ bytes: inout [UInt8]) {
    bytes.insert(contentsOf: token(), at: generator.number(below: bytes.count + 1))
  }

  private mutating func replaceToken(_ bytes: inout [UInt8]) {
    bytes.replaceSubrange(generator.range(in: bytes.count), with: token())
  }

  /// The first part of this input, then the last part of another.
  private mutating func splice(_ bytes: inout [UInt8]) {
    let other = corpus.excerpt(using: &generator)
    let (head, tail): (Int, Int)
    if generator.number(below: 3) > 0 {
      head = lineStart(in: bytes)
      tail = lineStart(in: other)
    } else {
      head = generator.number(below: bytes.count + 1)
      tail = generator.number(below: other.count + 1)
    }
    bytes.removeSubrange(head...)
    bytes += other[tail...]
  }

  private mutating func lineStart(in bytes: [UInt8]) -> Int {
    let position = generator.number(below: bytes.count + 1)
    return bytes[position...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }

  private mutating func nest(_ bytes: inout [UInt8]) {
    let opener = Array(NastyText.openers[generator.number(below: NastyText.openers.count)].utf8)
    let depth = generator.number(below: 3) == 0 ? 20_000 : 300
    let count = 1 + generator.number(below: depth)
    let opened = [UInt8](repeatElement(opener, count: count).joined())
    bytes.insert(contentsOf: opened, at: generator.number(below: bytes.count + 1))
  }

  private mutating func replaceNumber(_ bytes: inout [UInt8]) {
    let start = generator.number(below: bytes.count + 1)
    guard let first = bytes[start...].firstIndex(where: Self.isDigit) else { return }
    let end = bytes[first...].firstIndex { !Self.isDigit($0) } ?? bytes.count
    let number = NastyText.numbers[generator.number(below: NastyText.numbers.count)]
    bytes.replaceSubrange(first..<end, with: Array(number.utf8))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  private mutating func `repeat`(_ bytes: inout [UInt8]) {
    let range = generator.range(in: bytes.count)
    guard !range.isEmpty else { return }
    let count = generator.number(below: max(1, min(2_000, Self.largestInput / range.count)))
    let repeated = [UInt8](repeatElement(bytes[range], count: count).joined())
    bytes.insert(contentsOf: repeated, at: range.upperBound)
  }
}

extension Mutator {
  private mutating func mutateLines(_ bytes: inout [UInt8]) {
    var lines = Lines.of(bytes)
    guard !lines.isEmpty else { return }
    let one = generator.number(below: lines.count)
    let other = generator.number(below: lines.count)
    switch generator.number(below: 6) {
    case 0: lines.remove(at: one)
    case 1: lines.insert(lines[one], at: other)
    case 2: lines.swapAt(one, other)
    case 3:
      lines[one] = [UInt8](repeating: 0x20, count: generator.number(below: 9))[...] + lines[one]
    case 4: lines[one] = lines[one].drop { $0 == 0x20 }
    default:
      // The line is joined with the next one.
      if lines[one].last == 0x0A { lines[one] = lines[one].dropLast() }
    }
    bytes = [UInt8](lines.joined())
  }

  /// Drops, doubles, swaps or stretches the words of one line, which are the cells of a table.
  private mutating func mutateWords(_ bytes: inout [UInt8]) {
    var lines = Lines.of(bytes)
    guard !lines.isEmpty else { return }
    let line = generator.number(below: lines.count)
    var words = lines[line].split(separator: 0x20, omittingEmptySubsequences: false)
    let one = generator.number(below: words.count)
    let other = generator.number(below: words.count)
    switch generator.number(below: 5) {
    case 0: words.remove(at: one)
    case 1: words.insert(words[one], at: other)
    case 2: words.swapAt(one, other)
    case 3: words[one] = token()[...]
    default: words.insert(contentsOf: repeatElement([], count: 1 + one % 7), at: other)
    }
    lines[line] = [UInt8](words.joined(separator: [0x20]))[...]
    bytes = [UInt8](lines.joined())
  }
}

import Basics

/// Random numbers of one input of a fuzz target, the same for the same seed.
package struct SeededGenerator: RandomNumberGenerator {
  private var numbers: SplitMix

  /// A generator of its own for each input of a target.
  package init(seed: UInt64, input: Int) {
    let input = UInt64(truncatingIfNeeded: input)
    numbers = SplitMix(seed: seed &* 0xD1B5_4A32_D192_ED03 &+ input)
    _ = numbers.next()
    numbers.state ^= input << 32
  }

  package mutating func next() -> UInt64 { numbers.next() }
}

extension SeededGenerator {
  /// A number below `bound`; zero when there is none.
  mutating func number(below bound: Int) -> Int {
    bound > 0 ? Int.random(in: 0..<bound, using: &self) : 0
  }

  /// A part of a text with `count` elements, mostly short.
  mutating func range(in count: Int) -> Range<Int> {
    let start = number(below: count + 1)
    let longest = number(below: 4) == 0 ? count : 16
    return start..<min(count, start + 1 + number(below: longest))
  }
}

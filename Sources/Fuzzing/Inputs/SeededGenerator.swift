/// Random numbers that are the same for the same seed, everywhere and for ever (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// A generator of its own for each input of a target.
  package init(seed: UInt64, input: Int) {
    state = seed &* 0xD1B5_4A32_D192_ED03 &+ UInt64(truncatingIfNeeded: input)
    _ = next()
    state ^= UInt64(truncatingIfNeeded: input) << 32
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
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

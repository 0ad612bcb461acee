import Basics
import Testing

@Suite("Names that come again")
struct NameTests {
  @Test("have the number of the first time, in whatever order they come")
  func numbers() {
    var generator = SplitMix(seed: 5)
    var numbers = NameNumbers()
    var known: [String: Int] = [:]
    for _ in 0..<2_000 {
      let name = "name \(Int.random(in: 0..<40, using: &generator))"
      let number = numbers.number(of: name)
      #expect(known[name, default: number] == number)
      #expect(numbers.names[number] == name)
      known[name] = number
    }
    #expect(Set(known.values).count == known.count)
  }

  @Test("are seen once, few or many", arguments: [1, 19, 20, 21, 22, 300])
  func seen(count: Int) {
    var seen = SeenNames()
    for number in 0..<count {
      #expect(!seen.contains("name \(number)"))
      let isNew = seen.insert("name \(number)")
      let isNewAgain = seen.insert("name \(number / 2)")
      #expect(isNew && !isNewAgain)
    }
    #expect(seen.count == count)
    #expect((0..<count).allSatisfy { seen.contains("name \($0)") })
  }

  @Test("are put together as appending would")
  func joining() {
    for texts in [[], ["a"], ["a", ""], ["é", "", "a longer text than fits", "."]] {
      #expect(String(joining: texts) == texts.joined())
    }
  }

  @Test("have only octets of a range", arguments: [0...0x7F, 0x20...0x7E] as [ClosedRange<UInt8>])
  func octets(range: ClosedRange<UInt8>) {
    for byte in UInt8.min...UInt8.max {
      for place in [0, 7, 8, 9, 15, 16] {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 17)
        bytes[place] = byte
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasOnlyOctets(in: range) == text.utf8.allSatisfy(range.contains))
      }
    }
  }
}

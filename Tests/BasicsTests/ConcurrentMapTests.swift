import Basics
import Testing

@Suite struct ConcurrentMapTests {
  @Test("keeps the order of the elements", arguments: [-1, 0, 1, 7, 1_000, 5_000])
  func order(chunkSize: Int) {
    let squares = Array(0..<1_000).concurrentMap(chunkSize: chunkSize) { $0 * $0 }
    #expect(squares == (0..<1_000).map { $0 * $0 })
  }

  @Test("of nothing is nothing") func empty() {
    #expect([Int]().concurrentMap { $0 }.isEmpty)
  }

  @Test("counts from where a slice begins") func slices() {
    #expect(Array(0..<10)[4..<9].concurrentMap(chunkSize: 2) { $0 } == [4, 5, 6, 7, 8])
  }

  @Test("loops may stand in each other") func nested() {
    let sums = Array(0..<50).concurrentMap { outer in
      Array(0..<50).concurrentMap { $0 * outer }.reduce(0, +)
    }
    #expect(sums == (0..<50).map { $0 * 1_225 })
  }

  @Test("sorts, and leaves equal elements as they were", arguments: [1, 3, 64, 5_000])
  func sorting(chunkSize: Int) {
    let elements = (0..<1_000).map { Numbered(key: $0 &* 7_919 % 97, number: $0) }
    let sorted = elements.concurrentlySorted(chunkSize: chunkSize)
    #expect(sorted.map(\.number) == elements.sorted().map(\.number))
  }

  private struct Numbered: Comparable {
    var key: Int
    var number: Int

    static func < (one: Numbered, other: Numbered) -> Bool { one.key < other.key }
  }

  @Test("two things at once are both done") func pair() {
    #expect(concurrently({ 1 }, { "two" }) == (1, "two"))
  }
}

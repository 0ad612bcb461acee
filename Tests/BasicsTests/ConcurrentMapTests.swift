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

  @Test("two things at once are both done") func pair() {
    #expect(concurrently({ 1 }, { "two" }) == (1, "two"))
  }
}

import Basics
import Testing

@Suite("Places by hash")
struct PlaceIndexTests {
  private static let words = ["a", "b", "a", "", "c", "b", "a"]

  private func index(_ hash: @escaping @Sendable (String) -> Int?) -> PlaceIndex {
    PlaceIndex(count: Self.words.count) { hash(Self.words[$0]) }
  }

  @Test(
    "are found in ascending order, and not where there is no hash",
    arguments: [("a", [0, 2, 6]), ("b", [1, 5]), ("c", [4]), ("", []), ("d", [])])
  func places(_ word: String, expected: [Int]) {
    let index = index { $0.isEmpty ? nil : $0.hashValue }
    #expect(index.places(word.hashValue) { Self.words[$0] == word } == expected)
  }

  @Test("are told apart by who asks where hashes are the same", arguments: [0, 7, -1, Int.min])
  func collisions(_ hash: Int) {
    let index = index { _ in hash }
    #expect(index.places(hash) { Self.words[$0] == "b" } == [1, 5])
    #expect(index.places(hash) { _ in true } == Array(Self.words.indices))
  }

  @Test("are none in an index of nothing")
  func empty() {
    #expect(PlaceIndex().places(1) { _ in true } == [])
    #expect(PlaceIndex(count: 0) { $0 }.places(0) { _ in true } == [])
  }

  @Test("are the same when several processors hash")
  func many() {
    let index = PlaceIndex(count: 30_000) { $0 % 1_000 }
    #expect(
      index.places(999) { $0 % 1_000 == 999 } == Array(stride(from: 999, to: 30_000, by: 1_000)))
  }
}

/// The places in an array of numbers, put together by number, each list in ascending order.
struct PlacesByNumber {
  /// Where the places of each number begin, and where those of the last end.
  private var starts: [Int]
  private var places: [Int]

  /// Expects numbers from zero to less than `count`.
  init(_ numbers: [Int], count: Int) {
    starts = Array(repeating: 0, count: count + 1)
    for number in numbers { starts[number + 1] += 1 }
    for number in 0..<count { starts[number + 1] += starts[number] }
    var next = starts
    places = Array(repeating: 0, count: numbers.count)
    for (place, number) in numbers.enumerated() {
      places[next[number]] = place
      next[number] += 1
    }
  }

  subscript(number: Int) -> ArraySlice<Int> { places[starts[number]..<starts[number + 1]] }
}

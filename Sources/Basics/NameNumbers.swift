/// Numbers of names in the order in which they were first seen, for names that come again and again in about the same
/// order: the name that followed last time is compared before any is hashed.
package struct NameNumbers: Sendable {
  /// The names by their numbers.
  package private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  /// The number that came after each last time.
  private var followers: [Int] = []
  private var last = 0

  package init() {}

  /// The number of a name, which is a new one where it was not seen before.
  package mutating func number(of name: String) -> Int {
    if !names.isEmpty {
      let expected = followers[last]
      if names[expected] == name {
        last = expected
        return expected
      }
    }
    let number = numbers[name] ?? added(name)
    followers[last] = number
    last = number
    return number
  }

  private mutating func added(_ name: String) -> Int {
    let number = names.count
    names.append(name)
    numbers[name] = number
    followers.append(number)
    return number
  }
}

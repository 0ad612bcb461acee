/// Short options with their values joined, as kubectl takes them: `-ojson`, `-nshop`, `-lapp=web`.
enum JoinedOptions {
  private static let letters: Set<Character> = ["f", "l", "n", "o"]

  /// The arguments with such options split from their values.
  static func split(_ arguments: [String]) -> [String] {
    let options = arguments.prefix { $0 != "--" }
    return options.flatMap(parts) + arguments.dropFirst(options.count)
  }

  private static func parts(of argument: String) -> [String] {
    let letters = argument.dropFirst()
    guard argument.hasPrefix("-"), let first = letters.first, Self.letters.contains(first),
      letters.count > 1, letters.dropFirst().first != "="
    else { return [argument] }
    return ["-\(first)", String(letters.dropFirst())]
  }
}

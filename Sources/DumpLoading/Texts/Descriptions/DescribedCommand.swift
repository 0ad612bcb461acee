/// The command and arguments of a container, from lines that do not show where one word ends.
struct DescribedCommand {
  private(set) var command: [String]
  private(set) var args: [String]

  init(_ command: OutlineNode?, _ args: OutlineNode?) {
    let words = Self.lines(command)
    self.command = Self.joiningScript(of: words, after: words)
    let rest = Self.lines(args)
    let endsInOption = words.last.map(Self.isScriptOption) ?? false
    self.args =
      endsInOption && rest.count > 1
      ? [rest.joined(separator: "\n")] : Self.joiningScript(of: rest, after: words + rest)
  }

  /// The words of a command that are printed with blanks between them.
  static func joiningScript(ofWords words: [String]) -> [String] {
    guard let first = words.first, isShell(first),
      let option = words.firstIndex(where: isScriptOption)
    else { return words }
    return words[...option] + [words[(option + 1)...].joined(separator: " ")]
  }

  private static func lines(_ list: OutlineNode?) -> [String] {
    list.map { list in list.descendants.map { $0.text(from: list.indent + 2) } } ?? []
  }

  /// All lines behind the `-c` of a shell are its script.
  private static func joiningScript(of words: [String], after all: [String]) -> [String] {
    guard let first = all.first, isShell(first),
      let option = words.firstIndex(where: isScriptOption)
    else { return words }
    let script = words[(option + 1)...]
    return script.count > 1 ? words[...option] + [script.joined(separator: "\n")] : words
  }

  private static func isShell(_ word: String) -> Bool {
    let name = word.split(separator: "/").last ?? ""
    return name == "sh" || name == "bash" || name == "ash" || name == "dash" || name == "zsh"
  }

  /// `-c`, also together with other options: `-ec`.
  private static func isScriptOption(_ word: String) -> Bool {
    word.hasPrefix("-") && word.hasSuffix("c") && word.utf8.count <= 5 && !word.hasPrefix("--")
  }
}

import ArgumentParser
import RuleEngine

/// Writes `Rules/README.md` from the rules, or says that it is stale.
struct Reference: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the rule reference, README.md in the folder of rules.")

  @OptionGroup var rules: RuleFolderOptions

  @Flag(help: "Write nothing; fail when the reference is not what the rules say.")
  var check = false

  func run() throws {
    let book = try RuleBook(files: RuleFolder.files(at: rules.folder), laws: .bundled)
    let text = try RuleManual(of: book).markdown()
    let path = "\(rules.folder)/README.md"
    guard check else { return try RuleFolder.write(text, to: path) }
    guard (try? RuleFolder.file(at: path))?.text == text else {
      throw ValidationError("\(path) is stale; run `make reference`")
    }
  }
}

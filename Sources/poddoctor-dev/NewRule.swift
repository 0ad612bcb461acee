import ArgumentParser
import Findings
import RuleEngine

/// Writes the file of a new rule, with every key in its place.
struct NewRule: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the file of a new rule, to be filled in.")

  @OptionGroup var rules: RuleFolderOptions

  @Argument(help: "The ailment in kebab-case; reads after `poddoctor found ...`.")
  var name: String

  @Option(help: "The playbook: \(Playbook.allCases.map(\.rawValue).joined(separator: ", ")).")
  var playbook: String

  @Option(help: "The version that the rule will first be in.")
  var since = "0.1.0"

  func run() throws {
    guard let playbook = Playbook(rawValue: playbook) else {
      throw ValidationError("no playbook is named \(playbook)")
    }
    let scaffold = RuleScaffold(name: name, playbook: playbook, since: since)
    let path: String
    do {
      path = try scaffold.write(into: "\(rules.folder)/\(playbook.rawValue)")
    } catch {
      throw ValidationError(error.description)
    }
    print("wrote \(path); fill it in, then run `make test` and `make reference`")
  }
}

import ArgumentParser

/// `poddoctor rules`: the rules themselves.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules, or test rules of your own.",
    subcommands: [RulesList.self, RulesTest.self])
}

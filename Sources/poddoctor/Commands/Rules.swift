import ArgumentParser

/// `poddoctor rules`: the rules themselves.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules; begin or test rules of your own.",
    subcommands: [RulesList.self, RulesNew.self, RulesTest.self])
}

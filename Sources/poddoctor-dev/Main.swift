import ArgumentParser

/// The maintainers' tool: what is generated, it generates.
@main struct Main: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "poddoctor-dev",
    abstract: "Scaffolds rules and keeps generated files fresh.",
    subcommands: [Reference.self, NewRule.self])
}

/// The folder of rules that both commands work on.
struct RuleFolderOptions: ParsableArguments {
  @Option(name: .customLong("rules"), help: "The folder of rules.")
  var folder = "Rules"
}

import ArgumentParser

/// Tries every reader with damaged inputs; for maintainers.
@main struct Main: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "poddoctor-fuzz",
    abstract: "Tries every reader, and what follows on it, with damaged inputs.",
    subcommands: [Run.self, Replay.self, Try.self], defaultSubcommand: Run.self)
}

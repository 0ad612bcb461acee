import ArgumentParser

/// A subcommand that answers with a value; only `Main` writes it out.
protocol AnsweringCommand: ParsableCommand {
  func answer(on terminal: Terminal.Surroundings) throws -> Answer
}

import ArgumentParser

/// `poddoctor completion SHELL`: a completion script, as kubectl's command of that name prints one.
struct Completion: AnsweringCommand {
  /// The shells that there are scripts for.
  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish
  }

  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "Print a completion script for a shell.",
    discussion: "source <(poddoctor completion bash)")

  @Argument(help: "The shell.")
  var shell: Shell

  func answer(on terminal: Terminal.Surroundings) -> Answer {
    let shell: CompletionShell =
      switch self.shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    return Answer(output: Array((PodDoctor.completionScript(for: shell) + "\n").utf8))
  }
}

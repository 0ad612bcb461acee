import ArgumentParser
import Basics
import Findings
import PodDoctorKit

/// One run of the program on its arguments.
struct Invocation {
  var arguments: [String]

  /// The name by which people call the program: as kubectl's plugin it is `kubectl poddoctor`.
  static let programName: String = {
    let path = CommandLine.arguments.first ?? Release.name
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasPrefix("kubectl-") ? "kubectl \(Release.name)" : Release.name
  }()

  func answer() -> Answer {
    do {
      if let plain = PlainDiagnosis(arguments) { return try plain.answer(on: .current) }
      if let message = LiveOptions.refusal(of: arguments) { throw UsageError(message) }
      if let message = refusalOfCommand { throw UsageError(message) }
      var command = try PodDoctor.parseAsRoot(JoinedOptions.split(arguments))
      guard let answering = command as? any AnsweringCommand else {
        try command.run()
        return Answer()
      }
      return try answering.answer(on: .current)
    } catch {
      return answer(to: error)
    }
  }

  private func answer(to error: any Error) -> Answer {
    switch error {
    case let error as UsageError: refusal(error.description)
    case ConsultationError.nothingUsable(let says): refusal(says, isOfUsage: false)
    case let error as ConsultationError: refusal(error.description)
    case let error as OutputFile.WritingError: refusal(error.description)
    default: answer(toParserError: error)
    }
  }

  /// Help, versions and completion scripts also arrive as errors, but with a clean exit code.
  private func answer(toParserError error: any Error) -> Answer {
    let code = PodDoctor.exitCode(for: error)
    if code == .success {
      let message = PodDoctor.fullMessage(for: error)
      return Answer(output: Array((message.hasSuffix("\n") ? message : message + "\n").utf8))
    }
    guard code == .validationFailure else {
      return Answer(
        diagnostics: "error: internal error: \(error)\n", exitCode: .internalError)
    }
    return refusal(PodDoctor.message(for: error))
  }

  /// Says what is wrong, and where to read on when the arguments are.
  private func refusal(_ message: String, isOfUsage: Bool = true) -> Answer {
    let error = "error: \(Credentials.blotted(message.onOneLine).escapingControls)\n"
    let hint = isOfUsage ? "See '\(commandName) --help' for usage.\n" : ""
    return Answer(diagnostics: error + hint, exitCode: .unusable)
  }

  /// The command that the arguments begin with: `poddoctor rules test`.
  private var commandName: String {
    var words = [Self.programName]
    var commands = PodDoctor.configuration.subcommands
    for argument in arguments {
      let command = commands.first { $0.configuration.commandName == argument }
      guard let command else { break }
      words.append(argument)
      commands = command.configuration.subcommands
    }
    return words.joined(separator: " ")
  }

  /// What to answer when the first argument is no command; nil when it is one, or an option.
  private var refusalOfCommand: String? {
    guard let word = arguments.first, !word.hasPrefix("-") || word == "-" else { return nil }
    let names = PodDoctor.configuration.subcommands.compactMap { $0.configuration.commandName }
    if names.contains(word) || word == "help" { return nil }
    if word == "-" || Terminal.exists(word) {
      return "no command is named \(word); did you mean '\(Self.programName) diagnose \(word)'?"
    }
    let nearest = Spelling.nearest(to: word, among: names)
    return "no command is named \(word)" + (nearest.map { "; did you mean \($0)?" } ?? "")
  }
}

extension String {
  /// The parser's message as one line in the manner of kubectl: no capital, and lists joined by commas.
  fileprivate var onOneLine: String {
    var lines = split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }
    if let first = lines.first, first.hasPrefix("Error: ") { lines[0] = first.dropFirst(7) }
    let values = lines.filter { $0.hasPrefix("- ") }.map { $0.dropFirst(2) }
    let text = lines.filter { !$0.hasPrefix("- ") } + [values.joined(separator: ", ")[...]]
    let line = text.filter { !$0.isEmpty }.joined(separator: " ")
    return line.prefix(1).lowercased() + line.dropFirst()
  }
}

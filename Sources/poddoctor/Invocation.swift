import ArgumentParser
import Basics
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
      if let message = LiveOptions.refusal(of: arguments) { throw UsageError(message) }
      var command = try PodDoctor.parseAsRoot(arguments)
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

  private func refusal(_ message: String) -> Answer {
    let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    let shown = (line.hasPrefix("Error: ") ? String(line.dropFirst(7)) : line).escapingControls
    return Answer(
      diagnostics: "error: \(shown)\nSee '\(commandName) --help' for usage.\n", exitCode: .unusable)
  }

  /// The command that the arguments begin with: `poddoctor diagnose`.
  private var commandName: String {
    let known = Set(PodDoctor.configuration.subcommands.compactMap(\.configuration.commandName))
    let command = arguments.first.flatMap { known.contains($0) ? " \($0)" : nil } ?? ""
    return Self.programName + command
  }
}

extension String {
  /// This text with what a terminal would obey made visible.
  fileprivate var escapingControls: String {
    unicodeScalars.map { $0.isHarmful ? $0.escaped(asASCII: true) : String($0) }.joined()
  }
}

import ArgumentParser
import Findings
import Reporting

/// How and where a review is written: any number of formats, each to a file or to standard output.
struct ReviewOutputOptions: ParsableArguments {
  /// A format and where it goes; nil is standard output.
  struct Output: ExpressibleByArgument {
    var format: ReviewFormat
    var file: String?

    init(format: ReviewFormat, file: String? = nil) {
      self.format = format
      self.file = file
    }

    /// Reads `FORMAT` or `FORMAT=FILE`.
    init?(argument: String) {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let format = ReviewFormat(rawValue: String(parts[0])) else { return nil }
      let file = parts.count > 1 ? String(parts[1]) : nil
      guard file != "" else { return nil }
      self.init(format: format, file: file)
    }

    static let allValueStrings = ReviewFormat.allCases.map(\.rawValue)
  }

  @Option(
    name: [.customShort("o"), .customLong("output")], parsing: .singleValue,
    help: ArgumentHelp(
      "The format of the answer, or FORMAT=FILE to write it to a file. May be repeated.",
      valueName: "format"))
  var outputs: [Output] = []

  @Option(help: "Whether to colour text; auto colours on a terminal, and heeds NO_COLOR.")
  var color = ColourChoice.auto

  @Flag(name: .shortAndLong, help: "Write nothing to standard output; the exit code answers.")
  var quiet = false

  /// Whether one of the formats shows the remedies of each finding.
  var showsEveryRemedy: Bool { outputs.contains { $0.format.showsEveryRemedy } }

  /// Writes the report in every format; what goes to no file is the answer.
  func deliver(_ report: ReviewReport, on terminal: Terminal.Surroundings) throws -> Answer {
    let exitCode = Answer.ExitCode(rawValue: Int32(clamping: report.summary.exitCode))
    var answer = Answer(exitCode: exitCode ?? .internalError)
    for output in outputs.isEmpty ? [Output(format: .text)] : outputs {
      let bytes = output.format.bytes(of: report, layout(of: output, on: terminal))
      if let file = output.file {
        try OutputFile(path: file).replace(with: bytes)
      } else if !quiet {
        // No more than one format goes there, and a text of many megabytes need not be copied.
        answer.output = bytes
      }
    }
    return answer
  }

  func validate() throws {
    guard outputs.count(where: { $0.file == nil }) <= 1 else {
      throw ValidationError("only one format can go to standard output; use FORMAT=FILE")
    }
  }

  /// A file is no terminal.
  private func layout(of output: Output, on terminal: Terminal.Surroundings) -> TextLayout {
    var surroundings = terminal
    if output.file != nil {
      surroundings.isInteractive = false
      surroundings.columns = nil
    }
    return surroundings.layout(color)
  }
}

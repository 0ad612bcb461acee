import ArgumentParser
import Basics
import Findings
import Reporting

/// How and where the answer is written.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The format of the answer.")
  var format = ReportFormat.text

  @Option(
    help: ArgumentHelp(
      "Write the answer to this file, as a whole or not at all.", valueName: "file"),
    completion: .file())
  var outputFile: String?

  @Option(help: "Whether to colour text; auto colours on a terminal, and heeds NO_COLOR.")
  var color = ColourChoice.auto

  @Flag(name: .shortAndLong, help: "Say on standard error what was read.")
  var verbose: Int

  @Flag(name: .shortAndLong, help: "Write nothing; only the exit code answers.")
  var quiet = false

  /// Writes to the file when one is named; otherwise the bytes are the answer.
  func deliver(_ bytes: [UInt8], exitCode: Answer.ExitCode) throws -> Answer {
    if let outputFile {
      try OutputFile(path: outputFile).replace(with: bytes)
      return Answer(exitCode: exitCode)
    }
    return Answer(output: quiet ? [] : bytes, exitCode: exitCode)
  }

  /// The layout of text on this terminal; a file is no terminal.
  func layout(on terminal: Terminal.Surroundings) -> TextLayout {
    var surroundings = terminal
    if outputFile != nil {
      surroundings.isInteractive = false
      surroundings.columns = nil
    }
    return surroundings.layout(color)
  }
}

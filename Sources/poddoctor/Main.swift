/// The entry of the program: one answer, one write to each stream, one exit code.
@main
struct Main {
  static func main() {
    Terminal.ignoreFailingWrites()
    let answer = Invocation(arguments: Array(CommandLine.arguments.dropFirst())).answer()
    Terminal.standardError.write(Array(answer.diagnostics.utf8))
    guard Terminal.standardOutput.write(answer.output) || Terminal.hasLostItsReader else {
      Terminal.standardError.write(Array("error: cannot write the answer\n".utf8))
      Terminal.exit(.unusable)
    }
    withExtendedLifetime(answer) { Terminal.exit(answer.exitCode) }
  }
}

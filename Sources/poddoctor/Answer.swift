/// What one run of the program says, and how it ends.
struct Answer {
  /// The result, for standard output.
  var output: [UInt8] = []
  /// Errors, for standard error.
  var diagnostics = ""
  var exitCode = ExitCode.success
  /// What the answer was found with, which is left to the end of the process to free.
  var remains: (any Sendable)?

  /// The exit codes, the same for every output format.
  enum ExitCode: Int32 {
    case success = 0
    /// A root cause at or above `--fail-on`, or a failing rule example.
    case found = 1
    /// Wrong usage, unreadable input, or nothing matched.
    case unusable = 2
    /// A bug of poddoctor.
    case internalError = 3
  }
}

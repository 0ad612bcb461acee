import Foundation

/// The built program, run as a person runs it.
struct Program {
  /// What one run left behind.
  struct Outcome: Sendable {
    var output: String
    var diagnostics: String
    var exitCode: Int32
  }

  static func run(
    _ arguments: [String], environment: [String: String] = [:], input: String? = nil
  ) throws -> Outcome {
    try run(executable, arguments, environment: environment, input: input)
  }

  /// Runs a shell script that finds the program as `$0`, in a folder.
  static func shell(_ script: String, in folder: URL) throws -> Outcome {
    try run(
      URL(filePath: "/bin/sh"), ["-c", script, executable.path(percentEncoded: false)],
      environment: ["PATH": "/usr/bin:/bin"], in: folder)
  }

  /// Runs another program, such as a script that runs ours.
  static func run(
    _ executable: URL, _ arguments: [String], environment: [String: String] = [:],
    input: String? = nil, in folder: URL? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    if let folder { process.currentDirectoryURL = folder }
    process.arguments = arguments
    process.environment = environment
    let (output, diagnostics) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = diagnostics
    let standardInput = Pipe()
    if input == nil {
      process.standardInput = FileHandle.nullDevice
    } else {
      process.standardInput = standardInput
    }
    try process.run()
    if let input {
      standardInput.fileHandleForWriting.write(Data(input.utf8))
      try standardInput.fileHandleForWriting.close()
    }
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let errors = diagnostics.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      output: String(decoding: text, as: UTF8.self),
      diagnostics: String(decoding: errors, as: UTF8.self), exitCode: process.terminationStatus)
  }

  /// The program stands beside the test bundle.
  static var executable: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "poddoctor")
  }
}

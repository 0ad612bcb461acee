import Foundation
import TestSupport
import Testing

/// The built `poddoctor-fuzz`, run as a maintainer runs it.
enum Fuzzer {
  /// An input that found something once: `Fixtures/Fuzz/TARGET/NAME`.
  struct Kept: Sendable, CustomTestStringConvertible {
    var target: String
    var path: String

    var testDescription: String { "\(target)/\(path.split(separator: "/").last ?? "")" }
  }

  static let scratch = FileManager.default.temporaryDirectory
    .appending(path: "poddoctor-fuzz-found-\(ProcessInfo.processInfo.processIdentifier)").path

  static let kept: [Kept] = FuzzingTests.targets.flatMap { target in
    let folder = "\(PackageFolder.path)/Fixtures/Fuzz/\(target)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { Kept(target: target, path: "\(folder)/\($0)") }
  }

  /// Both streams in one, and the exit code.
  static func run(_ arguments: [String]) throws -> (output: String, exitCode: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "poddoctor-fuzz")
    process.arguments = arguments + ["--root", PackageFolder.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: text, as: UTF8.self), process.terminationStatus)
  }
}

import ArgumentParser
import FoundationEssentials
import Fuzzing
import Glibc

/// Tries inputs of one target in a process of their own, in a folder of its own.
struct Attempt {
  let target: String
  let options: FuzzOptions
  let seconds: Int
  let folder: String

  init(_ target: String, _ options: FuzzOptions, seconds: Int) throws {
    self.target = target
    self.options = options
    self.seconds = seconds
    folder = "\(FileManager.default.temporaryDirectory.path)/poddoctor-fuzz-\(getpid())-\(target)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func inputs(_ numbers: Range<Int>) throws -> Outcome {
    try outcome(["--from", "\(numbers.lowerBound)", "--count", "\(numbers.count)"])
  }

  func file(_ path: String) throws -> Outcome { try outcome(["--file", path]) }

  /// The number of the input that was tried last; nil when none was.
  var position: Int? {
    let bytes = FileManager.default.contents(atPath: "\(folder)/\(FuzzRun.positionFile)")
    return bytes.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  func removeFolder() {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Runs this program once more; what it prints appears among what this one does.
  private func outcome(_ arguments: [String]) throws -> Outcome {
    let script = "cd \"$1\" && shift && exec \"$@\""
    let words =
      ["/bin/sh", "-c", script, "sh", folder, Self.program, "try", target, "--seed"]
      + ["\(options.seed)", "--root", options.root, "--seconds", "\(seconds)"] + arguments
    let pointers = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    var process = pid_t()
    guard unsafe posix_spawn(&process, "/bin/sh", nil, nil, pointers, environ) == 0 else {
      throw ValidationError("cannot start a process")
    }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Outcome(status: status)
  }

  private static var program: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }
}

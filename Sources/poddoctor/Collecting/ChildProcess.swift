import PodDoctorKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs another program to its end and keeps what it prints.
///
/// A few calls of the system: the library for this is asynchronous, and only one command needs it.
struct ChildProcess: Sendable {
  /// What one program may print at the most: 1 GiB.
  private static let limit = 1 << 30
  /// The longest that nothing is heard of a program.
  private static let patience: Int32 = 300_000

  /// A program that could not be started, with the system's reason.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// The program, by its path or as the shell finds it.
  var program: String

  func run(_ arguments: [String]) throws(Failure) -> CommandOutcome {
    let output = try Pipe()
    let errors = try Pipe()
    let child = try start(arguments, output, errors)
    output.closeWriting()
    errors.closeWriting()
    let isWhole = Self.read(output, errors)
    if !isWhole { kill(child, SIGKILL) }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    let words = String(decoding: errors.bytes, as: UTF8.self)
    return CommandOutcome(
      output: output.bytes, errors: isWhole ? words : words + "it was silent or printed too much",
      exitCode: isWhole ? code : 124)
  }

  private func start(
    _ arguments: [String], _ output: Pipe, _ errors: Pipe
  ) throws(Failure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors.writing, STDERR_FILENO)
    var words = unsafe [UnsafeMutablePointer<CChar>?]()
    for word in [program] + arguments { unsafe words.append(strdup(word)) }
    unsafe words.append(nil)
    defer { unsafe words.forEach { unsafe free($0) } }
    var child = pid_t()
    let result = unsafe posix_spawnp(&child, program, &actions, nil, words, Self.environment)
    guard result == 0 else {
      throw Failure(
        description: "cannot run \(program): \(unsafe String(cString: strerror(result)))")
    }
    return child
  }

  /// Reads both pipes until they are closed; false when one says too much or neither says anything for long.
  private static func read(_ output: Pipe, _ errors: Pipe) -> Bool {
    while true {
      let open = [output, errors].filter { !$0.isAtEnd }
      guard !open.isEmpty else { return true }
      var waiting = open.map { pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0) }
      let ready = unsafe poll(&waiting, nfds_t(waiting.count), patience)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return false }
      for (pipe, state) in zip(open, waiting) where state.revents != 0 {
        pipe.readOn()
        guard pipe.bytes.count <= limit else { return false }
      }
    }
  }

  /// The environment of this process, in which kubectl finds its configuration.
  private static var environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    #if canImport(Darwin)
      return unsafe _NSGetEnviron().pointee
    #else
      let symbol = unsafe dlsym(nil, "environ")
      typealias Words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
      return unsafe symbol?.assumingMemoryBound(to: Words.self).pointee
    #endif
  }
}

extension ChildProcess {
  /// A pipe, and what was read from it.
  private final class Pipe {
    private(set) var bytes: [UInt8] = []
    private(set) var isAtEnd = false
    let reading: Int32
    private(set) var writing: Int32

    init() throws(Failure) {
      var ends: [Int32] = [-1, -1]
      guard unsafe pipe(&ends) == 0 else {
        throw Failure(description: unsafe String(cString: strerror(errno)))
      }
      (reading, writing) = (ends[0], ends[1])
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    deinit {
      close(reading)
      closeWriting()
    }

    func closeWriting() {
      if writing >= 0 { close(writing) }
      writing = -1
    }

    func readOn() {
      var piece = [UInt8](repeating: 0, count: 64 << 10)
      let count = unsafe Glibc.read(reading, &piece, piece.count)
      if count > 0 {
        bytes += piece[..<count]
      } else if count == 0 || errno != EINTR {
        isAtEnd = true
      }
    }
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A stream of the process, and what is known of the place where the program runs.
struct Terminal {
  static let standardOutput = Terminal(descriptor: STDOUT_FILENO)
  static let standardError = Terminal(descriptor: STDERR_FILENO)

  let descriptor: Int32

  /// Whether a person sees the stream.
  var isInteractive: Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal; nil when it is none.
  var columns: Int? {
    var size = winsize()
    let result = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    return result == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  /// Writes everything, in one call where the system takes it; false when nobody reads any more or it fails.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { unsafe Self.write(descriptor, $0) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  /// Lets a write to a closed pipe, or beyond the largest file that is allowed, fail instead of ending the program
  /// with a signal.
  static func ignoreFailingWrites() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Whether the last write failed because nobody reads any more, which is no failure of ours.
  static var hasLostItsReader: Bool { errno == EPIPE }

  static func exit(_ code: Answer.ExitCode) -> Never {
    #if canImport(Glibc)
      Glibc.exit(code.rawValue)
    #else
      Darwin.exit(code.rawValue)
    #endif
  }

  static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  private static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}

extension Terminal {
  /// What decides width and colour.
  struct Surroundings {
    var environment: [String: String]
    var isInteractive: Bool
    var columns: Int?

    static var current: Surroundings {
      let names = ["NO_COLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS"]
      let pairs = names.compactMap { name in variable(name).map { (name, $0) } }
      return Surroundings(
        environment: Dictionary(uniqueKeysWithValues: pairs),
        isInteractive: standardOutput.isInteractive, columns: standardOutput.columns)
    }

    private static func variable(_ name: String) -> String? {
      guard let value = unsafe getenv(name) else { return nil }
      return unsafe String(cString: value)
    }
  }
}

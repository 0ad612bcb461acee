import Glibc

/// How a process that tried inputs ended.
enum Outcome: CustomStringConvertible {
  case kept
  /// A promise was not kept; the process said which.
  case breach
  /// It used up its processor time.
  case overrun
  case crash(signal: Int32)
  /// It could not try anything.
  case failure(code: Int32)

  static let breachCode: Int32 = 4

  init(status: Int32) {
    let signal = status & 0x7F
    let code = (status >> 8) & 0xFF
    switch (signal, code) {
    case (0, 0): self = .kept
    case (0, Self.breachCode): self = .breach
    case (0, _): self = .failure(code: code)
    case (SIGPROF, _): self = .overrun
    default: self = .crash(signal: signal)
    }
  }

  var description: String {
    switch self {
    case .kept: "kept"
    case .breach: "breach"
    case .overrun: "overrun"
    case .crash(let signal): "crash-\(signal)"
    case .failure(let code): "failure-\(code)"
    }
  }
}

/// What became of an attempt: its result, or why there is none.
///
/// A `Result` without the demand that a failure is an `Error`: for that the runtime would search all conformances of
/// the program once for each type of failure, on every start.
enum Attempt<Success, Failure> {
  case success(Success)
  case failure(Failure)
}

extension Attempt where Failure: Error {
  init(_ body: () throws(Failure) -> Success) {
    do throws(Failure) {
      self = .success(try body())
    } catch {
      self = .failure(error)
    }
  }

  func get() throws(Failure) -> Success {
    switch self {
    case .success(let success): return success
    case .failure(let failure): throw failure
    }
  }
}

extension Attempt: Sendable where Success: Sendable, Failure: Sendable {}

/// Why there is no answer, in words for the user; each of these is exit code 2.
package enum ConsultationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// An option's value cannot be used; says which and why.
  case invalidOption(String)
  /// Nothing in the input could be read; says what was tried.
  case nothingUsable(String)
  /// The input holds no object that the options choose.
  case nothingMatched(String)

  package var description: String {
    switch self {
    case .invalidOption(let text), .nothingUsable(let text), .nothingMatched(let text): text
    }
  }
}

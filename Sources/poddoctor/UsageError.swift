/// A wrong use of the command line, in one line.
struct UsageError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }

  static let nothingToRead = UsageError(
    "nothing to read: name a file or folder, or '-' for standard input")
}

/// Why a selector is not valid, in the words of the API server.
package struct SelectorError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One or more messages.
  package var messages: [String]

  init(_ messages: [String]) {
    self.messages = messages
  }

  init(_ message: String) {
    self.init([message])
  }

  /// The one message, or all different ones in brackets, as Go joins errors.
  package var description: String {
    var different: [String] = []
    for message in messages where !different.contains(message) { different.append(message) }
    return different.count == 1
      ? different[0] : "[\(different.joined(separator: ", "))]"
  }

  static func invalid(_ path: String, _ value: String, _ reason: String) -> String {
    "\(path): Invalid value: \(value): \(reason)"
  }

  static func unsupported(_ path: String, _ value: String, _ supported: [String]) -> String {
    let list = supported.map(GoNotation.quoted).joined(separator: ", ")
    return "\(path): Unsupported value: \(GoNotation.quoted(value)): supported values: \(list)"
  }
}

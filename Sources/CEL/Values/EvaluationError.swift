/// Why an expression has no value.
package struct EvaluationError: Error, Sendable, CustomStringConvertible {
  /// What kind of error it is.
  package enum Reason: Sendable, Hashable {
    case noSuchOverload
    case noSuchKey
    case unknownVariable
    case indexOutOfBounds
    case invalidArgument
    case overflow
    case divisionByZero
    /// The expression used up its steps, memory or depth.
    case limitExceeded
    case other
  }

  package var reason: Reason
  package var message: String
  /// Where in the expression, in UTF-8 bytes, when known.
  package var offset: Int?

  package init(_ reason: Reason = .other, _ message: String, at offset: Int? = nil) {
    self.reason = reason
    self.message = message
    self.offset = offset
  }

  package var description: String { message }

  /// The same error, placed in the expression unless it has a place already.
  func placed(at place: Int) -> EvaluationError {
    offset == nil ? EvaluationError(reason, message, at: place) : self
  }
}

extension EvaluationError {
  static let noSuchOverload = EvaluationError(.noSuchOverload, "no such overload")
  static let integerOverflow = EvaluationError(.overflow, "integer overflow")
  static let divisionByZero = EvaluationError(.divisionByZero, "division by zero")
  static let modulusByZero = EvaluationError(.divisionByZero, "modulus by zero")
  static let tooExpensive = EvaluationError(
    .limitExceeded, "operation cancelled: actual cost limit exceeded")
  static let tooLarge = EvaluationError(.limitExceeded, "value is too large")
  static let dereference = EvaluationError(.other, "optional.none() dereference")
  static let noSuchArgument = EvaluationError(.noSuchOverload, "no such overload")

  static func noSuchKey(_ key: Value) -> EvaluationError {
    EvaluationError(.noSuchKey, "no such key: \(key.conciseText)")
  }

  static func noSuchKey(_ key: String) -> EvaluationError {
    EvaluationError(.noSuchKey, "no such key: \(key)")
  }

  static func unknownVariable(_ name: String) -> EvaluationError {
    EvaluationError(.unknownVariable, "no such attribute(s): \(name)")
  }

  static func indexOutOfBounds(_ index: Int64) -> EvaluationError {
    EvaluationError(.indexOutOfBounds, "index out of bounds: \(index)")
  }

  static func indexOutOfRange(_ index: Int64) -> EvaluationError {
    EvaluationError(.indexOutOfBounds, "index out of range: \(index)")
  }

  static func conversion(from source: String, to target: String) -> EvaluationError {
    EvaluationError(.invalidArgument, "type conversion error from '\(source)' to '\(target)'")
  }
}

extension Value {
  /// The value in an error message: numbers and texts plain, anything else by its type.
  var conciseText: String {
    switch self {
    case .null: "null"
    case .bool(let value): String(value)
    case .int(let value): String(value)
    case .uint(let value): String(value)
    case .double(let value): value.goDescription
    case .string(let text): text
    default: typeName
    }
  }
}

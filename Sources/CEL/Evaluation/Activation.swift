/// Gives the variables of one evaluation their values.
///
/// An object, so that every evaluation counts one reference to it and copies nothing.
package protocol Activation: AnyObject {
  /// The variable's value, or nil when it has none here; asked only for variables that are read.
  func value(of variable: Environment.Variable) throws(EvaluationError) -> Value?
}

/// Variables in a dictionary by name.
package final class Bindings: Activation, Sendable {
  private let values: [String: Value]

  /// No variables.
  static let none = Bindings()

  package init(_ values: [String: Value] = [:]) {
    self.values = values
  }

  package func value(of variable: Environment.Variable) -> Value? { values[variable.name] }
}

/// Variables in an array by slot, for evaluations that must be fast.
package final class SlotBindings: Activation, Sendable {
  private let values: [Value?]

  package init(_ values: [Value?]) {
    self.values = values
  }

  package func value(of variable: Environment.Variable) -> Value? {
    variable.slot < values.count ? values[variable.slot] : nil
  }
}

import CEL
import RuleEngine
import YAML

/// What rules can ask of the variables that a container is given, found in one walk over them.
enum TemplateVariables {
  /// The variables whose name and value are written as texts, as they stand there.
  static func literals(of container: Origin) -> [Value] {
    guard let variables = container.node?["env"] else { return [] }
    var literals: [Value] = []
    for variable in variables.elements
    where variable["name"]?.isString == true && variable["value"]?.isString == true {
      literals.append(Value(document: variable, of: container))
    }
    return literals
  }

  /// Whether `$(` stands in the value of one of them, as before the name of another variable.
  static func expands(in container: Origin) -> Bool {
    guard let variables = container.node?["env"] else { return false }
    for variable in variables.elements {
      if let value = variable["value"], value.isString, holdsReference(value.utf8) { return true }
    }
    return false
  }

  private static func holdsReference(_ text: ArraySlice<UInt8>) -> Bool {
    var isAfterDollar = false
    for octet in text {
      if isAfterDollar, octet == UInt8(ascii: "(") { return true }
      isAfterDollar = octet == UInt8(ascii: "$")
    }
    return false
  }
}

import CEL
import Provenance
import RuleEngine
import YAML

extension AdmissionPolicy {
  /// Reads a policy; throws what is wrong with its expressions.
  init(reading node: YAMLNode) throws(RuleErrors) {
    var compiler = PolicyCompiler()
    let spec = node["spec"] ?? node
    name = node["metadata"]?["name"]?.text ?? ""
    place = node.place
    constraints = ResourceMatch(reading: spec["matchConstraints"])
    ignoresErrors = spec["failurePolicy"]?.text == "Ignore"
    conditions = compiler.named(spec["matchConditions"])
    variables = compiler.named(spec["variables"])
    validations = compiler.validations(spec["validations"])
    if let kind = spec["paramKind"]?["kind"]?.text {
      obstacle = "it takes parameters of kind \(kind), and no dump says which"
    } else if compiler.asksAuthorizer {
      obstacle = "it asks the authorizer, which needs a cluster"
    }
    guard compiler.errors.isEmpty || obstacle != nil else { throw RuleErrors(compiler.errors) }
  }
}

/// Compiles the expressions of one policy and collects what is wrong with them.
private struct PolicyCompiler {
  var errors: [RuleError] = []
  var asksAuthorizer = false

  mutating func named(_ list: YAMLNode?) -> [AdmissionPolicy.Named] {
    entries(list).compactMap { entry in
      program(entry["expression"]).map { .init(name: entry["name"]?.text ?? "", program: $0) }
    }
  }

  mutating func validations(_ list: YAMLNode?) -> [AdmissionPolicy.Validation] {
    entries(list).enumerated().compactMap { index, entry in
      let messageExpression = entry["messageExpression"].flatMap { program($0) }
      guard let node = entry["expression"], let program = program(node) else { return nil }
      return .init(
        expression: node.text, program: program, message: entry["message"]?.string,
        messageExpression: messageExpression, field: "spec.validations[\(index)].expression",
        place: node.place)
    }
  }

  private func entries(_ list: YAMLNode?) -> [YAMLNode] {
    guard let list, list.kind == .sequence else { return [] }
    return Array(list.elements)
  }

  private mutating func program(_ node: YAMLNode?) -> Program? {
    guard let node, node.kind == .scalar else { return nil }
    do {
      return try AdmissionPolicy.environment.compile(node.text)
    } catch {
      asksAuthorizer = asksAuthorizer || node.text.contains("authorizer")
      errors += error.diagnostics.map { RuleError($0.message, at: node.place) }
      return nil
    }
  }
}

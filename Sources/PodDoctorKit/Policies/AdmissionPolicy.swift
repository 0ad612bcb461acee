import CEL
import Provenance

/// A ValidatingAdmissionPolicy, compiled: which objects it looks at and what it demands of them.
struct AdmissionPolicy: Sendable {
  /// An expression with the name that the policy gives it.
  struct Named: Sendable {
    var name: String
    var program: Program
  }

  /// Something that has to hold of an object.
  struct Validation: Sendable {
    var expression: String
    var program: Program
    var message: String?
    var messageExpression: Program?
    /// The field of the policy that holds the expression.
    var field: String
    var place: Place
  }

  var name: String
  var constraints: ResourceMatch
  var conditions: [Named]
  var variables: [Named]
  var validations: [Validation]
  /// Whether an expression that cannot be evaluated lets an object pass.
  var ignoresErrors: Bool
  /// Why the policy cannot be judged from files; nil when it can.
  var obstacle: String?
  var place: Place

  var reference: ObjectReference {
    ObjectReference(kind: "ValidatingAdmissionPolicy", name: name)
  }

  /// The name under which its findings are reported.
  var cause: String {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return "policy-" + words.joined(separator: "-")
  }

  /// What the API server offers to policies; the authorizer needs a cluster.
  static let environment: Environment = {
    var environment = Environment.kubernetes
    for name in ["object", "oldObject", "request", "params", "namespaceObject", "variables"] {
      environment.declare(name)
    }
    return environment
  }()
}

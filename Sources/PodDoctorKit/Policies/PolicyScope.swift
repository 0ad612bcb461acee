import CEL
import Provenance
import RuleEngine
import YAML

/// The variables of one policy about one object.
final class PolicyScope: Activation {
  private var values: [String: Value]
  /// The policy's own variables that have a value.
  private var variables: [(String, Value)] = []
  /// Why a variable of the policy has none.
  private var failure: EvaluationError?

  /// The variables about an object; `namespace` is the document of its namespace, nil when that is not at hand.
  init(_ object: PolicyObject, operation: String, namespace: YAMLNode?) {
    let value = Value(document: object.node)
    values = [
      "object": value, "oldObject": operation == "UPDATE" ? value : .null, "params": .null,
      "request": Self.request(for: object, operation),
      "namespaceObject": Self.namespace(of: object, namespace), "variables": .map([]),
    ]
  }

  func value(of variable: Environment.Variable) -> Value? { values[variable.name] }

  /// Gives the policy's variables their values; each sees those before it.
  func define(_ definitions: [AdmissionPolicy.Named], limits: Limits) {
    for definition in definitions {
      do {
        variables.append((definition.name, try definition.program.evaluate(self, limits: limits)))
        values["variables"] = .map(variables)
      } catch {
        failure = failure ?? error
      }
    }
  }

  /// Whether an expression holds; what went wrong with a variable explains why one that reads it does not.
  func holds(_ program: Program, limits: Limits) throws(EvaluationError) -> Bool {
    do {
      return try program.holds(self, limits: limits)
    } catch {
      if error.reason == .noSuchKey, let failure { throw failure }
      throw error
    }
  }

  private static func namespace(of object: PolicyObject, _ document: YAMLNode?) -> Value {
    if let document { return Value(document: document) }
    let name = object.reference.namespace
    guard !name.isEmpty else { return .null }
    return .map([
      ("apiVersion", .string("v1")), ("kind", .string("Namespace")),
      (
        "metadata",
        .map([
          ("name", .string(name)),
          ("labels", .map([("kubernetes.io/metadata.name", .string(name))])),
        ])
      ),
    ])
  }

  /// The request that would make the object as it is, by nobody in particular.
  private static func request(for object: PolicyObject, _ operation: String) -> Value {
    func versioned(_ key: String, _ name: String) -> Value {
      .map([
        ("group", .string(object.group)), ("version", .string(object.version)),
        (key, .string(name)),
      ])
    }
    let kind = object.reference.kind
    let resource = kind.lowercased() + "s"
    return .map([
      ("uid", .string("")), ("kind", versioned("kind", kind)),
      ("resource", versioned("resource", resource)), ("subResource", .string("")),
      ("requestKind", versioned("kind", kind)),
      ("requestResource", versioned("resource", resource)), ("requestSubResource", .string("")),
      ("name", .string(object.reference.name)),
      ("namespace", .string(object.reference.namespace)), ("operation", .string(operation)),
      (
        "userInfo",
        .map([
          ("username", .string("")), ("uid", .string("")), ("groups", .list([])),
          ("extra", .map([])),
        ])
      ),
      ("dryRun", .bool(false)), ("options", .null),
    ])
  }
}

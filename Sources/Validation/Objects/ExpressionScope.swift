import CEL
import KubernetesModel

/// What the expressions of one object may refer to, and what is known of the types.
///
/// Everything whose type is not known here counts as dynamic, and so does what is made of it.
struct ExpressionScope {
  /// What is known of an expression.
  enum Verdict {
    /// It cannot be compiled.
    case refused(String)
    case type(StaticType)
    /// It can be compiled, or uses what is not known here.
    case unknown
  }

  /// The expressions of custom kinds.
  static let custom = ExpressionScope(["self", "oldSelf"])
  /// The conditions of webhooks and policies.
  static let admission = ExpressionScope(
    ["object", "oldObject", "request", "namespaceObject"],
    vague: ["request", "namespaceObject", "authorizer"])

  /// The expressions of policies that change objects, which may build some.
  static let mutation: ExpressionScope = {
    var scope = admission
    scope.unknown += ["Object", "JSONPatch", "jsonpatch"]
    return scope
  }()

  private var environment = Environment.kubernetes
  /// The same where variables are reached by other ways than by their names.
  private var loose = Environment.kubernetes
  /// Words whose types the API server knows and this does not.
  private var vague: [String]
  private var hasVariables = false
  /// Names with which functions and types begin that are not known here.
  private var unknown = ["authorizer"]

  private init(_ names: [String], vague: [String] = []) {
    self.vague = vague
    for name in names { declare(name, .dyn) }
  }

  private mutating func declare(_ name: String, _ type: StaticType) {
    environment.declare(name, type)
    loose.declare(name, type)
  }

  /// The same with parameters, where there are any.
  func withParameters(_ hasParameters: Bool) -> ExpressionScope {
    var scope = self
    if hasParameters { scope.declare("params", .dyn) }
    return scope
  }

  /// The same where expressions may refer to variables that come later.
  mutating func allowVariables() {
    hasVariables = true
    loose.declare("variables")
  }

  /// Makes a variable available to what comes after it.
  mutating func add(variable name: String, _ verdict: Verdict) {
    let path = "variables.\(name)"
    if case .type(let type) = verdict {
      environment.declare(path, type)
    } else {
      environment.declare(path)
      vague.append(path)
    }
  }

  /// What is known of an expression.
  func verdict(on text: String) -> Verdict {
    if unknown.contains(where: text.contains) { return .unknown }
    let isLoose = ["has(", "variables[", "variables.?", "variables "].contains(where: text.contains)
    do {
      let type = try (isLoose ? loose : environment).compile(text).resultType
      let isVague = type.isVague && (isLoose || vague.contains(where: text.contains))
      return isVague ? .unknown : .type(type)
    } catch  where error.phase != .program {
      return .refused(words(of: error, in: text))
    } catch {
      return .unknown
    }
  }

  private func words(of error: CompileError, in text: String) -> String {
    guard hasVariables, error.message.hasPrefix("undeclared reference to 'variables'") else {
      return error.message
    }
    let rest = text.utf8.dropFirst(error.offset + "variables.".utf8.count)
    let name = rest.prefix { $0 == UInt8(ascii: "_") || $0.isAlphanumeric }
    return "undefined field '\(String(name) ?? "")'"
  }
}

extension StaticType {
  /// Whether evaluation alone shows what it is.
  fileprivate var isVague: Bool { self == .dyn || self == .error }

  /// The type as cel-go names it when something else was wanted.
  var wanted: String {
    switch self {
    case .null: "null_type"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    default: description
    }
  }
}

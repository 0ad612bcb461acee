import CEL
import KubernetesModel

// As the functions of pkg/apis/admissionregistration/validation have it for policies, but for the types of requests and
// namespaces in expressions.
extension ObjectRules {
  private static let operations = ["*", "CONNECT", "CREATE", "DELETE", "UPDATE"]
  private static let reasons = ["Forbidden", "Invalid", "RequestEntityTooLarge"]
  private static let reservedWords: Set = [
    "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function",
    "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
  ]

  mutating func validatingPolicy(_ object: Field) {
    policyHead(object)
    let spec = object["spec"]
    let scope = scope(of: spec, in: .admission)
    let (validations, annotations) = (spec["validations"], spec["auditAnnotations"])
    if validations.count == 0, annotations.count == 0 {
      let detail = "validations or auditAnnotations must contain at least one item"
      required(validations, detail)
      required(annotations, detail)
    }
    for validation in validations.elements { policyValidation(validation, scope) }
    auditAnnotations(annotations, of: object["metadata"].generatedName, scope)
  }

  /// What policies of both kinds say before their expressions.
  mutating func policyHead(_ object: Field) {
    metadata(object["metadata"], .subdomain, isNamespaced: false)
    let spec = object["spec"]
    oneOf(["Fail", "Ignore"], spec["failurePolicy"], ifAbsent: "Fail")
    if spec["paramKind"].isPresent { parameterKind(spec["paramKind"]) }
    let constraints = spec["matchConstraints"]
    if constraints.isPresent {
      matchResources(constraints)
      if constraints["resourceRules"].count == 0 { required(constraints["resourceRules"]) }
    } else {
      required(constraints)
    }
  }

  /// What the expressions of a policy may use, once its conditions and variables were looked at.
  mutating func scope(of spec: Field, in kind: ExpressionScope) -> ExpressionScope {
    var scope = kind.withParameters(spec["paramKind"].isPresent)
    matchConditions(spec["matchConditions"], scope)
    if spec["variables"].count > 0 { scope.allowVariables() }
    for variable in spec["variables"].elements { policyVariable(variable, &scope) }
    return scope
  }

  private mutating func parameterKind(_ kind: Field) {
    if kind["apiVersion"].isBlank { required(kind["apiVersion"]) }
    let name = kind["kind"]
    if name.isBlank { return required(name) }
    letterLabel(name, mixedCase: true)
  }

  /// A DNS label that begins with a letter, whose objections upstream joins.
  mutating func letterLabel(_ field: Field, mixedCase: Bool = false) {
    let objections = Syntax.letterLabel(mixedCase ? field.text.lowercased() : field.text)
    guard !objections.isEmpty else { return }
    let start = mixedCase ? "may have mixed case, but should otherwise match: " : ""
    invalid(field, start + objections.joined(separator: ","))
  }

  private mutating func policyVariable(_ variable: Field, _ scope: inout ExpressionScope) {
    let name = variable["name"]
    if name.text.trimmingSpaces.isEmpty {
      required(name, "name is not specified")
    } else if !Self.isIdentifier(name.text) {
      invalid(name, "name is not a valid CEL identifier")
    }
    let verdict = expression(
      variable["expression"], scope, yields: [], "expression is not specified")
    scope.add(variable: name.text, verdict)
  }

  private static func isIdentifier(_ text: String) -> Bool {
    let letters = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: "_")
    }
    let first = text.utf8.first ?? 0x30
    return letters && !(0x30...0x39).contains(first) && !reservedWords.contains(text)
  }

  private mutating func policyValidation(_ validation: Field, _ scope: ExpressionScope) {
    expression(
      validation["expression"], scope, yields: [.bool], "expression is not specified")
    let (message, words) = (validation["message"], validation["messageExpression"])
    if !words.isBlank {
      if words.text.trimmingSpaces.isEmpty {
        invalid(words, "must be non-empty if specified")
      } else {
        expression(words, scope, yields: [.string])
      }
    }
    if !message.isBlank, message.text.trimmingSpaces.isEmpty {
      invalid(message, "message must be non-empty if specified")
    } else if message.text.trimmingSpaces.contains(where: \.isNewline) {
      invalid(message, "message must not contain line breaks")
    }
    if validation["reason"].isPresent { oneOf(Self.reasons, validation["reason"]) }
  }

  private mutating func auditAnnotations(
    _ list: Field, of policy: String, _ scope: ExpressionScope
  ) {
    if list.count > 20 {
      invalid(list, .json(list.json), "must not have more than 20 auditAnnotations")
    }
    var keys: Set<String> = []
    for annotation in list.elements {
      let key = annotation["key"]
      invalid(key, .text("\(policy)/\(key.text)"), Syntax.qualifiedName("\(policy)/\(key.text)"))
      expression(
        annotation["valueExpression"], scope, yields: [.string, .null],
        "valueExpression is not specified")
      if !keys.insert(key.text).inserted { duplicate(key) }
    }
  }

  mutating func matchConditions(_ list: Field, _ scope: ExpressionScope = .admission) {
    if list.count > 64 { tooMany(list, list.count, 64) }
    var names: Set<String> = []
    for condition in list.elements {
      expression(condition["expression"], scope, yields: [.bool])
      let name = condition["name"]
      if name.isBlank {
        required(name)
      } else {
        invalid(name, Syntax.qualifiedName(name.text))
        if !names.insert(name.text).inserted { duplicate(name) }
      }
    }
  }

  /// An expression that has to be there, to compile and to yield a value of one of these types, or of any.
  @discardableResult
  private mutating func expression(
    _ field: Field, _ scope: ExpressionScope, yields types: [StaticType], _ detail: String = ""
  ) -> ExpressionScope.Verdict {
    if field.text.trimmingSpaces.isEmpty {
      required(field, detail)
      return .unknown
    }
    let verdict = scope.verdict(on: field.text)
    switch verdict {
    case .refused(let reason): invalid(field, "compilation failed: \(reason)")
    case .type(let type):
      if !types.isEmpty, !types.contains(type) { invalid(field, Self.instead(of: types, type)) }
    case .unknown: break
    }
    return verdict
  }

  /// An expression that has to be there and to read as one.
  mutating func expression(_ field: Field) {
    if field.text.trimmingSpaces.isEmpty { return required(field) }
    do {
      _ = try Environment.kubernetes.compile(field.text, .unchecked)
    } catch  where error.phase == .parse {
      invalid(field, "compilation failed: \(error.message)")
    } catch {}
  }

  private static func instead(of wanted: [StaticType], _ found: StaticType) -> String {
    let names = wanted.map(\.wanted).joined(separator: " ")
    let list = wanted.count == 1 ? names : "one of [\(names)]"
    return "must evaluate to \(list) but got \(found.wanted)"
  }

  mutating func policyBinding(_ object: Field) {
    metadata(object["metadata"], .subdomain, isNamespaced: false)
    let spec = object["spec"]
    let name = spec["policyName"]
    if name.isBlank { required(name) } else { subdomain(name) }
    parameterReference(spec["paramRef"])
    // Upstream spells the path so.
    if spec["matchResources"].isPresent {
      matchResources(spec["matchResources"].shown("matchResouces", of: spec))
    }
    validationActions(spec["validationActions"])
  }

  mutating func parameterReference(_ reference: Field) {
    guard reference.isPresent else { return }
    let (name, selector) = (reference["name"], reference["selector"])
    if !name.isBlank, selector.isPresent {
      forbidden(name, "name and selector are mutually exclusive")
      forbidden(selector, "name and selector are mutually exclusive")
    }
    labelSelector(selector)
    if name.isBlank, !selector.isPresent {
      required(reference, "one of name or selector must be specified")
    }
    let action = reference["parameterNotFoundAction"]
    if action.isBlank { required(action) } else { oneOf(["Deny", "Allow"], action) }
  }

  private mutating func validationActions(_ list: Field) {
    var actions: Set<String> = []
    for action in list.elements {
      if !["Audit", "Deny", "Warn"].contains(action.text) {
        unsupported(action, ["Audit", "Deny", "Warn"])
      }
      if !actions.insert(action.text).inserted { duplicate(action) }
    }
    if actions.isSuperset(of: ["Deny", "Warn"]) {
      invalid(
        list, .texts(list.texts),
        "must not contain both Deny and Warn (repeating the same validation failure information "
          + "in the API response and headers serves no purpose)")
    }
    if actions.isEmpty { required(list, "at least one validation action is required") }
  }

  mutating func matchResources(_ resources: Field) {
    oneOf(["Equivalent", "Exact"], resources["matchPolicy"], ifAbsent: "Equivalent")
    labelSelector(resources["namespaceSelector"])
    labelSelector(resources["objectSelector"])
    for name in ["resourceRules", "excludeResourceRules"] {
      for rule in resources[named: name].elements {
        resourceNames(rule["resourceNames"])
        operationRule(rule)
      }
    }
  }

  private mutating func resourceNames(_ list: Field) {
    var seen: Set<String> = []
    for name in list.elements {
      invalid(name, Syntax.pathSegment(name.text))
      if !seen.insert(name.text).inserted { duplicate(name) }
    }
  }
}

// MARK: - What webhooks and policies are asked about
extension ObjectRules {
  mutating func operationRule(_ rule: Field) {
    alone("*", in: rule["operations"], "operations")
    for operation in rule["operations"].elements where !Self.operations.contains(operation.text) {
      unsupported(operation, Self.operations)
    }
    alone("*", in: rule["apiGroups"], "API groups")
    alone("*", in: rule["apiVersions"], "API versions")
    for version in rule["apiVersions"].elements where version.isBlank { required(version) }
    resources(rule["resources"])
    oneOf(["*", "Cluster", "Namespaced"], rule["scope"], ifAbsent: "*")
  }

  /// A list that is not empty, in which the sign for everything stands alone.
  private mutating func alone(_ sign: String, in list: Field, _ what: String) {
    if list.count == 0 { return required(list) }
    if list.count > 1, list.texts.contains(sign) {
      invalid(list, .texts(list.texts), "if '\(sign)' is present, must not specify other \(what)")
    }
  }

  private mutating func resources(_ list: Field) {
    if list.count == 0 { return required(list) }
    var wholes: Set<String> = []
    var parts: Set<String> = []
    for resource in list.elements {
      if resource.isBlank { required(resource) }
      let words = resource.text.parts(at: "/")
      guard words.count > 1 else { continue }
      let (name, part) = (words[0], words[1])
      if wholes.contains(name) {
        invalid(resource, "if '\(name)/*' is present, must not specify \(resource.text)")
      }
      if parts.contains(part) {
        invalid(resource, "if '*/\(part)' is present, must not specify \(resource.text)")
      }
      if part == "*" { wholes.insert(name) }
      if name == "*" { parts.insert(part) }
    }
    alone("*/*", in: list, "resources")
    // Upstream looks at the last resource without a slash only.
    let last = list.texts.last { !$0.isEmpty && !$0.contains("/") }
    if list.texts.contains("*"), last != "*" {
      invalid(
        list, .texts(list.texts),
        "if '*' is present, must not specify other resources without subresources")
    }
  }
}

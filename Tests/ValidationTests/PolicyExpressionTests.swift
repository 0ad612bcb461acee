import Testing
import YAML

@testable import Validation

/// Expressions of policies and webhooks, as the API server compiles them when they are made.
@Suite struct PolicyExpressionTests {
  private static let undeclared = "compilation failed: undeclared reference to"

  /// A validation's expression and message's, and what is said about either.
  private static let ofValidations: [(String, String, String)] = [
    ("object.a == oldObject.a", "", ""),
    ("has(object.metadata.labels) && object.metadata.labels.all(l, l.size() < 9)", "", ""),
    ("variables.isWeb && variables.names.exists(n, n == object.metadata.name)", "", ""),
    ("has(variables.any.metadata) || variables['isWeb'] || variables.?isWeb.orValue(true)", "", ""),
    ("variables.isWeb", "", ""),
    ("authorizer.group('').resource('pods').check('get').allowed()", "", ""),
    ("request.dryRun", "", ""),
    ("namespaceObject.metadata.name == 'a'", "'in ' + request.namespace", ""),
    ("objct.a == 1", "", "expression: \(undeclared) 'objct' (in container '')"),
    ("params.a == 1", "", "expression: \(undeclared) 'params' (in container '')"),
    ("object.a.isGood()", "", "expression: \(undeclared) 'isGood' (in container '')"),
    ("variables.later", "", "expression: compilation failed: undefined field 'later'"),
    (
      "1 + 'a' == object.a", "",
      "expression: compilation failed: found no matching overload for '_+_' applied to "
        + "'(int, string)'"
    ),
    (
      "variables.names + 1 == object.a", "",
      "expression: compilation failed: found no matching overload for '_+_' applied to "
        + "'(list(string), int)'"
    ),
    ("object.a", "", "expression: must evaluate to bool but got dyn"),
    ("size(object.a)", "", "expression: must evaluate to bool but got int"),
    ("variables.any", "", "expression: must evaluate to bool but got dyn"),
    ("true", "1", "messageExpression: must evaluate to string but got int"),
    ("true", "object.a", "messageExpression: must evaluate to string but got dyn"),
  ]

  @Test("validations", arguments: ofValidations)
  func validations(_ expression: String, _ message: String, _ refusal: String) throws {
    let words = message.isEmpty ? "" : ", messageExpression: \"\(message)\""
    let found = try messages(
      on: """
        matchConstraints: {\(Self.rules)}
        variables:
          - {name: names, expression: "['a', 'b']"}
          - {name: isWeb, expression: "object.metadata.name in variables.names"}
          - {name: any, expression: object}
        validations: [{expression: "\(expression)"\(words)}]
        """)
    check(found, "spec.validations[0].", refusal)
  }

  @Test(
    "conditions, variables and annotations",
    arguments: [
      ("matchConditions: [{name: a, expression: object.a == 1}]", ""),
      ("matchConditions: [{name: a, expression: params.a == 1}], paramKind: \(parameters)", ""),
      (
        "matchConditions: [{name: a, expression: variables.a}]",
        "spec.matchConditions[0].expression: \(undeclared) 'variables' (in container '')"
      ),
      (
        "matchConditions: [{name: a, expression: '\"a\"'}]",
        "spec.matchConditions[0].expression: must evaluate to bool but got string"
      ),
      (
        "variables: [{name: a, expression: variables.b}, {name: b, expression: '1'}]",
        "spec.variables[0].expression: compilation failed: undefined field 'b'"
      ),
      ("auditAnnotations: [{key: a, valueExpression: 'true ? \"a\" : \"b\"'}]", ""),
      (
        "auditAnnotations: [{key: a, valueExpression: size(object.a)}]",
        "spec.auditAnnotations[0].valueExpression: must evaluate to one of [string null_type] but "
          + "got int"
      ),
    ])
  func others(_ more: String, _ refusal: String) throws {
    let found = try messages(
      on: "{\(more), matchConstraints: {\(Self.rules)}, validations: [{expression: 'true'}]}")
    check(found, "", refusal)
  }

  private static let patch = "Object{metadata: Object.metadata{labels: {'a': 'b'}}}"

  @Test(
    "policies that change objects",
    arguments: [
      ("mutations: [\(applying)]", []),
      (
        "mutations: [{patchType: JSONPatch, jsonPatch: {expression: '[JSONPatch{op: \"add\"}]'}}]",
        []
      ),
      ("mutations: []", ["mutations: Required value: mutations must contain at least one item"]),
      (
        "mutations: [{patchType: Merge}]",
        [
          "mutations[0].patchType: Unsupported value: \"Merge\": "
            + "supported values: \"ApplyConfiguration\", \"JSONPatch\""
        ]
      ),
      (
        "mutations: [{patchType: JSONPatch, applyConfiguration: {expression: a}}]",
        [
          "mutations[0].jsonPatch: Required value: must be specified when patchType is JSONPatch",
          "mutations[0].applyConfiguration: Invalid value: \"{applyConfiguration}\": "
            + "must not be specified when patchType is JSONPatch",
        ]
      ),
      (
        "variables: [{name: a, expression: objct.a}], mutations: [\(applying)]",
        [
          "variables[0].expression: Invalid value: \"objct.a\": \(undeclared) 'objct' "
            + "(in container '')"
        ]
      ),
    ])
  func mutations(_ more: String, _ messages: [String]) throws {
    let found = try self.messages(
      on: "{\(more), reinvocationPolicy: Never, matchConstraints: {\(Self.rules)}}",
      of: "MutatingAdmissionPolicy")
    #expect(found == messages.map { "spec.\($0)" })
  }

  private static let applying =
    "{patchType: ApplyConfiguration, applyConfiguration: {expression: \"\(patch)\"}}"

  @Test("policies that change objects say when they are asked again, and never of what is deleted")
  func whenToMutate() throws {
    let found = try messages(
      on: """
        mutations: [\(Self.applying)]
        matchConstraints: {\(Self.rules.replacing("CREATE", with: "DELETE"))}
        """, of: "MutatingAdmissionPolicy")
    #expect(
      found == [
        "spec.matchConstraints.resourceRules.operations: Unsupported value: \"DELETE\": "
          + "supported values: \"*\", \"CONNECT\", \"CREATE\", \"UPDATE\"",
        "spec.reinvocationPolicy: Required value",
      ])
  }

  private func check(_ found: [String], _ place: String, _ refusal: String) {
    guard !refusal.isEmpty else { return #expect(found == []) }
    let colon = refusal.firstIndex(of: ":") ?? refusal.endIndex
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix(place + refusal[..<colon]) ?? false, "\(found)")
    #expect(found.first?.hasSuffix(refusal[colon...]) ?? false, "\(found)")
  }

  private static let parameters = "{apiVersion: example.com/v1, kind: Limit}"
  private static let rules =
    "resourceRules: [{operations: [CREATE], apiGroups: [\"\"], apiVersions: [v1], resources: [pods]}]"

  private func messages(
    on spec: String, of kind: String = "ValidatingAdmissionPolicy"
  ) throws -> [String] {
    let lines = spec.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    let text = """
      apiVersion: admissionregistration.k8s.io/v1
      kind: \(kind)
      metadata: {name: web}
      spec:
      \(lines)
      """
    let reading = DocumentReader(.kubectl).read(text, file: "web.yaml")
    let root = try #require(reading.documents.first?.root)
    return ManifestValidation().verdict(on: root).errors.map(\.message)
  }
}

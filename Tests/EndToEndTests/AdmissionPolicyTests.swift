import Foundation
import Testing

@Suite("Admission policies as rules")
struct AdmissionPolicyTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "poddoctor-policies-\(UUID().uuidString)")

  private func write(_ text: String, to name: String) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path(percentEncoded: false)
  }

  private static let policy = """
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicy
    metadata: {name: replica-limit.example.com}
    spec:
      failurePolicy: Fail
      matchConstraints:
        resourceRules:
          - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}
      matchConditions:
        - {name: not-exempt, expression: "!has(object.metadata.annotations) || !('exempt' in object.metadata.annotations)"}
      variables:
        - {name: most, expression: "has(namespaceObject.metadata.labels) && 'large' in namespaceObject.metadata.labels ? 50 : 5"}
      validations:
        - expression: object.spec.replicas <= variables.most
          messageExpression: "'at most ' + string(variables.most) + ' replicas, not ' + string(object.spec.replicas)"
        - expression: object.metadata.name.startsWith('x') || request.operation == 'CREATE'
    """

  private static func binding(_ actions: String, _ match: String = "{}") -> String {
    """

    ---
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicyBinding
    metadata: {name: b}
    spec: {policyName: replica-limit.example.com, validationActions: [\(actions)], matchResources: \(match)}
    """
  }

  private static let dump = """
    apiVersion: v1
    kind: Namespace
    metadata: {name: big, labels: {large: "yes", env: test}}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop}
    spec: {replicas: 7, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: "a:1"}]}}}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: calm, namespace: shop}
    spec: {replicas: 2, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: "a:1"}]}}}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: many, namespace: big}
    spec: {replicas: 40, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: "a:1"}]}}}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: free, namespace: shop, annotations: {exempt: "yes"}}
    spec: {replicas: 9, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: "a:1"}]}}}
    ---
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: db, namespace: shop}
    spec: {replicas: 9, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: "a:1"}]}}}
    """

  /// The causes found, each with its severity, object and sentence.
  private func found(_ policy: String, command: String = "diagnose") throws -> [String] {
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try Program.run([
      command, try write(Self.dump, to: "dump.yaml"), "--rules",
      try write(policy, to: "policy.yaml"),
      "-o", "json",
    ])
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let root = try #require(object as? [String: Any], "\(outcome.diagnostics)")
    let list = (root["rootCauses"] ?? root["findings"]) as? [[String: Any]] ?? []
    return list.compactMap { entry in
      let name = (entry["cause"] ?? entry["rule"]) as? String ?? ""
      guard name.hasPrefix("policy-") else { return nil }
      let object = (entry["object"] as? [String: Any])?["name"] as? String ?? ""
      return "\(entry["severity"] ?? "") \(name) \(object): \(entry["says"] ?? "")"
    }
  }

  private static let refusal =
    "policy-replica-limit-example-com web: at most 5 replicas, not 7"

  @Test("judge the objects of a dump by their constraints, conditions, variables and messages")
  func judged() throws {
    #expect(try found(Self.policy) == ["warning \(Self.refusal)"])
  }

  @Test("refuse manifests under review")
  func review() throws {
    #expect(try found(Self.policy, command: "review") == ["error \(Self.refusal)"])
  }

  @Test("count where they are bound, as much as the binding says")
  func bound() throws {
    #expect(try found(Self.policy + Self.binding("Deny")) == ["warning \(Self.refusal)"])
    #expect(try found(Self.policy + Self.binding("Audit")) == ["info \(Self.refusal)"])
    let elsewhere = "{namespaceSelector: {matchLabels: {env: test}}}"
    #expect(try found(Self.policy + Self.binding("Deny", elsewhere)) == [])
  }

  @Test("say what failed where they have no message, and when an expression has an error")
  func messages() throws {
    let plain = Self.policy.replacing("messageExpression:", with: "reason: Invalid #")
    #expect(
      try found(plain).first?.hasSuffix("failed expression: object.spec.replicas <= variables.most")
        == true)
    let broken = Self.policy.replacing(
      "object.spec.replicas <= variables.most", with: "object.spec.nonesuch > 1")
    #expect(try found(broken).count == 3)
    #expect(
      try found(broken).first?.hasSuffix(
        "expression 'object.spec.nonesuch > 1' resulted in error: no such key: nonesuch") == true)
    #expect(try found(broken.replacing("failurePolicy: Fail", with: "failurePolicy: Ignore")) == [])
  }

  @Test("are not judged where they take parameters, and say so")
  func parameters() throws {
    let policy = Self.policy.replacing(
      "failurePolicy: Fail", with: "paramKind: {apiVersion: v1, kind: ConfigMap}")
    #expect(
      try found(policy) == [
        "info policy-not-judged replica-limit.example.com: validatingadmissionpolicy/replica-limit.example.com is not judged: it takes parameters of kind ConfigMap, and no dump says which"
      ])
  }

  @Test("are refused with the place where they are wrong")
  func wrong() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let policy = Self.policy.replacing("variables.most\n", with: "variables.most +\n")
    let outcome = try Program.run([
      "diagnose", try write(Self.dump, to: "dump.yaml"), "--rules", try write(policy, to: "p.yaml"),
    ])
    #expect(outcome.exitCode == 2)
    #expect(outcome.diagnostics.contains("p.yaml:14:19: error:"), "\(outcome.diagnostics)")
  }
}

import Foundation
import Testing

/// One mistake is one finding: that of the rule that knows it, with the API server's words.
@Suite("Refusals in reviews")
struct ReviewRefusalTests {
  private struct Report: Decodable {
    struct Finding: Decodable {
      struct Remedy: Decodable { var says: String }
      var rule: String
      var severity: String
      var says: String
      var remedies: [Remedy]?
    }
    var findings: [Finding]
  }

  private static func deployment(_ spec: String, selector: String = "{matchLabels: {app: web}}")
    -> String
  {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop}
    spec:
      replicas: 2
      selector: \(selector)
      template:
        metadata: {labels: {app: web}}
        spec: \(spec)

    """
  }

  private static let places: [(pod: String, places: [String])] = [
    ("  hostNetwrk: true\n  containers: [{name: a, image: 'x:1'}]", ["5:3"]),
    ("  containers:\n  - imge: x\n    image: 'x:1'\n    name: a", ["6:5"]),
    ("  containers:\n  - {name: a, image: 'x:1', envs: []}", ["6:29"]),
    ("  nodeName: a\n  nodeName: b\n  containers: [{name: a, image: 'x:1'}]", ["6:3"]),
    ("  containers:\n  - image: 'x:1'\n    name: a\n    env:\n      a: b", ["8:5"]),
    (
      "  containers:\n  - name: a\n    image: 'x:1'\n    env:\n      a: b\n    ports: [{containerPort: x}]",
      ["8:5", "10:29"]
    ),
  ]

  @Test("a field that cannot be read is told once, at its key", arguments: places)
  func placed(_ spec: String, places: [String]) throws {
    let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n\(spec)\n"
    let outcome = try Program.run(["review", "-", "--no-config", "-o", "github"], input: pod)
    let errors = outcome.output.split(separator: "\n").filter { $0.hasPrefix("::error") }
    #expect(
      errors.map { line in
        let words = line.split(separator: ",").prefix(3).dropFirst()
        return words.map { String($0.drop { $0 != "=" }.dropFirst()) }.joined(separator: ":")
      } == places, "\(outcome.output)")
  }

  private func refused(_ manifest: String, _ options: [String] = []) throws -> [Report.Finding] {
    let outcome = try Program.run(
      ["review", "-", "--no-config", "-o", "json"] + options, input: manifest)
    return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8)).findings
      .filter { $0.severity == "error" }
  }

  private static let doubles: [(String, String)] = [
    (
      deployment(
        "{containers: [{name: app, image: 'x:1', volumeMounts: [{name: a, mountPath: /a}]}]}"),
      "spec.template.spec.containers[0].volumeMounts[0].name: Not found: \"a\""
    ),
    (
      deployment(
        "{containers: [{name: app, image: 'x:1'}]}", selector: "{matchLabels: {app: other}}"),
      "spec.template.metadata.labels: Invalid value: {\"app\":\"web\"}: "
        + "`selector` does not match template `labels`"
    ),
    (
      deployment(
        "{tolerations: [{key: a, operator: Exists, value: b}], containers: [{name: app, image: 'x:1'}]}"
      ),
      "spec.template.spec.tolerations[0].operator: Invalid value: \"b\": "
        + "value must be empty when `operator` is 'Exists'"
    ),
    (
      deployment(
        "{containers: [{name: app, image: 'x:1', resources: {requests: {memory: 2Gi}, limits: {memory: 1Gi}}}]}"
      ),
      "spec.template.spec.containers[0].resources.requests: Invalid value: \"2Gi\": "
        + "must be less than or equal to memory limit of 1Gi"
    ),
  ]

  @Test("are told once, with what to do", arguments: doubles)
  func onceOnly(_ manifest: String, _ says: String) throws {
    let errors = try refused(manifest)
    #expect(errors.count == 1)
    #expect(errors.first?.rule != "schema-invalid")
    #expect(errors.first?.says.hasSuffix("; the API server says \(says)") == true)
    #expect(errors.first?.remedies?.isEmpty == false)
  }

  @Test("leave the rule its finding where nobody asks what the API server says", arguments: doubles)
  func withoutSchema(_ manifest: String, _ says: String) throws {
    let errors = try refused(manifest, ["--disable", "schema-invalid"])
    #expect(errors.count == 1)
    #expect(errors.first?.says.contains(says) == false)
  }

  @Test("do not hide another mistake of the same object")
  func anotherMistake() throws {
    let manifest = Self.deployment(
      "{containers: [{name: App, image: 'x:1'}, {name: b, image: 'Example/Web:1'}]}")
    #expect(
      Set(try refused(manifest).map(\.rule)) == ["schema-invalid", "image-reference-invalid"])
  }

  @Test(
    "and what has no rule can be explained",
    arguments: [
      "ignore-expired", "ignore-unused", "syntax-error", "unrendered-template",
    ])
  func explained(_ name: String) throws {
    let outcome = try Program.run(["explain", name])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.hasPrefix("\(name)   "))
    #expect(outcome.output.contains("\ndo "))
  }
}

import Foundation
import Testing

@Suite("Terms that select pods, under review")
struct PodTermTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// The fields of the only required anti-affinity term, besides its topology key.
    var term: String
    var keepsApart: Bool
  }

  static let cases = [
    Case(
      testDescription: "an empty selector takes every pod", term: "labelSelector: {}",
      keepsApart: true),
    Case(testDescription: "no selector takes none", term: "namespaces: [shop]", keepsApart: false),
    Case(
      testDescription: "labels and expressions have to hold",
      term: """
        labelSelector: {matchLabels: {app: web}, matchExpressions: [{key: tier, operator: Exists}]}
        """, keepsApart: false),
    Case(
      testDescription: "a namespace may be named",
      term: "namespaces: [shop], labelSelector: {matchLabels: {app: web}}", keepsApart: true),
    Case(
      testDescription: "another namespace does not count",
      term: "namespaces: [other], labelSelector: {matchLabels: {app: web}}", keepsApart: false),
    Case(
      testDescription: "an empty namespace selector takes every namespace",
      term: "namespaceSelector: {}, labelSelector: {matchLabels: {app: web}}", keepsApart: true),
    Case(
      testDescription: "a namespace is selected by its labels",
      term: """
        namespaceSelector: {matchLabels: {team: front}}, labelSelector: {matchLabels: {app: web}}
        """, keepsApart: true),
    Case(
      testDescription: "a namespace with other labels is not selected",
      term: """
        namespaceSelector: {matchLabels: {team: back}}, labelSelector: {matchLabels: {app: web}}
        """, keepsApart: false),
    Case(
      testDescription: "every namespace has its name for a label",
      term: """
        namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}, labelSelector: {}
        """, keepsApart: true),
    Case(
      testDescription: "the pod's own value of a key is added",
      term: "labelSelector: {matchLabels: {app: web}}, matchLabelKeys: [app]", keepsApart: true),
    Case(
      testDescription: "or left out",
      term: "labelSelector: {matchLabels: {app: web}}, mismatchLabelKeys: [app]",
      keepsApart: false),
  ]

  @Test("select what the API says", arguments: cases)
  func selection(_ example: Case) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    try Data(Self.manifests(example.term).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let outcome = try Program.run(["review", file.path(percentEncoded: false), "-o", "json"])
    #expect(outcome.output.contains("\"pdb-missing\""))
    #expect(outcome.output.contains("\"anti-affinity-missing\"") != example.keepsApart)
  }

  private static func manifests(_ term: String) -> String {
    """
    apiVersion: v1
    kind: Namespace
    metadata: {name: shop, labels: {team: front}}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop}
    spec:
      replicas: 3
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          affinity:
            podAntiAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                - {topologyKey: kubernetes.io/hostname, \(term)}
          containers: [{name: app, image: "nginx:1.27"}]
    """
  }
}

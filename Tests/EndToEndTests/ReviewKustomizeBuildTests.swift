import Testing

/// Which manifests count for each other where kustomize builds several things from a folder.
@Suite("Builds of kustomize in reviews")
struct ReviewKustomizeBuildTests {
  private static func kustomization(_ resources: String...) -> String {
    """
    apiVersion: kustomize.config.k8s.io/v1beta1
    kind: Kustomization
    resources: [\(resources.joined(separator: ", "))]

    """
  }

  private static func deployment(_ name: String, port: Int) -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(name)}
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec: {containers: [{name: app, image: "web:1", ports: [{containerPort: \(port), name: p\(port)}]}]}

    """
  }

  private static let service = """
    apiVersion: v1
    kind: Service
    metadata: {name: web}
    spec: {selector: {app: web}, ports: [{port: 80, targetPort: p8080}]}

    """

  private static let shop = [
    "shop/kustomization.yaml": kustomization("service.yaml", "deployment.yaml"),
    "shop/service.yaml": service,
    "shop/deployment.yaml": deployment("web", port: 8080),
  ]

  private static let other = [
    "other/kustomization.yaml": kustomization("deployment.yaml"),
    "other/deployment.yaml": deployment("api", port: 9090),
  ]

  static let cases: [(String, [String: String], finds: Bool)] = [
    ("pods of another build do not count", shop.merging(other) { $1 }, false),
    (
      "pods of two builds that a third puts together do",
      shop.merging(other) { $1 }.merging(["kustomization.yaml": kustomization("shop", "other")]) {
        $1
      }, true
    ),
    (
      "pods of another build count where the Service has no others",
      other.merging([
        "shop/kustomization.yaml": kustomization("service.yaml"), "shop/service.yaml": service,
      ]) { $1 }, true
    ),
    (
      "pods that nothing builds count",
      shop.merging(["plain/deployment.yaml": deployment("api", port: 9090)]) { $1 }, true
    ),
  ]

  @Test("what covers the pods of one build covers those of another, too")
  func covered() throws {
    let policies = """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: all}
      spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
      ---
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: all}
      spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}

      """
    let replicated = Self.deployment("api", port: 9090).replacing(
      "spec:\n", with: "spec:\n  replicas: 3\n")
    let folder = try TemporaryFolder(
      Self.shop.merging([
        "shop/kustomization.yaml": Self.kustomization("deployment.yaml", "policies.yaml"),
        "shop/policies.yaml": policies,
        "other/kustomization.yaml": Self.kustomization("deployment.yaml"),
        "other/deployment.yaml": replicated,
      ]) { $1 })
    let outcome = try Program.run(
      ["review", "--no-config", "--profile", "all", "-o", "ndjson", folder.path])
    for rule in ["netpol-missing", "netpol-one-way", "pdb-missing"] {
      #expect(!outcome.output.contains(rule), "\(outcome.output)")
    }
  }

  @Test("a Service and the ports of its pods", arguments: cases)
  func ports(_ name: String, _ files: [String: String], finds: Bool) throws {
    let folder = try TemporaryFolder(files)
    let outcome = try Program.run(["review", "--no-config", "-o", "ndjson", folder.path])
    #expect(outcome.output.contains("service-target-port-unmatched") == finds, "\(outcome.output)")
    #expect(!outcome.output.contains("service-selects-nothing"))
  }
}

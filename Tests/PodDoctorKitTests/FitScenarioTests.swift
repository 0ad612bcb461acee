import Findings
import Foundation
import PodDoctorKit
import Testing
import YAML

/// Reviews the manifests of recorded failures against the cluster in which they failed.
@Suite("Fit of recorded workloads")
struct FitScenarioTests {
  /// Causes that are seen from the manifests and the cluster alone, before any pod is made.
  private static let foreseeable: Set<String> = [
    "hostport-conflict", "insufficient-cpu", "insufficient-ephemeral-storage",
    "insufficient-memory",
    "limitrange-violation", "node-disk-pressure", "node-memory-pressure",
    "node-network-unavailable", "node-not-ready", "node-pid-pressure", "pod-anti-affinity",
    "pod-security-violation", "pvc-access-mode-mismatch", "pvc-being-deleted", "pvc-lost",
    "pvc-provisioner-missing", "quota-exceeded", "too-many-pods", "topology-spread-unsatisfied",
    "volume-in-use", "volume-limit-reached",
  ]

  /// The rules that stand for causes which are no matter of scheduling.
  private static let rules = [
    "quota-exceeded": "fit-quota-exceeded", "limitrange-violation": "fit-limit-range",
    "pod-security-violation": "fit-pod-security",
  ]

  /// Of these pods the kubelet decides, and no scheduler.
  private static let bound = "outofresource-admission"

  static let failing = Scenario.all.filter {
    !$0.causes.isDisjoint(with: foreseeable) && !$0.causes.contains(bound)
  }
  static let healthy = Scenario.all.filter(\.isHealthy)

  @Test("foresees why the pods failed", arguments: failing)
  func cause(_ scenario: Scenario) throws {
    let findings = try Self.fit(scenario)
    let isForeseen = findings.contains { finding in
      scenario.causes.contains { cause in
        Self.rules[cause].map { $0 == finding.rule } ?? finding.says.contains(" \(cause):")
      }
    }
    #expect(isForeseen, "\(findings.map(\.says))")
  }

  @Test("finds nothing against workloads that run", arguments: healthy)
  func health(_ scenario: Scenario) throws {
    #expect(try Self.fit(scenario).map(\.says) == [])
  }

  @Test("has scenarios to foresee")
  func scenariosExist() {
    #expect(Self.failing.count >= 15)
    #expect(!Self.healthy.isEmpty)
  }

  /// What is said about the fit of the workloads of the scenario's namespace.
  private static func fit(_ scenario: Scenario) throws -> [ReviewFinding] {
    let manifests = FileManager.default.temporaryDirectory.appending(
      path: "\(UUID().uuidString).yaml")
    try Data(workloads(of: scenario).joined(separator: "\n---\n").utf8).write(to: manifests)
    defer { try? FileManager.default.removeItem(at: manifests) }
    var options = ReviewOptions()
    options.sources = [manifests.path(percentEncoded: false)]
    options.cluster = [scenario.dump]
    return try ReviewConsultation(options).report().findings.filter {
      $0.rule.hasPrefix("fit-") && $0.rule != "fit-unknown"
    }
  }

  private static let kinds: Set<String> = [
    "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Pod",
  ]

  /// The workloads of the namespace that nothing else owns, as JSON.
  private static func workloads(of scenario: Scenario) throws -> [String] {
    let file = URL(filePath: scenario.dump).appending(path: "all.yaml")
    let bytes = [UInt8](try Data(contentsOf: file))
    var objects: [YAMLNode] = []
    for document in DocumentReader().read(bytes, file: "all.yaml").documents {
      if let items = document.root["items"] {
        objects += Array(items.elements)
      } else {
        objects.append(document.root)
      }
    }
    return objects.filter { isOwn($0, of: scenario) }.map {
      String(decoding: $0.json(), as: UTF8.self)
    }
  }

  private static func isOwn(_ node: YAMLNode, of scenario: Scenario) -> Bool {
    let metadata = node["metadata"]
    return kinds.contains(node["kind"]?.string ?? "")
      && metadata?["namespace"]?.string == scenario.namespace
      && metadata?["ownerReferences"] == nil
  }
}

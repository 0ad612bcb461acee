import Foundation
import Testing

/// What other tools get wrong, from reading their code.
@Suite("Traps of manifest reviews")
struct ReviewTrapTests {
  private static func pod(_ spec: String, labels: String = "{app: web, tier: front}") -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop, labels: \(labels)}
    spec: \(spec)

    """
  }

  private static func image(_ image: String) -> String {
    pod("{containers: [{name: app, image: '\(image)'}]}")
  }

  private static func policy(_ kind: String, _ spec: String, namespace: String = "shop") -> String {
    let group = kind == "NetworkPolicy" ? "networking.k8s.io/v1" : "policy/v1"
    return """
      ---
      apiVersion: \(group)
      kind: \(kind)
      metadata: {name: p, namespace: \(namespace)}
      spec: \(spec)

      """
  }

  private static let plain = image("web:1.0")

  private static let deployment = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop}
    spec:
      replicas: 2
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web, tier: front}}
        spec: {containers: [{name: app, image: 'x:1'}]}

    """

  private static func service(_ spec: String) -> String {
    """
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: shop}
    spec: \(spec)

    """
  }

  private static func account(_ field: String) -> String {
    """
    ---
    apiVersion: v1
    kind: ServiceAccount
    metadata: {name: robot, namespace: shop}
    \(field)

    """
  }

  private static let cases: [(String, rule: String, manifest: String, isFound: Bool)] = [
    ("a registry's port is no tag", "image-tag-missing", image("registry:5000/app"), true),
    ("a tag behind a registry's port", "image-tag-missing", image("registry:5000/app:1.0"), false),
    (
      "a digest is better than a tag", "image-tag-missing",
      image("app@sha256:" + String(repeating: "a", count: 64)), false
    ),
    (
      "one common label is not enough for a network policy", "netpol-missing",
      plain
        + policy(
          "NetworkPolicy",
          "{podSelector: {matchLabels: {app: web, tier: back}}, policyTypes: [Ingress, Egress]}"),
      true
    ),
    (
      "an empty network policy takes every pod", "netpol-missing",
      plain + policy("NetworkPolicy", "{podSelector: {}, policyTypes: [Ingress, Egress]}"), false
    ),
    (
      "a network policy by expressions", "netpol-missing",
      plain
        + policy(
          "NetworkPolicy",
          "{podSelector: {matchExpressions: [{key: app, operator: In, values: [web]}]}, policyTypes: [Ingress, Egress]}"
        ), false
    ),
    (
      "a network policy of another namespace", "netpol-missing",
      plain
        + policy(
          "NetworkPolicy", "{podSelector: {}, policyTypes: [Ingress, Egress]}", namespace: "other"),
      true
    ),
    (
      "the pod has no such field", "writable-rootfs",
      pod(
        "{securityContext: {readOnlyRootFilesystem: true}, containers: [{name: app, image: 'x:1'}]}"
      ), true
    ),
    (
      "init containers have a proc too", "proc-mount-unmasked",
      pod(
        "{initContainers: [{name: i, image: 'x:1', securityContext: {procMount: Unmasked}}], containers: [{name: app, image: 'x:1'}]}"
      ), true
    ),
    (
      "a container's user wins over the pod's", "run-as-nonroot-contradiction",
      pod(
        "{securityContext: {runAsUser: 5, runAsNonRoot: true}, containers: [{name: app, image: 'x:1', securityContext: {runAsUser: 0}}]}"
      ), true
    ),
    ("the token is mounted by default", "api-token-automounted", plain, true),
    (
      "a limit on cpu is none on memory", "memory-limit-missing",
      pod("{containers: [{name: app, image: 'x:1', resources: {limits: {cpu: 1}}}]}"), true
    ),
    ("escalation is allowed by default", "privilege-escalation", plain, true),
    (
      "a tag beside a digest is a tag", "image-tag-latest",
      image("app:latest@sha256:" + String(repeating: "a", count: 64)), false
    ),
    (
      "a library of Docker Hub is no registry", "image-registry-not-allowed",
      image("library/nginx:1.27"), false
    ),
    (
      "one common label is not enough for a budget", "pdb-selects-nothing",
      deployment
        + policy(
          "PodDisruptionBudget",
          "{minAvailable: 1, selector: {matchLabels: {app: web, tier: back}}}"),
      true
    ),
    (
      "a budget by expressions", "pdb-missing",
      deployment
        + policy(
          "PodDisruptionBudget",
          "{minAvailable: 1, selector: {matchExpressions: [{key: app, operator: Exists}]}}"), false
    ),
    (
      "an empty selector of a budget takes every pod", "pdb-missing",
      deployment + policy("PodDisruptionBudget", "{minAvailable: 1, selector: {}}"), false
    ),
    (
      "a budget of another namespace", "pdb-missing",
      deployment
        + policy("PodDisruptionBudget", "{minAvailable: 1, selector: {}}", namespace: "other"), true
    ),
    (
      "a Service without a selector takes no pod", "service-target-port-unmatched",
      plain + service("{ports: [{port: 80, targetPort: 9999}]}"), false
    ),
    (
      "a policy that denies all has no rules", "netpol-missing",
      plain
        + policy(
          "NetworkPolicy",
          "{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress, Egress]}"
        ), false
    ),
    (
      "the pod has no such field, which is said", "schema-invalid",
      pod(
        "{securityContext: {allowPrivilegeEscalation: false}, containers: [{name: app, image: 'x:1'}]}"
      ), true
    ),
    (
      "a field that the pod lacks allows nothing", "privilege-escalation",
      pod(
        "{securityContext: {allowPrivilegeEscalation: false}, containers: [{name: app, image: 'x:1'}]}"
      ), true
    ),
    (
      "ephemeral containers have a proc too", "proc-mount-unmasked",
      pod(
        "{ephemeralContainers: [{name: e, image: 'x:1', securityContext: {procMount: Unmasked}}], containers: [{name: app, image: 'x:1'}]}"
      ), true
    ),
    (
      "a container's user counts without a context of the pod", "run-as-root",
      pod("{containers: [{name: app, image: 'x:1', securityContext: {runAsUser: 0}}]}"), true
    ),
    (
      "a container's user makes up for the pod's", "run-as-root",
      pod(
        "{securityContext: {runAsUser: 0}, containers: [{name: app, image: 'x:1', securityContext: {runAsUser: 1000}}]}"
      ), false
    ),
    (
      "the account says that no token is mounted", "api-token-automounted",
      pod("{serviceAccountName: robot, containers: [{name: app, image: 'x:1'}]}")
        + account("automountServiceAccountToken: false"), false
    ),
    (
      "the pod wins over its account", "api-token-automounted",
      pod(
        "{serviceAccountName: robot, automountServiceAccountToken: true, containers: [{name: app, image: 'x:1'}]}"
      ) + account("automountServiceAccountToken: false"), true
    ),
    (
      "a probe that is more patient is not the same", "probes-identical",
      pod(
        "{containers: [{name: app, image: 'x:1', livenessProbe: {tcpSocket: {port: 1}, failureThreshold: 9}, readinessProbe: {tcpSocket: {port: 1}}}]}"
      ), false
    ),
    (
      "a DNS option without a value", "dns-ndots",
      pod(
        "{dnsConfig: {options: [{name: ndots}]}, containers: [{name: app, image: 'x:1'}]}"), true
    ),
  ]

  @Test("are not walked into", arguments: cases)
  func traps(_ name: String, _ rule: String, _ manifest: String, _ isFound: Bool) throws {
    let outcome = try Program.run(
      ["review", "-", "--no-config", "--disable", "all", "--enable", rule, "--fail-on", "info"],
      input: manifest)
    #expect(outcome.exitCode == (isFound ? 1 : 0), "\(name): \(outcome.output)")
    #expect(!isFound || outcome.output.contains(rule), "\(name): \(outcome.output)")
  }
}

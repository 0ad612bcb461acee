/// The commands that collect what a diagnosis needs.
struct CollectionPlan {
  private static let clusterResources = [
    "nodes", "namespaces", "persistentvolumes", "storageclasses", "csinodes", "csidrivers",
    "volumeattachments", "priorityclasses", "runtimeclasses", "validatingwebhookconfigurations",
    "mutatingwebhookconfigurations", "resourceslices", "deviceclasses",
  ]
  private static let namespacedResources = [
    "pods", "events", "persistentvolumeclaims", "services", "endpointslices", "configmaps",
    "serviceaccounts", "deployments", "replicasets", "statefulsets", "daemonsets", "jobs",
    "cronjobs", "replicationcontrollers", "horizontalpodautoscalers", "poddisruptionbudgets",
    "networkpolicies", "resourcequotas", "limitranges", "csistoragecapacities", "resourceclaims",
    "resourceclaimtemplates",
  ]

  /// Secrets by the names of their keys: their values never leave kubectl.
  static let secretTemplate =
    #"{{range .items}}{{printf "---\napiVersion: v1\nkind: Secret\nmetadata: {name: %q, namespace: %q}\ntype: %q\ndata:\n" .metadata.name .metadata.namespace .type}}{{range $key, $value := .data}}{{printf "  %q: \"\"\n" $key}}{{end}}{{end}}"#

  private let options: CollectionOptions

  init(_ options: CollectionOptions) {
    self.options = options
  }

  /// The commands that do not depend on what others print.
  var steps: [CollectionStep] {
    let cluster = Self.clusterResources.map { resource in
      CollectionStep(
        file: "cluster/\(resource).json", arguments: ["get", resource, "-o", "json"])
    }
    let leases = CollectionStep(
      file: "cluster/leases.json",
      arguments: ["get", "leases", "-n", "kube-node-lease", "-o", "json"])
    let version = CollectionStep(file: "version.json", arguments: ["version", "-o", "json"])
    return [version] + cluster + [leases] + scopes.flatMap(steps)
  }

  /// How kubectl is told the namespaces, and the folder for each.
  private var scopes: [(flags: [String], folder: String)] {
    options.namespaces.isEmpty
      ? [(["-A"], "all")] : options.namespaces.map { (["-n", $0], "namespaces/\($0)") }
  }

  private func steps(_ scope: (flags: [String], folder: String)) -> [CollectionStep] {
    Self.namespacedResources.map { resource in
      CollectionStep(
        file: "\(scope.folder)/\(resource).json",
        arguments: ["get", resource] + scope.flags + ["-o", "json"])
    } + [
      CollectionStep(
        file: "\(scope.folder)/secrets.yaml",
        arguments: ["get", "secrets"] + scope.flags
          + ["-o", "go-template=" + Self.secretTemplate])
    ]
  }

  /// The commands for the logs of a container: its current run, and the one before where there was one.
  func logSteps(
    namespace: String, pod: String, container: String, hasRestarted: Bool
  ) -> [CollectionStep] {
    let arguments =
      ["logs", "-n", namespace, pod, "-c", container]
      + (options.since.map { ["--since=\($0)"] } ?? [])
    let stem = "logs/\(namespace)/\(pod)__\(container)"
    let current = CollectionStep(file: "\(stem).log", arguments: arguments)
    guard hasRestarted else { return [current] }
    return [
      current,
      CollectionStep(file: "\(stem).previous.log", arguments: arguments + ["--previous"]),
    ]
  }
}

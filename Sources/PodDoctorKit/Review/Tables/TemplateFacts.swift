import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a pod template, besides the fields of its document.
enum TemplateFacts {
  private static let table = FactTable<TemplateCase>([
    "name": { .string($0.workload.reference.name) },
    "namespace": { .string($0.namespace) },
    "labels": { .texts($0.template.labels) },
    "replicas": { .number($0.replicas) },
    "runsToCompletion": { .bool($0.template.runsToCompletion) },
    "restartPolicy": { .string($0.template.restartPolicy) },
    "gracePeriod": { .number(Int($0.pod.spec.terminationGracePeriodSeconds ?? 30)) },
    "hostNetwork": { .bool($0.pod.spec.hostNetwork) },
    "hostPID": { .bool($0.pod.spec.hostPID) },
    "hostIPC": { .bool($0.pod.spec.hostIPC) },
    "serviceAccountName": { .string($0.serviceAccountName) },
    "mountsToken": { .bool($0.mountsToken) },
    "operatingSystem": { .string($0.pod.spec.os?.name ?? "linux") },
    "qos": { .string($0.pod.qualityOfService.rawValue) },
    "requests": { .amounts($0.pod.effectiveRequests(PodResourceOptions())) },
    "limits": { .amounts($0.pod.effectiveLimits(PodResourceOptions())) },
    "containers": { base in .facts(base.containers.map(TemplateContainerFacts.object)) },
    "volumes": { base in .facts(TemplateVolumeFacts.all(of: base)) },
    "references": { base in
      .facts(base.references.map(\.facts))
    },
    "heldClaims": { base in .facts(HeldClaimFacts.all(of: base)) },
    "spread": { base in .facts(PodTermFacts.spread(of: base)) },
    "affinity": { base in .facts(PodTermFacts.affinity(of: base)) },
    "antiAffinity": { base in .facts(PodTermFacts.antiAffinity(of: base)) },
    "selectedBy": { base in .fact(SelectionFacts.object(base)) },
  ])

  static func object(_ template: TemplateCase) -> FactObject {
    FactObject(template, table, origin: template.origin)
  }
}

/// Which objects of the set select a pod.
enum SelectionFacts {
  private static let table = FactTable<TemplateCase>([
    "knowsServices": { .bool(!$0.manifests.services.isEmpty) },
    "services": { .facts(objects($0.manifests.services.manifests(selecting: $0.number), $0)) },
    "budgets": { .facts(objects($0.manifests.budgets.manifests(selecting: $0.number), $0)) },
    "policies": { .facts(objects($0.manifests.policies.manifests(selecting: $0.number), $0)) },
    "autoscalers": { .facts(objects($0.manifests.autoscalers(of: $0.workload.reference), $0)) },
  ])

  static func object(_ template: TemplateCase) -> FactObject { FactObject(template, table) }

  private static func objects(_ numbers: [Int], _ template: TemplateCase) -> [FactObject] {
    template.manifests.distinct(numbers).map { ManifestFacts.object($0, in: template.manifests) }
  }
}

extension TemplateCase {
  /// The account that the pod runs as.
  var serviceAccountName: String {
    let names = [pod.spec.serviceAccountName, pod.spec.serviceAccount]
    return names.first { !$0.isEmpty } ?? "default"
  }

  /// Whether the account's token is mounted: the pod decides, then the account, and else it is.
  var mountsToken: Bool {
    if let own = pod.spec.automountServiceAccountToken { return own }
    let account = ObjectReference(
      kind: ServiceAccount.kind, namespace: namespace, name: serviceAccountName)
    let manifest = manifests.manifest(of: account).map { manifests[$0] }
    let value = manifest?.object.value as? ServiceAccount
    return value?.automountServiceAccountToken ?? true
  }
}

extension Value {
  /// Amounts of resources by name, as Kubernetes writes quantities.
  static func amounts(_ amounts: ResourceList) -> Value {
    .map(AmountMap(amounts))
  }
}

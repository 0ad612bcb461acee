import Basics
import CEL
import KubernetesModel
import Provenance
import RuleEngine
import Validation
import YAML

/// What rules can ask of a manifest, besides the fields of its document.
enum ManifestFacts {
  /// A manifest with the set that it is seen among.
  final class Base: Sendable {
    let manifest: Manifest
    let manifests: ManifestSet
    /// Its number in the set.
    let number: Int
    let verdict: Once<ValidationVerdict>
    /// The templates of its pods, with what rules can ask of them.
    let templates: Once<[Template]>

    struct Template: Sendable {
      let pod: TemplateCase
      let facts: FactObject
    }

    init(_ number: Int, in manifests: ManifestSet) {
      let manifest = manifests[number]
      self.manifest = manifest
      self.manifests = manifests
      self.number = number
      verdict = RefusalFacts.verdict(on: manifest, in: manifests)
      templates = Once {
        manifests.pods(of: manifest.reference).filter { manifests.pods[$0].number == number }.map {
          let pod = TemplateCase($0, in: manifests)
          return Template(pod: pod, facts: TemplateFacts.object(pod))
        }
      }
    }

    /// The pods of this manifest, not of another one of the same object.
    var pods: [ManifestPod] { templates.value.map(\.pod.template) }
  }

  private static let table = FactTable<Base>([
    "kind": { .string($0.manifest.kind) },
    "name": { .string($0.manifest.reference.name) },
    "namespace": { .string($0.manifest.reference.namespace) },
    "namespaceWritten": { .bool($0.manifest.namesNamespace) },
    "group": { .string($0.manifest.group) },
    "replicas": { base in .number(replicas(of: base)) },
    "templates": { base in .facts(base.templates.value.map(\.facts)) },
    "labelsInDoubt": { .bool(!$0.hasRightLabels) },
    "references": { base in .facts(references(of: base)) },
    "selects": { base in .facts(selected(by: base)) },
    "autoscalers": { base in
      .facts(
        base.manifests.autoscalers(of: base.manifest.reference).map {
          object($0, in: base.manifests)
        })
    },
    "refusals": { RefusalFacts.refusals(in: $0.verdict.value, of: $0.manifest) },
    "remarks": { RefusalFacts.remarks(in: $0.verdict.value, on: $0.manifest) },
    "updateRefusals": { updateRefusals(of: $0) },
    "deadWebhooks": { deadWebhooks(for: $0) },
    "lifecycle": { base in
      .fact(APILifecycleFacts.object(of: base.manifest, minor: base.manifests.kubernetesMinor))
    },
    "introduced": { .string(introduction(of: $0)) },
    "backends": { base in
      .facts(IngressBackendFacts.all(of: base.manifest, in: base.manifests))
    },
    "operated": { base in
      .bool(
        base.manifests.operatedKinds.name(
          base.manifest.selectedLabels, in: base.manifest.reference.namespace))
    },
    "target": { base in .fact(target(of: base).map { object($0, in: base.manifests) }) },
    "role": { base in .fact(base.role.map { object($0, in: base.manifests) }) },
    "grants": { AccessFacts.grants(of: $0) },
    "comesWithCluster": { .bool(AccessFacts.comesWithCluster($0.manifest.reference)) },
    "limits": { .texts(PolicyFacts.directions(limitedBy: $0.manifest.node)) },
    "monitorsNothing": { base in
      .bool(
        base.manifests.monitoredServices.isMissed(
          by: base.manifest, among: base.manifests.manifests))
    },
    "selectsOwnPods": { base in .bool(base.pods.allSatisfy(\.isSelectedByWorkload)) },
    "governingService": { base in
      .fact(base.governingService.map { object($0, in: base.manifests) })
    },
    "unsortedKeys": { base in .facts(KeyOrderFacts.all(of: base.manifest)) },
    "fit": { base in .fact(base.fit.map(FitFacts.object)) },
    "peers": { base in .facts(PodTermFacts.peers(of: base.manifest, in: base.manifests)) },
  ])

  private static let secretTable = FactTable<Base>([
    "kind": { .string($0.manifest.kind) },
    "name": { .string($0.manifest.reference.name) },
    "namespace": { .string($0.manifest.reference.namespace) },
    "namespaceWritten": { .bool($0.manifest.namesNamespace) },
    "data": { .texts(keys(of: "data", in: $0.manifest)) },
    "stringData": { .texts(keys(of: "stringData", in: $0.manifest)) },
    "references": { _ in .facts([]) },
    "refusals": { RefusalFacts.refusals(in: $0.verdict.value, of: $0.manifest) },
    "remarks": { RefusalFacts.remarks(in: $0.verdict.value, on: $0.manifest) },
    "updateRefusals": { updateRefusals(of: $0) },
    "deadWebhooks": { deadWebhooks(for: $0) },
    "lifecycle": { _ in .null },
    "introduced": { _ in .string("") },
    "templates": { _ in .facts([]) },
    "labelsInDoubt": { .bool(!$0.hasRightLabels) },
    "unsortedKeys": { base in .facts(KeyOrderFacts.all(of: base.manifest)) },
  ])

  static func object(_ number: Int, in manifests: ManifestSet) -> FactObject {
    object(Base(number, in: manifests))
  }

  static func object(_ base: Base) -> FactObject {
    let table = base.manifest.kind == Secret.kind ? secretTable : table
    return FactObject(base, table, origin: base.manifest.origin)
  }

  /// The version of Kubernetes that serves the API version first, where the one that is meant does not.
  private static func introduction(of base: Base) -> String {
    let manifest = base.manifest
    guard
      let minor = APIIntroduction.minor(apiVersion: manifest.apiVersion, kind: manifest.kind),
      minor > base.manifests.kubernetesMinor
    else { return "" }
    return "1.\(minor)"
  }

  private static func updateRefusals(of base: Base) -> Value {
    UpdateRefusalFacts.all(of: base.manifest, numbered: base.number, in: base.manifests)
  }

  private static func deadWebhooks(for base: Base) -> Value {
    .facts(
      AwaitedWebhook.all(for: base.manifest, base.pods, in: base.manifests).map(
        AwaitedWebhookFacts.object))
  }

  /// The keys with nothing for their values, which nobody may see.
  private static func keys(of field: String, in manifest: Manifest) -> [String: String] {
    let entries = manifest.node[field]?.entries.map { ($0.key, "") } ?? []
    return Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }

  /// Custom kinds may mean something else by replicas, unless they are known to make pods.
  private static func replicas(of base: Base) -> Int? {
    base.manifest.object.value == nil && !base.manifest.makesPods ? nil : base.manifest.replicas
  }

  /// What the manifest's pods name, and what a service account does.
  private static func references(of base: Base) -> [FactObject] {
    base.templates.value.flatMap { $0.pod.references.map(\.facts) }
      + TemplateReferenceFacts.all(of: base.manifest, in: base.manifests)
  }

  /// The pods that a Service, budget or policy selects; those that an autoscaler scales.
  private static func selected(by base: Base) -> [FactObject] {
    let (number, manifests) = (base.number, base.manifests)
    let pods =
      manifests.services.pods(of: number) ?? manifests.budgets.pods(of: number)
      ?? manifests.policies.pods(of: number) ?? []
    return pods.map { TemplateFacts.object(TemplateCase($0, in: manifests)) }
  }

  /// What an autoscaler scales, where the set holds it.
  private static func target(of base: Base) -> Int? {
    base.manifest.scaleTarget.flatMap(base.manifests.manifest(of:))
  }
}

extension ManifestFacts.Base {
  /// Whether all labels of the object and of its pods are right.
  fileprivate var hasRightLabels: Bool {
    guard Self.areLabels(manifest.node["metadata"]?["labels"]) else { return false }
    return templates.value.allSatisfy {
      Self.areLabels($0.pod.template.node["metadata"]?["labels"])
    }
  }

  /// Whether the API server takes all entries of a mapping for labels; one without a value is none.
  private static func areLabels(_ labels: YAMLNode?) -> Bool {
    guard let labels, !labels.isNull else { return true }
    guard labels.isMapping else { return false }
    for (key, _, value) in labels.entries {
      guard NameSyntax.isLabelKey(key.utf8Span.span) else { return false }
      if value.isNull { continue }
      guard let text = value.string, NameSyntax.isLabelValue(text.utf8Span.span) else {
        return false
      }
    }
    return true
  }

  /// How the pods get on in the cluster; only told with the last manifest of an object.
  fileprivate var fit: WorkloadFit? {
    guard number == manifests.manifest(of: manifest.reference) else { return nil }
    return manifests.fit(of: manifest.reference)
  }

  /// The role that a binding grants, where the set holds it.
  var role: Int? {
    guard ["RoleBinding", "ClusterRoleBinding"].contains(manifest.kind),
      let reference = manifest.node["roleRef"], let kind = reference["kind"]?.string,
      let name = reference["name"]?.string
    else { return nil }
    let namespace = kind == "ClusterRole" ? "" : manifest.reference.namespace
    return manifests.manifest(
      of: ObjectReference(kind: kind, namespace: namespace, name: name))
  }

  /// The Service that names the pods of a stateful set, where the set holds it.
  fileprivate var governingService: Int? {
    guard let stateful = manifest.object.value as? StatefulSet else { return nil }
    return manifests.manifest(
      of: ObjectReference(
        kind: Service.kind, namespace: manifest.reference.namespace,
        name: stateful.spec.serviceName))
  }
}

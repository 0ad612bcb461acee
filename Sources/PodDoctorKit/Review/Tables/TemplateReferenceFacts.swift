import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of an object that a pod template names.
enum TemplateReferenceFacts {
  /// A reference with its template.
  struct Base: Sendable {
    var reference: PodReference
    var pod: TemplateCase
  }

  private static let table = FactTable<Base>([
    "kind": { .string($0.reference.kind) },
    "name": { .string($0.reference.name) },
    "key": { .string($0.reference.key) },
    "use": { .string($0.reference.use.rawValue) },
    "optional": { .bool($0.reference.isOptional) },
    "container": { .text($0.reference.container) },
    "presence": { .string($0.pod.presence(of: $0.reference).rawValue) },
    "keyPresence": { .string($0.pod.presence(ofKeyOf: $0.reference).rawValue) },
  ])

  static func object(_ reference: PodReference, of pod: TemplateCase) -> FactObject {
    FactObject(
      Base(reference: reference, pod: pod), table, origin: pod.origin(at: reference.path))
  }
}

extension TemplateCase {
  /// Everything that the pod names: its account, classes, claims, ConfigMaps and Secrets.
  var references: [PodReference] {
    let spec = pod.spec
    var references = pod.objectReferences
    func add(_ kind: String, _ name: String, _ use: PodReference.Use, at path: String) {
      guard !name.isEmpty else { return }
      references.append(
        PodReference(
          kind: kind, name: name, key: "", use: use, isOptional: false, path: path))
    }
    let field = spec.serviceAccountName.isEmpty ? "serviceAccount" : "serviceAccountName"
    add(
      ServiceAccount.kind,
      spec.serviceAccountName.isEmpty
        ? spec.serviceAccount
        : spec.serviceAccountName, .serviceAccount, at: "spec.\(field)")
    add(PriorityClass.kind, spec.priorityClassName, .priorityClass, at: "spec.priorityClassName")
    add(RuntimeClass.kind, spec.runtimeClassName ?? "", .runtimeClass, at: "spec.runtimeClassName")
    for (index, volume) in spec.volumes.enumerated() {
      add(
        PersistentVolumeClaim.kind, volume.persistentVolumeClaim?.claimName ?? "", .claim,
        at: "spec.volumes[\(index)].persistentVolumeClaim")
    }
    return references
  }

  /// Whether the object is there; some are in every cluster.
  func presence(of reference: PodReference) -> Presence {
    if Self.isInEveryCluster(reference) { return .present }
    return manifests.presence(of: target(of: reference))
  }

  /// Whether the key that is asked for is there; `present` where no key is.
  func presence(ofKeyOf reference: PodReference) -> Presence {
    guard !reference.key.isEmpty else { return .present }
    guard let number = manifests.manifest(of: target(of: reference)) else { return .unseen }
    let node = manifests[number].node
    let isThere = ["data", "stringData", "binaryData"].contains {
      node[$0]?[reference.key] != nil
    }
    return isThere ? .present : .absent
  }

  private func target(of reference: PodReference) -> ObjectReference {
    let isClusterScoped = [PriorityClass.kind, RuntimeClass.kind].contains(reference.kind)
    return ObjectReference(
      kind: reference.kind, namespace: isClusterScoped ? "" : namespace, name: reference.name)
  }

  private static func isInEveryCluster(_ reference: PodReference) -> Bool {
    switch reference.kind {
    case ServiceAccount.kind: reference.name == "default"
    case ConfigMap.kind: reference.name == "kube-root-ca.crt"
    case PriorityClass.kind:
      ["system-cluster-critical", "system-node-critical"].contains(reference.name)
    default: false
    }
  }
}

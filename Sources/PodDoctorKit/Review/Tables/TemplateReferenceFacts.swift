import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of an object that a pod template or a service account names.
enum TemplateReferenceFacts {
  /// A reference with the namespace and the set that it is resolved in.
  struct Base: Sendable {
    var reference: PodReference
    var namespace: String
    var manifests: ManifestSet
  }

  private static let table = FactTable<Base>([
    "kind": { .string($0.reference.kind) },
    "name": { .string($0.reference.name) },
    "key": { .string($0.reference.key) },
    "use": { .string($0.reference.use.rawValue) },
    "optional": { .bool($0.reference.isOptional) },
    "container": { .text($0.reference.container) },
    "presence": { .string($0.presence.rawValue) },
    "object": { base in
      .fact(
        base.manifests.manifest(of: base.target).map {
          ManifestFacts.object($0, in: base.manifests)
        })
    },
    "keyPresence": { .string($0.keyPresence.rawValue) },
  ])

  static func object(
    _ reference: PodReference, from origin: Origin, in namespace: String,
    of manifests: ManifestSet
  ) -> FactObject {
    FactObject(
      Base(reference: reference, namespace: namespace, manifests: manifests), table, origin: origin)
  }

  /// What a service account or a claim names; empty for a manifest of another kind.
  static func all(of manifest: Manifest, in manifests: ManifestSet) -> [FactObject] {
    references(of: manifest.object.value).map { reference in
      let path = FieldPath(parsing: reference.path)
      return FactObject(
        Base(
          reference: reference, namespace: manifest.reference.namespace, manifests: manifests),
        table,
        origin: Origin(
          manifest.reference, root: manifest.node, node: manifest.node.node(at: path), path: path))
    }
  }

  private static func references(of object: (any KubernetesObject)?) -> [PodReference] {
    switch object {
    case let account as ServiceAccount: account.references
    case let claim as PersistentVolumeClaim: claim.references
    default: []
    }
  }
}

extension PersistentVolumeClaim {
  /// The class and the volume that the claim asks for.
  fileprivate var references: [PodReference] {
    let names = [
      (
        StorageClass.kind, spec.storageClassName ?? "", PodReference.Use.storageClass,
        "storageClassName"
      ),
      (PersistentVolume.kind, spec.volumeName, .persistentVolume, "volumeName"),
    ]
    return names.filter { !$0.1.isEmpty }.map { kind, name, use, field in
      PodReference(
        kind: kind, name: name, key: "", use: use, isOptional: false, path: "spec.\(field)")
    }
  }
}

extension ServiceAccount {
  /// The Secrets that the account lists and those that its pods pull images with.
  fileprivate var references: [PodReference] {
    secrets.enumerated().map { index, secret in
      PodReference(
        kind: Secret.kind, name: secret.name, key: "", use: .accountSecret, isOptional: false,
        path: "secrets[\(index)]")
    }
      + imagePullSecrets.enumerated().map { index, secret in
        PodReference(
          kind: Secret.kind, name: secret.name, key: "", use: .imagePullSecret, isOptional: true,
          path: "imagePullSecrets[\(index)]")
      }
  }
}

extension Pod {
  /// Everything that the pod names: its account, classes, claims, ConfigMaps and Secrets.
  var namedObjects: [PodReference] {
    var references = objectReferences
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
}

extension TemplateReferenceFacts.Base {
  /// Whether the object is there; some are in every cluster.
  var presence: Presence {
    isInEveryCluster ? .present : manifests.presence(of: target)
  }

  /// Whether the key that is asked for is there; `present` where no key is.
  ///
  /// An object without any key is one that something fills later.
  var keyPresence: Presence {
    guard !reference.key.isEmpty else { return .present }
    let numbers = manifests.manifests(of: target)
    if numbers.isEmpty {
      guard let keys = manifests.cluster?.keys(of: target) else { return .unseen }
      return keys.contains(reference.key) ? .present : .absent
    }
    let maps = numbers.flatMap { number in
      ["data", "stringData", "binaryData"].compactMap { manifests[number].node[$0] }
    }
    guard maps.contains(where: { !$0.entries.isEmpty }) else { return .unseen }
    return maps.contains { $0[reference.key] != nil } ? .present : .absent
  }

  fileprivate var target: ObjectReference {
    let isClusterScoped = [
      PriorityClass.kind, RuntimeClass.kind, StorageClass.kind, PersistentVolume.kind,
    ].contains(reference.kind)
    return ObjectReference(
      kind: reference.kind, namespace: isClusterScoped ? "" : namespace, name: reference.name)
  }

  private var isInEveryCluster: Bool {
    switch reference.kind {
    case ServiceAccount.kind: reference.name == "default"
    case ConfigMap.kind: reference.name == "kube-root-ca.crt"
    case PriorityClass.kind:
      ["system-cluster-critical", "system-node-critical"].contains(reference.name)
    default: false
    }
  }
}

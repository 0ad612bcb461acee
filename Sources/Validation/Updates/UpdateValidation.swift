package import KubernetesModel
package import Provenance
package import YAML

/// Tells what the API server would say about manifests of objects that a cluster has already.
///
/// What a manifest leaves out counts as unchanged, for `kubectl apply` leaves it as it is.
package struct UpdateValidation: Sendable {
  private let snapshot: ClusterSnapshot

  /// Makes a validation against the objects of a cluster.
  package init(against snapshot: ClusterSnapshot) {
    self.snapshot = snapshot
  }

  /// What the API server would refuse to change; nothing for an object that it does not have.
  package func refusals(of object: any KubernetesObject, at reference: ObjectReference)
    -> [UpdateRefusal]
  {
    // Texts for people tell only some of an object.
    guard !snapshot.isPartial(reference), let old = snapshot[reference],
      !object.metadata.name.isEmpty,
      old.metadata.deletionTimestamp == nil, !object.metadata.isMadeAnew
    else { return [] }
    var rules = UpdateRules()
    if !rules.workload(object, old) { judgeOthers(object, old, by: &rules) }
    return rules.refusals
  }

  /// The same for an object of a kind without a struct.
  package func refusals(of node: YAMLNode, at reference: ObjectReference) -> [UpdateRefusal] {
    guard ["RoleBinding", "ClusterRoleBinding"].contains(reference.kind),
      let old = snapshot.others.first(where: { $0.isBinding(reference) })
    else { return [] }
    var rules = UpdateRules()
    rules.role(node["roleRef"], old["roleRef"])
    return rules.refusals
  }

  private func judgeOthers(
    _ object: any KubernetesObject, _ old: any KubernetesObject, by rules: inout UpdateRules
  ) {
    switch (object, old) {
    case (let new as Service, let old as Service): rules.service(new, old)
    case (let new as ConfigMap, let old as ConfigMap): rules.configMap(new, old)
    case (let new as Secret, let old as Secret): rules.secret(new, old)
    case (let new as PersistentVolumeClaim, let old as PersistentVolumeClaim):
      rules.claim(new, old, of: old.spec.storageClassName.flatMap { snapshot.storageClass($0) })
    case (let new as PersistentVolume, let old as PersistentVolume): rules.volume(new, old)
    case (let new as StorageClass, let old as StorageClass): rules.storageClass(new, old)
    case (let new as CSIDriver, let old as CSIDriver): rules.driver(new, old)
    case (let new as PriorityClass, let old as PriorityClass): rules.priorityClass(new, old)
    case (let new as RuntimeClass, let old as RuntimeClass):
      rules.immutable("handler", new.handler, old.handler)
    case (let new as ResourceClaim, let old as ResourceClaim):
      rules.whole("spec", new.spec, old.spec)
    case (let new as ResourceClaimTemplate, let old as ResourceClaimTemplate):
      rules.whole("spec", new.spec, old.spec)
    default: break
    }
  }
}

extension ClusterSnapshot {
  fileprivate func storageClass(_ name: String) -> StorageClass? { storageClasses.named(name) }
}

extension ObjectMeta {
  /// Whether whoever applies the object deletes the old one first.
  fileprivate var isMadeAnew: Bool {
    let options = annotations["argocd.argoproj.io/sync-options"] ?? ""
    return annotations["helm.sh/hook"] != nil || annotations["argocd.argoproj.io/hook"] != nil
      || options.contains("Replace=true") || options.contains("Force=true")
      || annotations["kustomize.toolkit.fluxcd.io/force"]?.lowercased() == "enabled"
  }
}

extension YAMLNode {
  fileprivate func isBinding(_ reference: ObjectReference) -> Bool {
    let metadata = self["metadata"]
    return self["kind"]?.string == reference.kind
      && metadata?["name"]?.string == reference.name
      && (reference.kind == "ClusterRoleBinding"
        || metadata?["namespace"]?.string == reference.namespace)
  }
}

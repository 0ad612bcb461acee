/// The kinds that have a struct, by the API groups and versions that are read into it.
package enum KindTable {
  /// Every kind with a struct, in alphabetical order.
  package static let kinds: [any KubernetesObject.Type] = [
    ConfigMap.self, CronJob.self, CSIDriver.self, CSINode.self, CSIStorageCapacity.self,
    DaemonSet.self, Deployment.self, DeviceClass.self, Endpoints.self, EndpointSlice.self,
    Event.self, HorizontalPodAutoscaler.self, Job.self, Lease.self, LimitRange.self,
    MutatingWebhookConfiguration.self, Namespace.self, NetworkPolicy.self, Node.self,
    PersistentVolume.self, PersistentVolumeClaim.self, Pod.self, PodDisruptionBudget.self,
    PodTemplate.self, PriorityClass.self, ReplicaSet.self, ReplicationController.self,
    ResourceClaim.self, ResourceClaimTemplate.self, ResourceQuota.self, ResourceSlice.self,
    RuntimeClass.self, Secret.self, Service.self, ServiceAccount.self, StatefulSet.self,
    StorageClass.self, ValidatingWebhookConfiguration.self, VolumeAttachment.self,
  ]

  /// The struct that an object of this version and kind is read into; nil when there is none.
  package static func type(apiVersion: String, kind: String) -> (any KubernetesObject.Type)? {
    guard let type = typesByKind[kind] else { return nil }
    let (group, version) = split(apiVersion)
    let isKnown =
      group == split(type.apiVersion).group || otherGroups[kind]?.contains(group) == true
    let isOfOtherShape = otherShapes["\(group)/\(kind)"]?.contains(version) == true
    return isKnown && !isOfOtherShape ? type : nil
  }

  /// The fields of a kind, with `apiVersion` and `kind`; nil when the kind has no struct.
  package static func shape(apiVersion: String, kind: String) -> FieldShape? {
    type(apiVersion: apiVersion, kind: kind) == nil ? nil : shapesByKind[kind]
  }

  /// The struct of a kind, whatever the version; nil when there is none.
  package static func type(kind: String) -> (any KubernetesObject.Type)? { typesByKind[kind] }

  private static let typesByKind: [String: any KubernetesObject.Type] = Dictionary(
    kinds.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })

  private static let shapesByKind: [String: FieldShape] = typesByKind.mapValues { type in
    guard case .structure(var fields) = type.shape else { return .any }
    fields["apiVersion"] = .scalar
    fields["kind"] = .scalar
    return .structure(fields)
  }

  /// Groups that a kind was, or also is, in.
  private static let otherGroups: [String: Set<String>] = [
    "DaemonSet": ["extensions"], "Deployment": ["extensions"], "ReplicaSet": ["extensions"],
    "NetworkPolicy": ["extensions"], "Event": ["events.k8s.io"],
  ]

  /// Versions whose fields differ too much from those of the struct.
  private static let otherShapes: [String: Set<String>] = [
    "autoscaling/HorizontalPodAutoscaler": ["v2beta1"],
    "node.k8s.io/RuntimeClass": ["v1alpha1"],
    "resource.k8s.io/ResourceClaim": ["v1alpha1", "v1alpha2", "v1alpha3"],
    "resource.k8s.io/ResourceClaimTemplate": ["v1alpha1", "v1alpha2", "v1alpha3"],
    "resource.k8s.io/ResourceSlice": ["v1alpha2", "v1alpha3"],
    "resource.k8s.io/DeviceClass": ["v1alpha3"],
  ]

  private static func split(_ apiVersion: String) -> (group: String, version: String) {
    guard let slash = apiVersion.firstIndex(of: "/") else { return ("", apiVersion) }
    return (String(apiVersion[..<slash]), String(apiVersion[apiVersion.index(after: slash)...]))
  }
}

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
    guard let type = type(kind: kind) else { return nil }
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
  ///
  /// No table, because to name a type is to make the runtime prepare it, and a table names them all. The kinds of which
  /// there are many come first.
  package static func type(kind: String) -> (any KubernetesObject.Type)? {
    switch kind {
    case "Pod": Pod.self
    case "Event": Event.self
    case "Node": Node.self
    case "ReplicaSet": ReplicaSet.self
    case "ConfigMap": ConfigMap.self
    case "CronJob": CronJob.self
    case "CSIDriver": CSIDriver.self
    case "CSINode": CSINode.self
    case "CSIStorageCapacity": CSIStorageCapacity.self
    case "DaemonSet": DaemonSet.self
    case "Deployment": Deployment.self
    case "DeviceClass": DeviceClass.self
    case "Endpoints": Endpoints.self
    case "EndpointSlice": EndpointSlice.self
    case "HorizontalPodAutoscaler": HorizontalPodAutoscaler.self
    case "Job": Job.self
    case "Lease": Lease.self
    case "LimitRange": LimitRange.self
    case "MutatingWebhookConfiguration": MutatingWebhookConfiguration.self
    case "Namespace": Namespace.self
    case "NetworkPolicy": NetworkPolicy.self
    case "PersistentVolume": PersistentVolume.self
    case "PersistentVolumeClaim": PersistentVolumeClaim.self
    case "PodDisruptionBudget": PodDisruptionBudget.self
    case "PodTemplate": PodTemplate.self
    case "PriorityClass": PriorityClass.self
    case "ReplicationController": ReplicationController.self
    case "ResourceClaim": ResourceClaim.self
    case "ResourceClaimTemplate": ResourceClaimTemplate.self
    case "ResourceQuota": ResourceQuota.self
    case "ResourceSlice": ResourceSlice.self
    case "RuntimeClass": RuntimeClass.self
    case "Secret": Secret.self
    case "Service": Service.self
    case "ServiceAccount": ServiceAccount.self
    case "StatefulSet": StatefulSet.self
    case "StorageClass": StorageClass.self
    case "ValidatingWebhookConfiguration": ValidatingWebhookConfiguration.self
    case "VolumeAttachment": VolumeAttachment.self
    default: nil
    }
  }

  private static let shapesByKind: [String: FieldShape] = Dictionary(
    uniqueKeysWithValues: kinds.map { ($0.kind, shape(of: $0)) })

  private static func shape(of type: any KubernetesObject.Type) -> FieldShape {
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

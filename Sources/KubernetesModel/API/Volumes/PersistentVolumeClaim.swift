/// A request for storage, and what it is bound to.
package struct PersistentVolumeClaim: KubernetesObject {
  package static let kind = "PersistentVolumeClaim"
  package static let apiVersion = "v1"
  package static let isNamespaced = true

  /// As written, which matters only in the claim templates of a stateful set.
  package var apiVersion: String = ""
  /// As written, which matters only in the claim templates of a stateful set.
  package var kind: String = ""
  package var metadata = ObjectMeta()
  package var spec = PersistentVolumeClaimSpec()
  package var status = PersistentVolumeClaimStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.typeMeta(apiVersion: &apiVersion, kind: &kind)
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// What the volume controllers last reported about a claim.
package struct PersistentVolumeClaimStatus: APIStruct {
  package var phase: String = ""
  package var accessModes: [String] = []
  package var capacity = ResourceList()
  package var conditions: [PersistentVolumeClaimCondition] = []
  package var allocatedResources = ResourceList()
  package var allocatedResourceStatuses: [String: String] = [:]
  package var currentVolumeAttributesClassName: String?
  package var modifyVolumeStatus: ModifyVolumeStatus?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("phase", &phase)
    fields.field("accessModes", &accessModes)
    fields.field("capacity", &capacity)
    fields.field("conditions", &conditions)
    fields.field("allocatedResources", &allocatedResources)
    fields.field("allocatedResourceStatuses", &allocatedResourceStatuses)
    fields.field("currentVolumeAttributesClassName", &currentVolumeAttributesClassName)
    fields.field("modifyVolumeStatus", &modifyVolumeStatus)
  }
}

/// One condition of a claim.
package struct PersistentVolumeClaimCondition: APIStruct {
  package var type: String = ""
  package var status: String = ""
  package var lastProbeTime: Timestamp?
  package var lastTransitionTime: Timestamp?
  package var reason: String = ""
  package var message: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("type", &type)
    fields.required("status", &status)
    fields.field("lastProbeTime", &lastProbeTime)
    fields.field("lastTransitionTime", &lastTransitionTime)
    fields.field("reason", &reason)
    fields.field("message", &message)
  }
}

/// How far a change of a volume's attributes class has got.
package struct ModifyVolumeStatus: APIStruct {
  package var targetVolumeAttributesClassName: String = ""
  package var status: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("targetVolumeAttributesClassName", &targetVolumeAttributesClassName)
    fields.required("status", &status)
  }
}

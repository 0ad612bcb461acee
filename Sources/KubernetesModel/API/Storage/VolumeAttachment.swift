/// The attachment of a volume to a node.
package struct VolumeAttachment: KubernetesObject {
  package static let kind = "VolumeAttachment"
  package static let apiVersion = "storage.k8s.io/v1"
  package static let isNamespaced = false

  package var metadata = ObjectMeta()
  package var spec = VolumeAttachmentSpec()
  package var status = VolumeAttachmentStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.required("spec", &spec)
    fields.field("status", &status)
  }
}

/// Which volume is to be attached to which node, and by whom.
package struct VolumeAttachmentSpec: APIStruct {
  package var attacher: String = ""
  package var source = VolumeAttachmentSource()
  package var nodeName: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("attacher", &attacher)
    fields.required("source", &source)
    fields.required("nodeName", &nodeName)
  }
}

/// The volume to be attached.
package struct VolumeAttachmentSource: APIStruct {
  package var persistentVolumeName: String?
  @Boxed package var inlineVolumeSpec: PersistentVolumeSpec?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("persistentVolumeName", &persistentVolumeName)
    fields.field("inlineVolumeSpec", &inlineVolumeSpec)
  }
}

/// Whether a volume is attached, and what failed.
package struct VolumeAttachmentStatus: APIStruct {
  package var attached: Bool = false
  package var attachmentMetadata: [String: String] = [:]
  package var attachError: VolumeError?
  package var detachError: VolumeError?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("attached", &attached)
    fields.field("attachmentMetadata", &attachmentMetadata)
    fields.field("attachError", &attachError)
    fields.field("detachError", &detachError)
  }
}

/// What failed when a volume was attached or detached.
package struct VolumeError: APIStruct {
  package var time: Timestamp?
  package var message: String = ""
  package var errorCode: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("time", &time)
    fields.field("message", &message)
    fields.field("errorCode", &errorCode)
  }
}

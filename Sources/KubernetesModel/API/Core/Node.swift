package import Basics

/// A machine that pods run on.
package struct Node: KubernetesObject {
  package static let kind = "Node"
  package static let apiVersion = "v1"
  package static let isNamespaced = false

  // By reference, as the parts of a ``Pod``.
  @usableFromInline var keptMetadata = Self.noMetadata
  @usableFromInline var keptSpec = Self.noSpec
  @usableFromInline var keptStatus = Self.noStatus

  private static let noMetadata = Indirect(ObjectMeta())
  private static let noSpec = Indirect(NodeSpec())
  private static let noStatus = Indirect(NodeStatus())

  package init() {}

  @inlinable
  package var metadata: ObjectMeta {
    unsafeAddress { unsafe keptMetadata.address }
    unsafeMutableAddress { unsafe keptMetadata.mutableAddress() }
  }

  @inlinable
  package var spec: NodeSpec {
    unsafeAddress { unsafe keptSpec.address }
    unsafeMutableAddress { unsafe keptSpec.mutableAddress() }
  }

  @inlinable
  package var status: NodeStatus {
    unsafeAddress { unsafe keptStatus.address }
    unsafeMutableAddress { unsafe keptStatus.mutableAddress() }
  }

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// What is asked of a node: its taints, addresses for pods, and whether it takes new pods.
package struct NodeSpec: APIStruct {
  package var podCIDR: String = ""
  package var podCIDRs: [String] = []
  package var providerID: String = ""
  package var unschedulable: Bool = false
  package var taints: [Taint] = []
  package var configSource: NodeConfigSource?
  package var externalID: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("podCIDR", &podCIDR)
    fields.field("podCIDRs", &podCIDRs)
    fields.field("providerID", &providerID)
    fields.field("unschedulable", &unschedulable)
    fields.field("taints", &taints)
    fields.field("configSource", &configSource)
    fields.field("externalID", &externalID)
  }
}

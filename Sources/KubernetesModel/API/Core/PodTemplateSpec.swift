package import Basics

/// The metadata and the spec that pods are made with.
package struct PodTemplateSpec: APIStruct {
  package var metadata = ObjectMeta()
  @usableFromInline var keptSpec = Self.noSpec

  private static let noSpec = Indirect(PodSpec())

  package init() {}

  @inlinable
  package var spec: PodSpec {
    unsafeAddress { unsafe keptSpec.address }
    unsafeMutableAddress { unsafe keptSpec.mutableAddress() }
  }

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
  }
}

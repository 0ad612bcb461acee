/// A struct of the Kubernetes API, whose properties have the names of the JSON fields.
///
/// Fields that Go inlines are properties of the struct itself, so `pod.spec.volumes[0].emptyDir` reads
/// as the JSON does.
package protocol APIStruct: FieldValue {
  /// A value in which every field is absent.
  init()

  /// Shows each field to a visitor, once.
  mutating func visit(_ fields: inout some FieldVisitor)
}

/// An API struct that is an object of its own, with a name.
package protocol KubernetesObject: APIStruct {
  /// The kind, such as `Pod`.
  static var kind: String { get }

  /// The group and version whose shape the struct has, such as `apps/v1`.
  static var apiVersion: String { get }

  /// Whether objects of this kind live in a namespace.
  static var isNamespaced: Bool { get }

  /// Where a snapshot keeps the objects of this kind.
  static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { get }

  /// Name, namespace, labels, owners and times.
  var metadata: ObjectMeta { get set }
}

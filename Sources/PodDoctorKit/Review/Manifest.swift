import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// One object as a manifest writes it.
struct Manifest: Sendable {
  var object: LoadedObject
  var node: YAMLNode
  /// Whether objects of its kind make pods, where the set that holds it knows.
  var makesPods = false

  /// Nil for an object that no document stands for.
  init?(_ object: LoadedObject) {
    guard let node = object.node else { return nil }
    self.object = object
    self.node = node
  }

  var reference: ObjectReference { object.reference }
  var kind: String { reference.kind }
  var place: Place { object.place ?? node.place }
  var apiVersion: String { node["apiVersion"]?.string ?? "" }

  /// The API group; empty for the core group.
  var group: String {
    let apiVersion = apiVersion
    return apiVersion.firstIndex(of: "/").map { String(apiVersion[..<$0]) } ?? ""
  }

  /// Whether the object is of one of those kinds without a struct that are in a namespace.
  var isOfNamespacedKind: Bool {
    ["Ingress", "Role", "RoleBinding"].contains(kind)
      && (group.hasSuffix(".k8s.io") || group == "extensions")
  }

  /// Whether the object is of one of those kinds without a struct that are in no namespace.
  var isOfClusterKind: Bool {
    ["ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition"].contains(kind)
      && group.hasSuffix(".k8s.io")
  }

  /// Whether the manifest itself says which namespace the object goes into.
  var namesNamespace: Bool { node["metadata"]?["namespace"]?.string != nil }

  var origin: Origin { Origin(reference, root: node, path: FieldPath()) }
}

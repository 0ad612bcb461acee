import KubernetesModel
import Provenance
import YAML

/// An object as a policy sees it.
struct PolicyObject: Sendable {
  var reference: ObjectReference
  var node: YAMLNode

  private var apiVersion: [Substring] {
    (node["apiVersion"]?.text ?? "").split(separator: "/", maxSplits: 1)
  }

  /// The API group; empty for the core group.
  var group: String { apiVersion.count == 2 ? String(apiVersion[0]) : "" }
  var version: String { apiVersion.last.map(String.init) ?? "" }

  var labels: [String: String] {
    guard let labels = node["metadata"]?["labels"], labels.kind == .mapping else { return [:] }
    return Dictionary(labels.entries.map { ($0.key, $0.value.text) }) { _, last in last }
  }
}

extension ClusterSnapshot {
  /// Every object with its document, by kind, namespace and name; events, which nobody admits, are left out.
  var policyObjects: [PolicyObject] {
    KindTable.kinds.filter { $0.kind != Event.kind }.flatMap { references(of: $0) }.compactMap {
      reference in
      document(of: reference).map { PolicyObject(reference: reference, node: $0) }
    }
      + others.compactMap { node in
        guard let kind = node["kind"]?.string, let name = node["metadata"]?["name"]?.string else {
          return nil
        }
        let namespace = node["metadata"]?["namespace"]?.string ?? ""
        return PolicyObject(
          reference: ObjectReference(kind: kind, namespace: namespace, name: name), node: node)
      }
  }

  private func references<Object: KubernetesObject>(of type: Object.Type) -> [ObjectReference] {
    objects(of: type).map {
      ObjectReference(kind: type.kind, namespace: $0.metadata.namespace, name: $0.metadata.name)
    }
  }
}

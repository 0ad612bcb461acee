package import Provenance
import YAML

/// Something that a collector noted it could not read from the cluster.
package struct CollectionFailure: Hashable, Sendable, Comparable {
  package var kind: String
  /// Empty when it is about all namespaces.
  package var namespace: String
  /// In the words of the API server.
  package var says: String
  package var place: Place

  package init(kind: String, namespace: String, says: String, place: Place) {
    self.kind = kind
    self.namespace = namespace
    self.says = says
    self.place = place
  }

  package static func < (one: CollectionFailure, other: CollectionFailure) -> Bool {
    (one.kind, one.namespace, one.says, one.place)
      < (other.kind, other.namespace, other.says, other.place)
  }

  /// Reads the API server's answer to a collector; nil where it does not tell of which kind there would be objects.
  init?(refusal document: YAMLNode) {
    guard document.isRefusal, let says = document["message"]?.string,
      let kind = (document["details"]?["kind"]?.string).flatMap(KindNames.kind(named:))
    else { return nil }
    self.init(kind: kind, namespace: "", says: says, place: document.place)
  }

  /// Reads a list of texts, or texts by namespace.
  static func failures(in document: YAMLNode, kind: String) -> [CollectionFailure] {
    let byNamespace = document.entries.map { entry in
      (entry.key, entry.value.string ?? "", entry.value.place)
    }
    let plain = document.elements.map { ("", $0.string ?? "", $0.place) }
    return (byNamespace + plain).filter { !$0.1.isEmpty }.map { namespace, says, place in
      CollectionFailure(kind: kind, namespace: namespace, says: says, place: place)
    }
  }
}

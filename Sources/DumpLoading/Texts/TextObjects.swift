import KubernetesModel
import Provenance
import YAML

/// The objects that the texts of a dump show, each once: what several texts say about one is put together.
struct TextObjects {
  /// An object's documents, in the order of the texts.
  private var documents: [[Document]] = []
  private var indices: [ObjectReference: Int] = [:]
  private var events = TextEvents()

  /// Adds what was read of one text.
  mutating func add(_ objects: [Document]) {
    events.beginText()
    for document in objects {
      let object = ObjectReference(of: document.root)
      if object.kind == Event.kind {
        events.add(document)
      } else if let index = indices[object] {
        documents[index].append(document)
      } else {
        indices[object] = documents.count
        documents.append([document])
      }
    }
  }

  /// The documents: events only as far as none of `known` says the same.
  func merged(beside known: some Sequence<Event>) -> [Document] {
    documents.map(TextMerge.merged) + events.documents(beside: known)
  }
}

extension ObjectReference {
  /// What a document calls itself.
  init(of node: YAMLNode) {
    let metadata = node["metadata"]
    self.init(
      kind: node["kind"]?.string ?? "", namespace: metadata?["namespace"]?.string ?? "",
      name: metadata?["name"]?.string ?? "")
  }
}

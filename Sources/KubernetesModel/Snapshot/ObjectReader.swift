package import Findings
package import YAML

/// Finds the objects in one document: the document itself, or the items of a list.
///
/// A pure function of the document, so that documents can be read in parallel.
package struct ObjectReader: Sendable {
  /// The objects, in the order of the document.
  package private(set) var objects: [LoadedObject] = []
  /// What in the document is no object.
  package private(set) var problems: [LoadProblem] = []
  /// The kinds that the document speaks of, also when its list is empty.
  package private(set) var kinds: Set<String> = []

  /// What the objects share while they are read.
  private var texts = SharedTexts()

  /// Whether the document breaks off, so that it does not show all objects that there were.
  package private(set) var isExcerpt = false

  /// More objects than any cluster has.
  package static let mostObjects = 500_000
  /// Lists may hold lists, but not without end.
  private static let deepestList = 8

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - document: the root of the document.
  ///   - kind: the kind of objects that do not say their own, where the file says it.
  package init(_ document: YAMLNode, assuming kind: String? = nil) {
    if document.isRoot { texts = SharedTexts(of: document.document) }
    read(document, as: TypeMeta(kind: kind), depth: 0)
    texts = SharedTexts()
  }

  /// Reads some items of a list, each of which says itself what it is.
  package init(_ items: ArraySlice<YAMLNode>) {
    if let first = items.first { texts = SharedTexts(of: first.document) }
    for item in items { read(item, as: TypeMeta(kind: nil), depth: 0) }
    texts = SharedTexts()
  }

  /// The apiVersion and kind that an object has unless it says otherwise.
  private struct TypeMeta {
    var apiVersion: String?
    var kind: String?

    init(kind: String?) {
      self.kind = kind
      apiVersion = kind.flatMap { KindTable.type(kind: $0) }?.apiVersion
    }

    init(apiVersion: String?, kind: String?) {
      self.apiVersion = apiVersion
      self.kind = kind
    }

    /// What the items of a list have: a PodList holds pods.
    var ofItems: TypeMeta {
      TypeMeta(apiVersion: apiVersion, kind: kind.map { String($0.dropLast("List".count)) })
    }
  }

  private mutating func read(_ node: YAMLNode, as assumed: TypeMeta, depth: Int) {
    guard !node.isNull else { return }
    if node.isSequence, let kind = assumed.kind {
      kinds.insert(kind)
      return readItems(of: node, as: assumed, depth: depth)
    }
    guard node.isMapping else { return refuse(node, "not an object: \(node.nameOfType)") }
    let meta = TypeMeta(
      apiVersion: node["apiVersion"]?.string ?? assumed.apiVersion,
      kind: node["kind"]?.string ?? assumed.kind)
    guard let kind = meta.kind, !kind.isEmpty else { return readWithoutKind(node, depth: depth) }
    guard let apiVersion = meta.apiVersion, !apiVersion.isEmpty else {
      return refuse(node, "not an object: no apiVersion")
    }
    if isList(node, kind: kind) {
      readList(node, kind == "List" ? assumed : meta.ofItems, depth: depth)
    } else {
      kinds.insert(kind)
      objects.append(
        LoadedObject(
          decoding: node, apiVersion: apiVersion, kind: kind, origin: .document, sharing: &texts))
    }
  }

  private mutating func readList(_ list: YAMLNode, _ meta: TypeMeta, depth: Int) {
    if let kind = meta.kind { kinds.insert(kind) }
    guard let items = list["items"], !items.isNull else { return }
    readItems(of: items, as: meta, depth: depth)
  }

  private mutating func readItems(of items: YAMLNode, as meta: TypeMeta, depth: Int) {
    guard depth < Self.deepestList else {
      return refuse(items, "lists lie more than \(Self.deepestList) deep in each other")
    }
    for item in items.elements {
      guard objects.count + problems.count < Self.mostObjects else {
        let says = "the list has more than \(Self.mostObjects) items; the rest is left out"
        return problems.append(LoadProblem(.tooLarge, at: item.place, says: says))
      }
      read(item, as: meta, depth: depth + 1)
    }
  }

  /// kubectl prints the kind of a list behind its items, so that one that was cut has none.
  private mutating func readWithoutKind(_ node: YAMLNode, depth: Int) {
    guard depth == 0, node["apiVersion"]?.string == "v1", node["metadata"] == nil,
      let items = node["items"], items.isSequence
    else { return refuse(node, "not an object: no kind") }
    for item in items.elements.dropLast() where item["kind"] != nil {
      read(item, as: TypeMeta(kind: nil), depth: depth + 1)
    }
    self = excerpt
    problems.append(
      LoadProblem(
        .syntaxError, at: node.place,
        says: "the list breaks off: its last item is left out, and more may be missing"))
  }

  /// The same objects as some among others that are not there, and of which parts may be missing.
  package var excerpt: ObjectReader {
    var excerpt = self
    for index in excerpt.objects.indices { excerpt.objects[index].origin = .text }
    if excerpt.objects.isEmpty { excerpt.kinds = [] }
    excerpt.isExcerpt = true
    return excerpt
  }

  /// Lets the documents of the objects go, which are items of a list, one after the other.
  ///
  /// - Parameters:
  ///   - source: reads them again when somebody asks.
  ///   - first: the place of the first of them there.
  package mutating func letGo(to source: ItemSource, from first: Int) {
    for index in objects.indices {
      objects[index].document = .inSource(source, UInt32(first + index))
    }
  }

  private func isList(_ node: YAMLNode, kind: String) -> Bool {
    guard kind.hasSuffix("List"), node["metadata"]?["name"] == nil else { return false }
    if let items = node["items"] { return items.isSequence || items.isNull }
    return kind == "List" || KindTable.type(kind: String(kind.dropLast("List".count))) != nil
  }

  private mutating func refuse(_ node: YAMLNode, _ says: String) {
    problems.append(LoadProblem(.notAnObject, at: node.place, says: says))
  }
}

import Basics
import KubernetesModel
import Provenance
import YAML

/// Part of a manifest in a paste that begins in the middle of it.
struct ManifestFragment: Sendable {
  let kind: String
  /// Objects that stand whole behind it in a list.
  let others: [YAMLNode]
  private let tree: FragmentTree

  /// Reads the part in the lines; nil when they hold none of which the kind is certain.
  init?(_ stretch: FragmentLines, file: String) {
    var segments =
      stretch.isJSON
      ? JSONFragment.segments(of: stretch.lines, file: file)
      : YAMLFragment.segments(of: stretch.lines, file: file)
    others = Self.takeList(&segments)
    guard !segments.isEmpty, let (kind, tree) = Self.object(of: segments) else { return nil }
    (self.kind, self.tree) = (kind, tree)
  }

  /// Files are larger than any object that the API server takes only where they hold something else.
  static let largest = 16 << 20

  /// Whether part of a manifest may stand in a file, as its keys tell.
  static func mayStand(in bytes: Span<UInt8>) -> Bool {
    ["ontainerStatuses", "containers", "nodeInfo", "accessModes", "template", "involvedObject"]
      .contains { bytes.firstPlace(of: Array($0.utf8)) != nil }
  }

  private static func object(of segments: [FragmentSegment]) -> (String, FragmentTree)? {
    if let kind = segments[0]["kind"]?.string {
      return FragmentKind(named: kind).tree(of: segments).map { (kind, $0) }
    }
    for kind in FragmentKind.all {
      if let tree = kind.tree(of: segments) { return (kind.kind, tree) }
    }
    return nil
  }

  /// Takes away the list that the object stands in, and the whole objects behind it.
  private static func takeList(_ segments: inout [FragmentSegment]) -> [YAMLNode] {
    if let first = segments.first, first["kind"]?.string?.hasSuffix("List") == true {
      segments.removeFirst()
    }
    guard let list = segments.first, list.isSequence, segments.count > 1,
      list.elements.allSatisfy({ $0["kind"] != nil && $0["apiVersion"] != nil })
    else { return [] }
    segments.removeFirst()
    return list.elements
  }

  /// The name, where the part holds it.
  var name: String? { tree["metadata"]?["name"]?.string }

  var isNamespaced: Bool { KindTable.type(kind: kind)?.isNamespaced ?? true }

  var namespace: String? { tree["metadata"]?["namespace"]?.string }

  /// The pod that the kubelet names where it says why a container waits.
  var mention: PodMention? {
    guard kind == Pod.kind else { return nil }
    let document = document(of: ObjectReference(kind: kind, namespace: "", name: ""), file: "")
    let reports = document.root["status"]?["containerStatuses"]?.elements.map { $0 } ?? []
    return reports.compactMap { report in
      (report["state"]?["waiting"]?["message"]?.string).flatMap(PodMention.joined)
    }.first
  }

  /// The object, called as `reference` says.
  func document(of reference: ObjectReference, file: String) -> Document {
    var builder = DocumentBuilder(file: file, at: tree.mark)
    builder.mapping { builder in
      builder.field("apiVersion", KindTable.type(kind: kind)?.apiVersion ?? "v1")
      builder.field("kind", kind)
      builder.field("metadata", mapping: { write(metadataOf: reference, into: &$0) })
      for entry in entries where !Self.head.contains(entry.key) { builder.add(entry) }
    }
    return builder.finish()
  }

  /// The entries, of a pod with the containers that are shown only where it reports on them.
  private var entries: [FragmentTree.Entry] {
    guard kind == Pod.kind, let status = PodFragment.status(tree["status"]) else {
      return tree.entries.filter { kind != Pod.kind || $0.key != "status" }
    }
    var spec = tree["spec"]?.entries ?? []
    for (list, reports) in [
      ("containers", "containerStatuses"), ("initContainers", "initContainerStatuses"),
    ] where tree["spec"]?[list] == nil {
      guard let reported = status[reports] else { continue }
      let containers = reported.elements.filter { $0["name"] != nil }.map(\.containerOfReport)
      guard !containers.isEmpty else { continue }
      spec.append(
        FragmentTree.Entry(
          key: list, mark: reported.mark, value: .sequence(containers, at: reported.mark)))
    }
    let mark = tree["spec"]?.mark ?? status.mark
    return [
      FragmentTree.Entry(key: "spec", mark: mark, value: .mapping(spec, at: mark)),
      FragmentTree.Entry(key: "status", mark: status.mark, value: status),
    ]
  }

  private static let head: Set<String> = ["apiVersion", "kind", "metadata"]

  private func write(metadataOf reference: ObjectReference, into builder: inout DocumentBuilder) {
    let metadata = tree["metadata"]
    if metadata?["name"] == nil { builder.field("name", reference.name) }
    if metadata?["namespace"] == nil, !reference.namespace.isEmpty {
      builder.field("namespace", reference.namespace)
    }
    for entry in metadata?.entries ?? [] { builder.add(entry) }
  }
}

import KubernetesModel
import Provenance
import YAML

/// The manifests in a paste whose beginning is missing; what they are called can be told only at its end.
struct PastedParts: Sendable {
  private struct Item: Sendable {
    var part: ManifestFragment
    var namespace: String
  }

  /// More than anybody pastes.
  private static let most = 64

  private var items: [Item] = []
  /// The number of the line up to which no part begins.
  private var passed = 0

  /// Takes the part of a manifest that the lines begin with.
  ///
  /// - Returns: how many lines it has; nil when the lines begin with none.
  mutating func take(
    _ lines: ArraySlice<TextLine>, file: String, in namespace: String
  ) -> Int? {
    guard let first = lines.first, first.number > passed, items.count < Self.most else {
      return nil
    }
    let stretch = FragmentLines(lines)
    guard let last = stretch.lines.last else { return nil }
    guard let part = ManifestFragment(stretch, file: file) else {
      passed = last.number
      return nil
    }
    items.append(Item(part: part, namespace: namespace))
    return stretch.lines.count
  }

  /// The objects that stand whole behind parts in lists.
  var others: [ObjectReader] {
    items.flatMap(\.part.others).map { ObjectReader($0).excerpt }
  }

  /// The objects that the parts show, in the order of the text.
  func objects(file: String, among others: [Document]) -> [Document] {
    items.map { item in
      item.part.document(of: reference(to: item, among: others), file: file)
    }
  }

  /// What the part says that it is called, else what the kubelet says in it, else the only pod in trouble in the rest
  /// of the text.
  private func reference(to item: Item, among others: [Document]) -> ObjectReference {
    var reference = ObjectReference(
      kind: item.part.kind, namespace: item.part.namespace ?? item.namespace,
      name: item.part.name ?? UnnamedObject.name)
    if !item.part.isNamespaced { reference.namespace = "" }
    guard item.part.name == nil, reference.kind == Pod.kind else { return reference }
    if let mention = item.part.mention {
      (reference.name, reference.namespace) = (mention.name, mention.namespace)
    } else if let pod = FragmentSubject.onlyTroubled(of: others) {
      return pod
    }
    return reference
  }
}

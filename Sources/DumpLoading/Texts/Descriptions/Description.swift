import KubernetesModel
import Provenance

/// What `kubectl describe` printed about one object: its fields by their labels.
struct Description: Sendable {
  let file: String
  let present: TextPresent
  /// The lines at the margin, in their order.
  let fields: [OutlineNode]
  private let indices: [String: Int]

  init(_ outline: Outline, file: String, present: TextPresent) {
    self.file = file
    self.present = present
    let fields = Array(outline.roots)
    self.fields = fields
    indices = Dictionary(
      fields.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The first field of this label.
  subscript(label: String) -> OutlineNode? { indices[label].map { fields[$0] } }

  func has(_ label: String) -> Bool { indices[label] != nil }

  /// Whether a line at the margin that bears no label begins so.
  func hasTitle(_ title: StaticString) -> Bool {
    fields.contains { $0.content.begins(with: title) }
  }

  var name: String { self["Name"]?.value ?? "" }
  var namespace: String { self["Namespace"]?.given ?? "" }
}

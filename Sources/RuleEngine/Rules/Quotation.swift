import Findings
import Provenance
import YAML

/// Quotes what stands in a document, on one line, shortened, without what should stay secret.
package struct Quotation {
  /// The most bytes of a quotation.
  static let longest = 200

  private let object: ObjectReference
  private let root: YAMLNode?

  init(of object: ObjectReference, root: YAMLNode?) {
    self.object = object
    self.root = root
  }

  /// A text on one line, shortened and with credentials blotted out.
  package static func shortened(_ text: String) -> String {
    ValueText.singleLine(
      Credentials.blotted(ValueText.prefix(of: text, bytes: 4096)), atMost: longest)
  }

  /// A text like `shortened`, of which both ends stay: what wraps an error stands first, and the error last.
  static func ends(of text: String) -> String {
    let blotted = Credentials.blotted(ValueText.prefix(of: text, bytes: 4096))
    let line = ValueText.singleLine(blotted, atMost: 4096)
    guard line.utf8.count > longest else { return line }
    return ValueText.prefix(of: line, bytes: 57) + " … "
      + ValueText.suffix(of: line, bytes: longest - 65)
  }

  /// Whether nothing at this field of the object may be quoted, such as the values of a Secret.
  func isConcealed(_ field: FieldPath) -> Bool {
    if Credentials.conceals(object.kind, field) { return true }
    guard case .key("value")? = field.steps.last else { return false }
    let entry = root?.node(at: FieldPath(Array(field.steps.dropLast())))
    return entry?["name"].map { Credentials.isName($0.text) } ?? false
  }

  /// The text of a node, or nil when there is nothing to show.
  func text(of node: YAMLNode, at field: FieldPath) -> String? {
    guard !field.steps.isEmpty else { return nil }
    if node.kind == .scalar { return Self.ends(of: node.text) }
    var flow = ""
    append(node, to: &flow, depth: 0)
    return Self.shortened(flow)
  }

  /// Writes the node as YAML would stand on one line, and stops once that is longer than any
  /// quotation.
  private func append(_ node: YAMLNode, to flow: inout String, depth: Int) {
    guard depth < 12, flow.utf8.count < Self.longest * 2 else {
      flow += "…"
      return
    }
    switch node.kind {
    case .scalar: flow += ValueText.prefix(of: node.text, bytes: Self.longest * 2)
    case .sequence:
      flow += "["
      for (index, element) in node.elements.enumerated() where flow.utf8.count < Self.longest * 2 {
        flow += index == 0 ? "" : ", "
        append(element, to: &flow, depth: depth + 1)
      }
      flow += "]"
    case .mapping: appendMapping(node, to: &flow, depth: depth)
    }
  }

  private func appendMapping(_ node: YAMLNode, to flow: inout String, depth: Int) {
    let namesSecret =
      node["name"].map { $0.kind == .scalar && Credentials.isName($0.text) } ?? false
    var separator = "{"
    for (key, _, value) in node.entries where flow.utf8.count < Self.longest * 2 {
      flow += separator + key + ": "
      separator = ", "
      if Credentials.isName(key) && value.kind == .scalar || namesSecret && key == "value" {
        flow += Credentials.blot
      } else {
        append(value, to: &flow, depth: depth + 1)
      }
    }
    flow += separator == "{" ? "{}" : "}"
  }
}

import CEL
import Findings
import Provenance
import YAML

/// Turns a field path of a rule into a place in the input and a quotation of what stands there.
struct EvidenceResolver {
  private let origin: Origin

  init(_ origin: Origin) {
    self.origin = origin
  }

  /// The evidence at `path`, counted from where the origin stands in its document.
  func evidence(at path: String, says: String, quote: Value?) -> Evidence {
    let relative = FieldPath(parsing: path)
    let field = FieldPath(base.steps + relative.steps)
    var evidence = evidence(at: relative, as: field)
    evidence.says = says
    evidence.quote = quotation(quote, start?.node(at: relative), at: field)
    return evidence
  }

  /// Where the evidence at `path` stands, without words and quotation.
  func location(at path: String) -> Evidence {
    let relative = FieldPath(parsing: path)
    return evidence(at: relative, as: FieldPath(base.steps + relative.steps))
  }

  private func evidence(at relative: FieldPath, as field: FieldPath) -> Evidence {
    let place = start.map { Place(file: $0.file, mark: $0.mark(at: relative)) }
    return Evidence(
      origin.object, field.description, says: "", place: origin.place ?? place)
  }

  /// The node that paths count from.
  private var start: YAMLNode? { origin.node ?? origin.root }

  private func quotation(_ quote: Value?, _ node: YAMLNode?, at field: FieldPath) -> String? {
    let reads = Quotation(of: origin.object, root: origin.root)
    if reads.isConcealed(field) { return nil }
    if let quote {
      if case .null = quote { return nil }
      return Quotation.shortened(ValueText.text(of: quote))
    }
    if let text = origin.text { return Quotation.ends(of: text) }
    return node.flatMap { reads.text(of: $0, at: field) }
  }

  /// The path from the document's root to the node that the origin stands for.
  private var base: FieldPath {
    if let path = origin.path { return path }
    guard let root = origin.root, let node = origin.node else { return FieldPath() }
    return NodePath.path(to: node, from: root)
  }
}

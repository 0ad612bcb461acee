import CEL
import Findings
import Provenance
import YAML

/// Turns a field path of a rule into a place in the input and a quotation of what stands there.
struct EvidenceResolver {
  private let origin: Origin
  private let base: WrittenPath

  /// A resolver of paths that count from where `origin` stands, which `base` tells where somebody knows it already.
  init(_ origin: Origin, base: WrittenPath? = nil) {
    self.origin = origin
    self.base = base ?? WrittenPath(origin.wholePath)
  }

  /// The evidence at `path`, counted from where the origin stands in its document.
  func evidence(at path: WrittenPath, says: String, quote: Value?) -> Evidence {
    let field = FieldPath(base.path.steps + path.path.steps)
    var evidence = location(at: path)
    evidence.says = says
    evidence.quote = quotation(quote, start?.node(at: path.path), at: field)
    return evidence
  }

  /// Where the evidence at `path` stands, without words and quotation.
  func location(at path: WrittenPath) -> Evidence {
    let place = start.map { Place(file: $0.file, mark: $0.mark(at: path.path)) }
    return Evidence(origin.object, base.text(of: path), says: "", place: origin.place ?? place)
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
}

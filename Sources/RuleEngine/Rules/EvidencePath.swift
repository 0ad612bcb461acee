import Provenance

/// Which field a piece of evidence points at, counted from where its origin stands.
enum EvidencePath: Sendable {
  /// The same field of every subject.
  case fixed(WrittenPath)
  case computed(Template)

  /// The whole of what the origin stands for.
  static let whole = EvidencePath.fixed(WrittenPath(FieldPath()))

  init(_ template: Template) {
    self = template.fixed.map { .fixed(WrittenPath(FieldPath(parsing: $0))) } ?? .computed(template)
  }

  var expressions: [Expression] {
    if case .computed(let template) = self { template.expressions } else { [] }
  }
}

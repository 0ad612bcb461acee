import CEL
import Findings
import Provenance

extension RuleEvaluation {
  /// What the rule shows, in the order of its clauses, each piece once; no more than the first with a place in the
  /// subject's own document where nobody asks for more.
  mutating func evidence(_ telling: Telling) -> [Evidence] {
    var evidence: [Evidence] = []
    for clause in telling.evidence where !isEnough(evidence) { add(clause, to: &evidence) }
    return evidence
  }

  /// Whether nobody asks for more.
  private func isEnough(_ evidence: [Evidence]) -> Bool { depth != .told && !evidence.isEmpty }

  private mutating func add(_ clause: Telling.EvidenceClause, to evidence: inout [Evidence]) {
    guard let each = clause.each else { return add(piece(of: clause), to: &evidence) }
    guard let list = value(each.expression) else { return }
    guard case .list(let elements) = list else {
      return note("each gives no list", at: each.expression.text.place)
    }
    scope.beginLoop(each.name)
    for index in 0..<min(elements.count, limits.evidencePerClause) where !isEnough(evidence) {
      scope.bind(elements.element(at: index))
      add(piece(of: clause), to: &evidence)
    }
    scope.endLoop()
  }

  private func add(_ piece: consuming Evidence?, to evidence: inout [Evidence]) {
    guard let piece, !evidence.contains(piece) else { return }
    let isOwn = piece.place != nil && piece.object == subject.reference
    if depth == .told || isOwn { evidence.append(piece) }
  }

  private mutating func piece(of clause: Telling.EvidenceClause) -> Evidence? {
    guard clause.when.map({ holds($0) }) ?? true else { return nil }
    guard let says = depth == .told ? text(clause.says) : "", let origin = origin(clause.of) else {
      return nil
    }
    let resolver = EvidenceResolver(origin, base: clause.of == nil ? scope.base : nil)
    let path = path(clause.at)
    guard depth == .told || clause.quote != nil else { return resolver.location(at: path) }
    return resolver.evidence(at: path, says: says, quote: clause.quote.flatMap { value($0) })
  }

  private mutating func path(_ path: EvidencePath) -> WrittenPath {
    switch path {
    case .fixed(let path): path
    case .computed(let template): WrittenPath(FieldPath(parsing: text(template) ?? ""))
    }
  }

  /// Where the evidence stands: the subject's document, unless `of` names another object.
  private mutating func origin(_ of: Expression?) -> Origin? {
    guard let of else { return subject.origin ?? Origin(subject.reference) }
    guard let value = value(of) else { return nil }
    if case .null = value { return nil }
    if let origin = Origin(value) { return origin }
    note("of gives no object", at: of.text.place)
    return nil
  }
}

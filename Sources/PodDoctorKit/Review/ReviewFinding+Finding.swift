import Basics
import Findings
import Provenance
import RuleEngine
import YAML

extension ReviewFinding {
  /// What rules find about a manifest; all findings share the object that it makes, and texts with those before them.
  static func findings(
    _ findings: [Finding], about subject: Subject, _ object: Indirect<ObjectReference>,
    sharing texts: inout CommonTexts
  ) -> [ReviewFinding] {
    var reviewed: [ReviewFinding] = []
    reviewed.reserveCapacity(findings.count)
    // A span hands out each where it is; it has dozens of parts, which a copy counts.
    let findings = findings.span
    for index in findings.indices {
      reviewed.append(ReviewFinding(findings[index], about: subject, object, &texts))
    }
    return reviewed
  }

  /// A finding of a rule about a manifest; its first evidence is the field to change.
  private init(
    _ finding: Finding, about subject: Subject, _ object: Indirect<ObjectReference>,
    _ texts: inout CommonTexts
  ) {
    let pieces = finding.evidence.span
    let own = Self.place(in: pieces, of: subject.reference)
    self.init(
      rule: finding.cause, severity: finding.severity, object: object,
      container: subject.container,
      field: texts.shared(own.map { pieces[$0].field } ?? subject.path),
      place: own.flatMap { pieces[$0].place } ?? subject.start,
      about: own.flatMap { pieces[$0].quote } ?? "", says: texts.shared(finding.says),
      why: finding.why,
      remedies: Self.whole(finding.remedies, in: subject.origin),
      untoldRemedies: finding.untoldRemedies)
  }

  /// The number of the first piece of evidence with a place in an object.
  private static func place(in pieces: Span<Evidence>, of object: ObjectReference) -> Int? {
    for place in pieces.indices
    where pieces[place].place != nil && pieces[place].object == object {
      return place
    }
    return nil
  }

  /// The remedies with patches of the whole document.
  private static func whole(_ remedies: [Remedy], in origin: Origin?) -> [Remedy] {
    guard remedies.contains(where: { $0.patch != nil }) else { return remedies }
    let frame = PatchFrame(around: origin)
    return remedies.map { remedy in
      var remedy = remedy
      remedy.patch = remedy.patch.map(frame.whole)
      return remedy
    }
  }

  /// What could not be read; everything that depends on it is not reviewed.
  init(_ problem: LoadProblem) {
    let finding = Finding(problem)
    self.init(
      rule: finding.cause, severity: problem.kind == .notAnObject ? .warning : .error,
      object: Indirect(finding.object), field: problem.field, place: problem.place,
      says: finding.says, why: finding.why)
  }
}

extension Subject {
  /// The path to it in its document; empty where it is all of it.
  fileprivate var path: String { origin?.path?.description ?? "" }

  /// Where it begins in the input; the beginning of no file when nobody knows.
  fileprivate var start: Place {
    origin?.node?.place ?? origin?.root?.place ?? Place(file: "", mark: Mark(line: 1, column: 1))
  }
}

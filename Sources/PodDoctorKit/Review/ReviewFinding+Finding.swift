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
    _ finding: Finding, about subject: borrowing Subject, _ object: Indirect<ObjectReference>,
    _ texts: inout CommonTexts
  ) {
    let (field, place, quote) = Self.spot(in: finding.evidence.span, of: subject)
    self.init(
      rule: finding.cause, severity: finding.severity, object: object,
      container: subject.container,
      field: texts.shared(field), place: place, about: quote ?? "",
      says: texts.shared(finding.says), why: finding.why,
      remedies: Self.whole(finding.remedies, in: subject.origin),
      untoldRemedies: finding.untoldRemedies)
  }

  /// What the first piece of evidence points at that has a place in the subject's object, and what stands there; the
  /// subject where there is none.
  private static func spot(
    in pieces: Span<Evidence>, of subject: borrowing Subject
  ) -> (field: String, place: Place, quote: String?) {
    // No closure takes the span: the optimizer fails on one.
    for number in pieces.indices {
      guard let place = pieces[number].place, pieces[number].object == subject.reference else {
        continue
      }
      return (pieces[number].field, place, pieces[number].quote)
    }
    return (subject.path, subject.start, nil)
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

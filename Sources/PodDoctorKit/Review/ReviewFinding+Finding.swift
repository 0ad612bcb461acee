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
    let evidence = finding.evidence.first { $0.place != nil && $0.object == subject.reference }
    self.init(
      rule: finding.cause, severity: finding.severity, object: object,
      container: subject.container,
      field: texts.field(evidence?.field ?? subject.origin?.path?.description ?? ""),
      place: evidence?.place ?? subject.start,
      about: evidence?.quote ?? "", says: texts.sentence(finding.says), why: finding.why,
      remedies: Self.whole(finding.remedies, in: subject.origin),
      untoldRemedies: finding.untoldRemedies)
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
  /// Where it begins in the input; the beginning of no file when nobody knows.
  fileprivate var start: Place {
    origin?.node?.place ?? origin?.root?.place ?? Place(file: "", mark: Mark(line: 1, column: 1))
  }
}

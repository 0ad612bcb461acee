import Findings
import Provenance
import RuleEngine
import YAML

extension ReviewFinding {
  /// A finding of a rule about a manifest; its first evidence is the field to change.
  init(_ finding: Finding, about subject: Subject) {
    let evidence = finding.evidence.first { $0.place != nil && $0.object == subject.reference }
    self.init(
      rule: finding.cause, severity: finding.severity, object: subject.reference,
      container: subject.container,
      field: evidence?.field ?? subject.origin?.path?.description ?? "",
      place: evidence?.place ?? subject.start,
      about: evidence?.quote ?? "", says: finding.says, why: finding.why,
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
      object: finding.object, field: problem.field, place: problem.place, says: finding.says,
      why: finding.why)
  }
}

extension Subject {
  /// Where it begins in the input; the beginning of no file when nobody knows.
  fileprivate var start: Place {
    origin?.node?.place ?? origin?.root?.place ?? Place(file: "", mark: Mark(line: 1, column: 1))
  }
}

import Findings
import Provenance
import RuleEngine
import YAML

extension ReviewFinding {
  /// A finding of a rule about a manifest; its first evidence is the field to change.
  init(_ finding: Finding, about subject: Subject) {
    let evidence = finding.evidence.first { $0.place != nil && $0.object == subject.reference }
    let start = subject.origin?.node?.place ?? subject.origin?.root?.place
    let patch = PatchFrame(around: subject.origin)
    self.init(
      rule: finding.cause, severity: finding.severity, object: subject.reference,
      container: subject.container,
      field: evidence?.field ?? subject.origin?.path?.description ?? "",
      place: evidence?.place ?? start ?? Place(file: "", mark: Mark(line: 1, column: 1)),
      says: finding.says, why: finding.why,
      remedies: finding.remedies.map { remedy in
        var remedy = remedy
        remedy.patch = remedy.patch.map(patch.whole)
        return remedy
      })
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

import Findings
import KubernetesModel

/// What a report must not show: credentials never, names where the user wants to share it.
struct Redaction: Sendable {
  private let snapshot: ClusterSnapshot
  private let sources: [String]
  private let hidesNames: Bool

  init(of snapshot: ClusterSnapshot, sources: [String], hidesNames: Bool) {
    self.snapshot = snapshot
    self.sources = sources
    self.hidesNames = hidesNames
  }

  func redacted(_ report: DiagnosisReport) -> DiagnosisReport {
    guard hidesNames || !report.rootCauses.isEmpty || !report.completeness.isEmpty else {
      return report
    }
    let credentials = CredentialRewriter(values: SecretValues(in: snapshot))
    let safe = report.rewritten(concurrentlyBy: credentials)
    guard hidesNames else { return safe }
    var names = Pseudonyms(
      NameCollection(in: snapshot, mentionedBy: safe), sources: sources)
    return safe.rewritten(by: &names)
  }

  /// An answer that is written already; names and credentials hold nothing that JSON escapes.
  func redacted(_ answer: [UInt8]) -> [UInt8] {
    let text = String(decoding: answer, as: UTF8.self)
    let safe = CredentialRewriter(values: SecretValues(in: snapshot)).safe(text)
    guard hidesNames else { return Array(safe.utf8) }
    var names = Pseudonyms(NameCollection(in: snapshot, mentionedBy: nil), sources: sources)
    return Array(names.text(safe).utf8)
  }
}

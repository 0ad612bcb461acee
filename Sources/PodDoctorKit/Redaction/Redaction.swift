import Basics
import Findings
import KubernetesModel

/// What a report must not show: credentials never, names where the user wants to share it.
struct Redaction: Sendable {
  private let snapshot: ClusterSnapshot
  /// Knows the values that the dump calls secret, which takes a look at all pods.
  private let credentials: Once<CredentialRewriter>
  private let sources: [String]
  private let hidesNames: Bool

  init(of snapshot: ClusterSnapshot, sources: [String], hidesNames: Bool) {
    self.snapshot = snapshot
    self.sources = sources
    self.hidesNames = hidesNames
    credentials = Once { CredentialRewriter(values: SecretValues(in: snapshot)) }
  }

  /// Looks for what is secret, which else is done when there is something to hide it in.
  func prepare() { _ = credentials.value }

  func redacted(_ report: DiagnosisReport) -> DiagnosisReport {
    guard hidesNames || !report.rootCauses.isEmpty || !report.completeness.isEmpty else {
      return report
    }
    let safe = report.rewritten(concurrentlyBy: credentials.value)
    guard hidesNames else { return safe }
    var names = Pseudonyms(
      NameCollection(in: snapshot, mentionedBy: safe), sources: sources)
    return safe.rewritten(by: &names)
  }

  /// An answer that is written already; names and credentials hold nothing that JSON escapes.
  func redacted(_ answer: [UInt8]) -> [UInt8] {
    let text = String(decoding: answer, as: UTF8.self)
    let safe = credentials.value.safe(text)
    guard hidesNames else { return Array(safe.utf8) }
    var names = Pseudonyms(NameCollection(in: snapshot, mentionedBy: nil), sources: sources)
    return Array(names.text(safe).utf8)
  }
}

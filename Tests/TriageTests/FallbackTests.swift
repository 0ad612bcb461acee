import Findings
import Provenance
import Testing
import Triage

@Suite("Fallback findings")
struct FallbackTests {
  private func finding(
    _ cause: String, _ severity: Severity = .error, _ confidence: Double = 0.9,
    about name: String = "web", isFallback: Bool = false
  ) -> Finding {
    let pod = ObjectReference(kind: "Pod", namespace: "shop", name: name)
    return Finding(
      cause: cause, severity: severity, confidence: confidence, playbook: .notReady, object: pod,
      affected: AffectedObject(pod), says: cause, isFallback: isFallback)
  }

  private func causes(_ findings: Finding...) -> [String] {
    Triage().rootCauses(of: findings).map(\.cause)
  }

  private var fallback: Finding { finding("unexplained-event", .info, 0.2, isFallback: true) }

  @Test("stay where nothing else is found")
  func alone() {
    #expect(causes(fallback) == ["unexplained-event"])
  }

  @Test("vanish where something sure is found about the same object")
  func explained() {
    #expect(causes(fallback, finding("disk-full")) == ["disk-full"])
  }

  @Test("stay beside what is about another object, too unsure or no trouble")
  func beside() {
    #expect(causes(fallback, finding("disk-full", about: "db")).contains("unexplained-event"))
    #expect(causes(fallback, finding("disk-full", .error, 0.4)).contains("unexplained-event"))
    #expect(causes(fallback, finding("pod-old", .info)).contains("unexplained-event"))
  }
}

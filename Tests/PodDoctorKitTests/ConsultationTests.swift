import Basics
import Findings
import Foundation
import PodDoctorKit
import Reporting
import TestSupport
import Testing

@Suite("Consultation")
struct ConsultationTests {
  private static let proof = Scenario.root.appending(path: "proof/dump").path(percentEncoded: false)

  private func report(_ change: (inout ConsultationOptions) -> Void = { _ in }) throws
    -> DiagnosisReport
  {
    var options = ConsultationOptions()
    options.sources = [Self.proof]
    change(&options)
    return try Consultation(options).report()
  }

  @Test("the same input gives the same bytes in every format", arguments: ReportFormat.allCases)
  func sameBytes(_ format: ReportFormat) throws {
    let reporter = format.reporter(TextLayout(width: 100, palette: .plain))
    let first = reporter.report(try report(), into: ByteWriter()).bytes
    let second = reporter.report(try report(), into: ByteWriter()).bytes
    #expect(first == second)
  }

  @Test("the report is as the published schema says")
  func schema() throws {
    let bytes = JSONReporter().report(try report(), into: ByteWriter()).bytes
    #expect(try JSONShape(schema: "\(DiagnosisSchema.text)").faults(in: bytes) == [])
  }

  @Test("selections narrow what is diagnosed")
  func selection() throws {
    let one = try report { $0.targets = [.init(kind: "Pod", name: "pull-dns")] }
    #expect(one.summary.pods == 1)
    #expect(one.rootCauses.first?.cause == "image-registry-unreachable")
  }

  @Test("a selection that takes nothing is an error")
  func nothingMatched() {
    #expect(throws: ConsultationError.self) {
      try report { $0.targets = [.init(kind: "Pod", name: "no-such-pod")] }
    }
  }

  @Test("the present is the one that the user names, or the newest in the dump")
  func present() throws {
    let named = try report { $0.now = "2026-11-22T11:00:00Z" }
    #expect(named.input.capturedAt == "2026-11-22T11:00:00Z")
    #expect(try report().input.capturedAt?.hasPrefix("2026-11-22T10:3") == true)
  }
}

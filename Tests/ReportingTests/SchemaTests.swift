import Basics
import Findings
import Reporting
import TestSupport
import Testing

@Suite("Published schema")
struct SchemaTests {
  static let reports = [
    Samples.all, Samples.report([]), Samples.report([Samples.hostile]),
    Samples.report([Samples.lostNode], gaps: []),
  ]

  @Test("every JSON report fits it, field by field", arguments: reports)
  func fits(_ report: DiagnosisReport) throws {
    let shape = try JSONShape(schema: "\(DiagnosisSchema.text)")
    let bytes = JSONReporter().report(report, into: ByteWriter()).bytes
    #expect(try shape.faults(in: bytes) == [])
  }

  @Test("says what does not fit")
  func misfit() throws {
    let shape = try JSONShape(schema: "\(DiagnosisSchema.text)")
    let faults = try shape.faults(in: Array(#"{"kind": "Other", "more": 1}"#.utf8))
    #expect(faults.contains("$ lacks apiVersion"))
    #expect(faults.contains("$.more is not declared"))
    #expect(faults.contains { $0.hasPrefix("$.kind is Other") })
  }
}

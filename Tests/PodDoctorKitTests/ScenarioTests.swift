import Findings
import Foundation
import PodDoctorKit
import Testing

@Suite("Recorded scenarios")
struct ScenarioTests {
  @Test("the first root cause is the true one, or nothing is wrong", arguments: Scenario.all)
  func firstCause(_ scenario: Scenario) throws {
    var options = ConsultationOptions()
    options.sources = [scenario.dump]
    options.namespaces = [scenario.namespace]
    let report = try Consultation(options).report()
    let serious = report.rootCauses.filter { $0.severity >= .warning }
    #expect(report.faults == [])
    if scenario.isHealthy {
      #expect(serious.map(\.cause) == [])
    } else {
      let first = try #require(report.rootCauses.first)
      #expect(scenario.causes.contains(first.refines ?? first.cause), "\(first.says)")
    }
  }
}

extension Scenario: CustomTestStringConvertible {
  var testDescription: String { name }
}

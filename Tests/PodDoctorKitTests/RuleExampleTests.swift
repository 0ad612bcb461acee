import Findings
import Foundation
import PodDoctorKit
import Provenance
import Testing

@Suite("Bundled rules")
struct RuleExampleTests {
  static let outcomes: [ExampleOutcome] = {
    (try? RuleLibrary.outcomes(ofExamplesIn: rules.path(percentEncoded: false))) ?? []
  }()

  @Test("do what their examples say", arguments: outcomes)
  func example(_ outcome: ExampleOutcome) {
    #expect(
      outcome.hasPassed,
      "\(outcome.place): expected \(outcome.expected), found \(outcome.found)")
  }

  @Test("have at least three examples each")
  func examplesExist() throws {
    let counts = Dictionary(grouping: Self.outcomes, by: \.rule).mapValues(\.count)
    let names = try RuleLibrary(ConsultationOptions()).descriptions.map(\.name)
    #expect(!names.isEmpty)
    #expect(names.filter { counts[$0, default: 0] < 3 } == [])
  }

  private static let rules = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Rules")
}

extension ExampleOutcome: CustomTestStringConvertible {
  /// Which rule the example is of, and where it stands.
  public var testDescription: String { "\(rule) at line \(place.line)" }
}

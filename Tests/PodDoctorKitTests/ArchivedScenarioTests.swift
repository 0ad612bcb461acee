import Basics
import Findings
import Foundation
import PodDoctorKit
import Reporting
import TestSupport
import Testing

@Suite("Archived scenarios")
struct ArchivedScenarioTests {
  @Test("have the root causes of the folder", arguments: Scenario.all)
  func sameCauses(_ scenario: Scenario) throws {
    let folder = try causes(of: scenario.dump)
    let archived = try inTemporaryFolder { place in
      let archive = place.appending(path: "dump.tar.gz").path(percentEncoded: false)
      try pack(scenario.folder, into: archive)
      return try causes(of: archive).replacing("\(archive)!dump", with: scenario.dump)
    }
    // The texts are long; a failure shows the first lines that differ.
    let lines = zip(archived.split(separator: "\n"), folder.split(separator: "\n"))
    #expect(lines.first { $0 != $1 }.map { "\($0) is not \($1)" } == nil)
    #expect(archived.count == folder.count)
  }

  /// The root causes as the report states them, with all their places.
  private func causes(of source: String) throws -> String {
    var options = ConsultationOptions()
    options.sources = [source]
    let report = try Consultation(options).report()
    let bytes = JSONReporter().report(report, into: ByteWriter()).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let start = try #require(text.range(of: "\"rootCauses\""))
    return String(text[start.lowerBound...])
  }

  private func pack(_ scenario: URL, into archive: String) throws {
    let tar = Process()
    tar.executableURL = URL(filePath: "/usr/bin/env")
    tar.arguments = ["tar", "-czf", archive, "-C", scenario.path(percentEncoded: false), "dump"]
    try tar.run()
    tar.waitUntilExit()
    try #require(tar.terminationStatus == 0)
  }
}

import Findings
import Foundation
import PodDoctorKit
import RuleEngine
import TestSupport
import Testing

@Suite("Remedies that are left out")
struct UntoldRemediesTests {
  /// Examples of rules whose remedies have conditions, patches, or belong to elements of a list.
  private static let rules = [
    "privilege-escalation", "capabilities-not-dropped", "image-pull-policy", "env-duplicate",
    "pdb-missing", "port-unnamed", "shell-hides-sigterm", "schema-invalid",
  ]

  @Test("are told of the first finding of each reason, as when all are", arguments: rules)
  func firsts(_ rule: String) throws {
    let (all, few) = try Self.findings(rule)
    var reasons = FirstReasons()
    try #require(all.count == few.count && !all.isEmpty)
    for (whole, short) in zip(all, few) where reasons.isNew(whole) {
      #expect(whole.remedies == short.remedies, "\(whole.place)")
      #expect(short.untoldRemedies == nil)
    }
  }

  @Test("are known to offer a safe patch or none", arguments: rules)
  func patches(_ rule: String) throws {
    let (all, few) = try Self.findings(rule)
    for (whole, short) in zip(all, few) {
      #expect(whole.offersSafePatch == short.offersSafePatch, "\(whole.place)")
    }
  }

  @Test("change nothing else, and are left out of most findings", arguments: rules)
  func others(_ rule: String) throws {
    let (all, few) = try Self.findings(rule)
    #expect(all.map(\.says) == few.map(\.says))
    #expect(all.map(\.place) == few.map(\.place))
    #expect(all.map(\.fingerprint) == few.map(\.fingerprint))
    #expect(few.contains { $0.untoldRemedies != nil && $0.remedies.isEmpty })
  }

  /// What is found in two copies of a rule's first example, with all remedies and with few.
  private static func findings(
    _ name: String
  ) throws -> (all: [ReviewFinding], few: [ReviewFinding]) {
    let rule = try #require(try book?.source(named: name))
    let example = try #require(rule.examples.first { $0.finds != .nothing })
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for copy in ["a.yaml", "b.yaml"] {
      try Data(example.input.utf8).write(to: folder.appending(path: copy))
    }
    var options = ReviewOptions()
    options.sources = [folder.path(percentEncoded: false)]
    options.enabledRules = ["all"]
    let all = try ReviewConsultation(options).report().findings
    options.tellsEveryRemedy = false
    return (all, try ReviewConsultation(options).report().findings)
  }

  private static let book: RuleBook? = {
    let folder = URL(filePath: PackageFolder.path).appending(path: "Rules")
    guard let files = try? RuleFolder.files(at: folder.path(percentEncoded: false)) else {
      return nil
    }
    return try? RuleBook(files: files, laws: .tested)
  }()
}

import Findings
import Foundation
import PodDoctorKit
import RuleEngine
import TestSupport
import Testing

@Suite("Safe patches of bundled rules")
struct CorrectionLawTests {
  /// The review rules that offer a patch which they call safe.
  private static let names: [String] = {
    let descriptions = (try? RuleLibrary(ConsultationOptions()).descriptions) ?? []
    return descriptions.filter { rule in
      rule.playbook == .review && rule.remedies.contains { $0.risk == .safe && $0.patch != nil }
    }.map(\.name)
  }()

  /// The rules with their examples, which the product does not carry.
  private static let book: RuleBook? = {
    let folder = URL(filePath: PackageFolder.path).appending(path: "Rules")
    guard let files = try? RuleFolder.files(at: folder.path(percentEncoded: false)) else {
      return nil
    }
    return try? RuleBook(files: files, laws: .tested)
  }()

  @Test("are there")
  func existence() {
    #expect(Self.names.contains("privilege-escalation"))
  }

  @Test("silence their rule wherever they are made, and are made in an example", arguments: names)
  func law(_ name: String) throws {
    let book = try #require(Self.book)
    let rule = try #require(try book.source(named: name))
    var made = 0
    var left: [String] = []
    for example in rule.examples where example.finds != .nothing {
      let review = try Self.corrected(example)
      made += review.report.corrections.count { $0.isMade }
      left += review.report.corrections.compactMap(\.leftBecause)
      for correction in review.report.corrections {
        #expect(correction.leftBecause != "the change did not suffice", "\(example.place)")
      }
    }
    #expect(made > 0, "\(left)")
  }

  private static func corrected(_ example: RuleExample) throws -> CorrectedReview {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(example.input.utf8).write(to: file)
    var options = ReviewOptions()
    options.sources = [file.path(percentEncoded: false)]
    options.disabledRules = ["all"]
    options.enabledRules = [example.rule]
    options.parameters = [example.rule: example.parameters]
    return try ReviewConsultation(options).corrected()
  }
}

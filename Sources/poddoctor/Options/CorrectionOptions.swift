import ArgumentParser
import Findings
import PodDoctorKit

/// Whether safe changes are made to the manifests, or only shown.
struct CorrectionOptions: ParsableArguments {
  @Flag(
    name: .customLong("fix"),
    help: "Make the changes that rules call safe; comments, order and formatting stay.")
  var isAsked = false

  @Flag(help: "With --fix: show the changes as a diff, and change nothing.")
  var dryRun = false

  @Flag(
    name: .customLong("write"),
    help: "With --fix: change the files; what comes from standard input goes to standard output.")
  var isToWrite = false

  func validate() throws {
    guard isAsked else {
      guard !dryRun, !isToWrite else {
        throw ValidationError("\(dryRun ? "--dry-run" : "--write") needs --fix")
      }
      return
    }
    guard dryRun != isToWrite else {
      throw ValidationError("--fix needs either --dry-run or --write")
    }
  }

  /// Whether the texts themselves are the answer, so that no report can be.
  func takesStandardOutput(of sources: [String]) -> Bool {
    isAsked && (dryRun || sources.contains("-"))
  }

  /// Writes what changed, or shows it.
  ///
  /// - Returns: what goes to standard output.
  func deliver(_ review: CorrectedReview) throws -> [UInt8] {
    guard isToWrite else {
      return review.files.flatMap { UnifiedDiff(of: $0.path, $0.before, $0.after).bytes }
    }
    for file in review.files where file.path != "-" {
      try OutputFile(path: file.path).replace(file.before, with: file.after)
    }
    return review.standardInput ?? []
  }

  /// What was done, for standard error.
  func account(of review: CorrectedReview) -> String {
    let corrections = review.report.corrections
    let made = corrections.count { $0.isMade }
    let left = corrections.filter { !$0.isMade }
      .map { "\($0.place): \($0.rule) is left: \($0.leftBecause ?? "")\n" }
    let verb = dryRun ? "would be corrected" : "corrected"
    return left.joined()
      + "\(made) \(made == 1 ? "finding" : "findings") \(verb) in \(review.files.count) "
      + "\(review.files.count == 1 ? "file" : "files"), \(review.report.findings.count) left\n"
  }
}

/// The answer to `poddoctor review`: the model of every output format.
package struct ReviewReport: Hashable, Sendable {
  package static let apiVersion = DiagnosisReport.apiVersion
  package static let kind = "ReviewReport"

  /// What was read.
  package struct Input: Hashable, Sendable {
    /// The paths as the user gave them.
    package var sources: [String]
    package var files: Int
    /// A digest of the bytes read; the same input has the same digest.
    package var digest: String

    package init(sources: [String], files: Int, digest: String) {
      self.sources = sources
      self.files = files
      self.digest = digest
    }
  }

  /// The counts of the first line.
  package struct Summary: Hashable, Sendable {
    /// How many objects were reviewed, and how many of them make pods.
    package var objects: Int
    package var workloads: Int
    /// Findings that count, by severity.
    package var bySeverity: SeverityCounts
    /// Findings that do not count.
    package var suppressed: Int
    package var exitCode: Int

    package init(
      objects: Int, workloads: Int, bySeverity: SeverityCounts, suppressed: Int, exitCode: Int
    ) {
      self.objects = objects
      self.workloads = workloads
      self.bySeverity = bySeverity
      self.suppressed = suppressed
      self.exitCode = exitCode
    }
  }

  package var tool: DiagnosisReport.Tool
  package var input: Input
  package var summary: Summary
  /// In the order of their places.
  package var findings: [ReviewFinding]
  /// The rules that found something, by name, for formats that tell of rules.
  package var rules: [RuleDescription]
  /// What became of the findings that were to be corrected; none where nothing was.
  package var corrections: [Correction] = []

  package init(
    tool: DiagnosisReport.Tool, input: Input, summary: Summary, findings: [ReviewFinding],
    rules: [RuleDescription] = []
  ) {
    self.tool = tool
    self.input = input
    self.summary = summary
    self.findings = findings
    self.rules = rules
  }
}

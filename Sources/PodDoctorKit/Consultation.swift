package import Findings

/// One consultation, from the files of a dump to a report.
package struct Consultation: Sendable {
  private let options: ConsultationOptions

  package init(_ options: ConsultationOptions) {
    self.options = options
  }

  /// Reads the dump and answers.
  package func report() throws(ConsultationError) -> DiagnosisReport {
    throw .nothingUsable("this build cannot read dumps yet")
  }
}

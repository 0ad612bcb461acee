package import Findings

/// A review of manifests as they are after safe changes, and the changes.
package struct CorrectedReview: Sendable {
  package var report: ReviewReport
  /// Only files that change, in the order of their paths.
  package var files: [CorrectedFile]
  /// The text of standard input, changed or not; nil when it was not reviewed.
  package var standardInput: [UInt8]?
}

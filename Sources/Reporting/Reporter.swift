package import Basics
package import Findings

/// One output format: a pure function from a report to bytes.
package protocol Reporter: Sendable {
  func report(_ report: DiagnosisReport, into output: consuming ByteWriter) -> ByteWriter
}

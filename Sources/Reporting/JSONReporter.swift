package import Basics
package import Findings

/// Writes the report as one JSON document in the shape of the published schema.
package struct JSONReporter: Reporter {
  package init() {}

  package func report(
    _ report: DiagnosisReport, into output: consuming ByteWriter
  ) -> ByteWriter {
    var json = JSONWriter(into: output, layout: .pretty)
    json.report(report)
    var output = json.finish()
    output.write("\n")
    return output
  }
}

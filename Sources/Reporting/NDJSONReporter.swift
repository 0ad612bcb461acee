package import Basics
package import Findings

/// Writes one root cause a line, best first, for tools that read streams.
package struct NDJSONReporter: Reporter {
  package init() {}

  package func report(
    _ report: DiagnosisReport, into output: consuming ByteWriter
  ) -> ByteWriter {
    var output = output
    for cause in report.rootCauses {
      output = line(cause, into: output)
    }
    return output
  }

  private func line(_ cause: RootCause, into output: consuming ByteWriter) -> ByteWriter {
    var json = JSONWriter(into: output)
    json.object { json in
      json.field("apiVersion", DiagnosisReport.apiVersion)
      json.field("kind", "RootCause")
      json.fields(of: cause)
    }
    var output = json.finish()
    output.write("\n")
    return output
  }
}

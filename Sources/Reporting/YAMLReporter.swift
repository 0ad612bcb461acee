package import Basics
package import Findings

/// Writes the report as one YAML document with the fields of the JSON form.
package struct YAMLReporter: Reporter {
  package init() {}

  package func report(
    _ report: DiagnosisReport, into output: consuming ByteWriter
  ) -> ByteWriter {
    var yaml = BlockYAMLWriter(into: output)
    yaml.report(report)
    var output = yaml.finish()
    output.write("\n")
    return output
  }
}

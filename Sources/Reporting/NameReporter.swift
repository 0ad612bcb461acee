package import Basics
package import Findings
import Provenance

/// Writes the objects to change, best first and each once, in the form that kubectl takes: `kind/name`.
package struct NameReporter: Reporter {
  package init() {}

  package func report(
    _ report: DiagnosisReport, into output: consuming ByteWriter
  ) -> ByteWriter {
    var output = output
    var seen = Set<ObjectReference>()
    for cause in report.rootCauses where seen.insert(cause.object).inserted {
      output.write(Displayed.text(cause.object.description) + "\n")
    }
    return output
  }
}

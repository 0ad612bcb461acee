import Basics
import DumpLoading
import Findings
import KubernetesModel
import Provenance
package import Reporting
import Scheduling

/// The decisions about the chosen pods, ready to be written in any format.
package struct SimulationAnswer: Sendable {
  let report: SimulationReport
  /// By the pod's `namespace/name`.
  let explanations: [String: PlacementExplanation]
  let dump: LoadedDump
  /// What was simulated: the dump with the pods of its manifests.
  let expanded: ExpandedSnapshot
  /// What in the dump could not be read or would be refused.
  let problems: [LoadProblem]
  let redaction: Redaction
  package let exitCode: Int

  /// What the dump lacks for a verdict on the shown pods.
  var gaps: [DiagnosisReport.Gap] {
    SimulationGaps(in: expanded.snapshot, for: report.pods.map(\.pod.pod)).gaps()
  }

  /// Where a field stands in the dump, nil when the object is not there.
  func place(of reference: FieldReference) -> Place? {
    var reference = reference
    if let origin = expanded.origins[reference.object] {
      reference = origin.field(reference.field)
    }
    let path = FieldPath(parsing: reference.field)
    return dump.snapshot.place(of: path, in: reference.object)
  }

  /// The answer in a format; only text looks at the layout.
  package func bytes(as format: ReportFormat, _ layout: TextLayout) -> [UInt8] {
    redaction.redacted(plainBytes(as: format, layout))
  }

  private func plainBytes(as format: ReportFormat, _ layout: TextLayout) -> [UInt8] {
    switch format {
    case .text, .wide:
      var page = Page(into: ByteWriter(), layout: layout)
      page.simulation(self, isWide: format == .wide)
      return page.finish().bytes
    case .json: return json(.pretty)
    case .ndjson: return lines
    case .yaml:
      var yaml = BlockYAMLWriter(into: ByteWriter())
      write(to: &yaml)
      return yaml.finish().bytes + [0x0A]
    case .name:
      let stuck = report.pods.filter { $0.node == nil }
      return Array(stuck.map { "\($0.pod.reference)\n" }.joined().utf8)
    }
  }

  private func json(_ layout: JSONWriter.Layout) -> [UInt8] {
    var json = JSONWriter(into: ByteWriter(), layout: layout)
    write(to: &json)
    return json.finish().bytes + [0x0A]
  }

  /// One pod a line.
  private var lines: [UInt8] {
    report.pods.flatMap { outcome in
      var json = JSONWriter(into: ByteWriter())
      write(outcome, to: &json)
      return json.finish().bytes + [0x0A]
    }
  }
}

package import Basics
package import Findings
import Provenance

extension StructureWriter where Self: ~Copyable {
  /// Writes a report in the published shape, which `poddoctor schema` describes; v1 only ever gains fields.
  package mutating func report(_ report: DiagnosisReport) {
    object { json in
      json.field("apiVersion", DiagnosisReport.apiVersion)
      json.field("kind", DiagnosisReport.kind)
      json.field("tool") { $0.tool(report.tool) }
      json.field("input") { $0.input(report.input) }
      json.field("completeness") { json in
        json.array(of: report.completeness) { $0.gap($1) }
      }
      json.field("summary") { $0.summary(report.summary) }
      json.field("rootCauses") { json in
        json.array(of: report.rootCauses) { json, cause in json.object { $0.fields(of: cause) } }
      }
      json.field("timelines") { $0.array(of: report.timelines) { $0.timeline($1) } }
    }
  }

  mutating func fields(of cause: RootCause) {
    field("cause", cause.cause)
    field("refines", ifPresent: cause.refines)
    field("rank", cause.rank)
    field("confidence", cause.confidence.rounded(toPlaces: 3))
    field("severity", cause.severity.rawValue)
    field("playbook", cause.playbook.rawValue)
    field("cluster", ifPresent: cause.cluster)
    field("object") { json in json.object { $0.fields(of: cause.object) } }
    field("affected") { $0.array(of: cause.affected) { $0.affected($1) } }
    field("says", cause.says)
    field("why", cause.why)
    field("evidence") { $0.array(of: cause.evidence) { $0.evidence($1) } }
    field("explains", cause.explains)
    field("alternatives") { $0.array(of: cause.alternatives) { $0.alternative($1) } }
    field("remedies") { $0.array(of: cause.remedies) { $0.remedy($1) } }
  }

  mutating func remedy(_ remedy: Remedy) {
    object { json in
      json.field("says", remedy.says)
      json.field("command", ifPresent: remedy.command)
      json.field("patch", ifPresent: remedy.patch)
      json.field("risk", remedy.risk.rawValue)
    }
  }

  private mutating func tool(_ tool: DiagnosisReport.Tool) {
    object { json in
      json.field("name", tool.name)
      json.field("version", tool.version)
    }
  }

  private mutating func input(_ input: DiagnosisReport.Input) {
    object { json in
      json.field("sources", input.sources)
      json.field("objects", input.objects)
      json.field("digest", input.digest)
      json.field("capturedAt", ifPresent: input.capturedAt)
    }
  }

  private mutating func gap(_ gap: DiagnosisReport.Gap) {
    object { json in
      json.field("missing", gap.missing)
      json.field("weakens", gap.weakens)
      json.field("command", ifPresent: gap.command)
      json.field("cluster", ifPresent: gap.cluster)
    }
  }

  private mutating func summary(_ summary: DiagnosisReport.Summary) {
    object { json in
      json.field("pods", summary.pods)
      json.field("healthy", summary.healthy)
      if summary.unknown > 0 { json.field("unknown", summary.unknown) }
      json.field("affected", summary.affected)
      json.field("bySeverity") { json in
        json.object { counts in
          for severity in Severity.allCases.reversed() {
            counts.field(severity.rawValue, summary.bySeverity[severity])
          }
        }
      }
      json.field("exitCode", summary.exitCode)
    }
  }

  private mutating func timeline(_ timeline: Timeline) {
    object { json in
      json.field("object") { json in json.object { $0.fields(of: timeline.object) } }
      json.field("entries") { $0.array(of: timeline.entries) { $0.entry($1) } }
    }
  }

  private mutating func entry(_ entry: Timeline.Entry) {
    object { json in
      json.field("time", ifPresent: entry.time)
      json.field("until", ifPresent: entry.until)
      if let ago = entry.ago { json.field("ago", ago) }
      if let lastAgo = entry.lastAgo { json.field("lastAgo", lastAgo) }
      json.field("count", entry.count)
      json.field("container", ifPresent: entry.container)
      json.field("says", entry.says)
      if let gap = entry.gap { json.field("gap", gap) }
      if let skipped = entry.skipped { json.field("skipped", skipped) }
      json.place(entry.place)
    }
  }

  private mutating func place(_ place: Place?) {
    guard let place else { return }
    field("file", place.file)
    field("line", place.line)
    field("column", place.column)
  }

  private mutating func fields(of reference: ObjectReference) {
    field("kind", reference.kind)
    field("namespace", reference.namespace)
    field("name", reference.name)
  }

  private mutating func affected(_ affected: AffectedObject) {
    object { json in
      json.fields(of: affected.object)
      json.field("container", ifPresent: affected.container)
      guard let owner = affected.owner else { return }
      json.field("owner") { json in json.object { $0.fields(of: owner) } }
    }
  }

  private mutating func evidence(_ evidence: Evidence) {
    object { json in
      json.field("object") { json in json.object { $0.fields(of: evidence.object) } }
      json.field("field", evidence.field)
      json.field("says", evidence.says)
      json.place(evidence.place)
      json.field("quote", ifPresent: evidence.quote)
    }
  }

  private mutating func alternative(_ alternative: Alternative) {
    object { json in
      json.field("cause", alternative.cause)
      json.field("confidence", alternative.confidence.rounded(toPlaces: 3))
      json.field("unless", alternative.unless)
    }
  }
}

extension Double {
  /// Cut to what a reader can use, so that the last bits of a computation never show.
  fileprivate func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}

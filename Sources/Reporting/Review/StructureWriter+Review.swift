package import Basics
package import Findings
import Provenance

extension StructureWriter where Self: ~Copyable {
  /// Writes a review in the published shape; v1 only ever gains fields.
  package mutating func review(_ report: ReviewReport) {
    object { json in
      json.field("apiVersion", ReviewReport.apiVersion)
      json.field("kind", ReviewReport.kind)
      json.field("tool") { json in
        json.object { json in
          json.field("name", report.tool.name)
          json.field("version", report.tool.version)
        }
      }
      json.field("input") { json in
        json.object { json in
          json.field("sources", report.input.sources)
          json.field("files", report.input.files)
          json.field("digest", report.input.digest)
        }
      }
      json.field("summary") { $0.summary(report.summary) }
      json.field("findings") { json in
        json.array(of: report.findings) { json, finding in
          json.object { $0.fields(of: finding) }
        }
      }
      guard !report.corrections.isEmpty else { return }
      json.field("corrections") { json in
        json.array(of: report.corrections) { json, correction in
          json.object { $0.fields(of: correction) }
        }
      }
    }
  }

  private mutating func fields(of correction: Correction) {
    field("rule", correction.rule)
    field("object") { $0.object(correction.object) }
    field("container", ifPresent: correction.container)
    field("file", correction.place.file)
    field("line", correction.place.line)
    field("column", correction.place.column)
    field("says", correction.says)
    field("made", correction.isMade)
    field("leftBecause", ifPresent: correction.leftBecause)
  }

  private mutating func object(_ reference: ObjectReference) {
    object { json in
      json.field("kind", reference.kind)
      json.field("namespace", reference.namespace)
      json.field("name", reference.name)
    }
  }

  private mutating func summary(_ summary: ReviewReport.Summary) {
    object { json in
      json.field("objects", summary.objects)
      json.field("workloads", summary.workloads)
      json.field("bySeverity") { json in
        json.object { counts in
          for severity in Severity.allCases.reversed() {
            counts.field(severity.rawValue, summary.bySeverity[severity])
          }
        }
      }
      json.field("suppressed", summary.suppressed)
      json.field("exitCode", summary.exitCode)
    }
  }

  /// Writes the fields of a finding, inside `object`.
  mutating func fields(of finding: ReviewFinding) {
    field("rule", finding.rule)
    field("severity", finding.severity.rawValue)
    field("object") { $0.object(finding.object) }
    field("container", ifPresent: finding.container)
    field("field", finding.field)
    field("file", finding.place.file)
    field("line", finding.place.line)
    field("column", finding.place.column)
    field("says", finding.says)
    field("why", finding.why)
    field("remedies") { $0.array(of: finding.remedies) { $0.remedy($1) } }
    field("fingerprint", finding.fingerprint.description)
    if let suppression = finding.suppressed {
      field("suppressed") { $0.suppression(suppression) }
    }
  }

  private mutating func suppression(_ suppression: Suppression) {
    object { json in
      json.field("source", suppression.source.rawValue)
      json.field("reason", suppression.reason)
      json.field("owner", ifPresent: suppression.owner)
      json.field("expires", ifPresent: suppression.expires)
    }
  }
}

import Basics
import Findings
import OrderedCollections
import Provenance

/// Writes a review as SARIF 2.1.0, which code hosts show beside the lines.
struct SARIFReporter {
  /// Findings name their rules by number, in the order in which the rules are first met.
  private let rules: OrderedDictionary<String, RuleDescription?>
  private let report: ReviewReport

  init(_ report: ReviewReport) {
    self.report = report
    let described = Dictionary(report.rules.map { ($0.name, $0) }) { first, _ in first }
    var rules: OrderedDictionary<String, RuleDescription?> = [:]
    for finding in report.findings where rules[finding.rule] == nil {
      rules.updateValue(described[finding.rule], forKey: finding.rule)
    }
    self.rules = rules
  }

  func bytes() -> [UInt8] {
    var json = JSONWriter(into: ByteWriter(), layout: .pretty)
    json.object { json in
      json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.field("version", "2.1.0")
      json.field("runs") { json in
        json.array(of: [report]) { json, _ in json.object(run) }
      }
    }
    return json.finish().bytes + [UInt8(ascii: "\n")]
  }

  private func run(_ json: inout JSONWriter) {
    json.field("tool") { json in
      json.object { json in
        json.field("driver") { $0.object(driver) }
      }
    }
    json.field("columnKind", "unicodeCodePoints")
    json.field("results") { json in
      json.array(of: report.findings) { json, finding in
        json.object { result(finding, &$0) }
      }
    }
  }

  private func driver(_ json: inout JSONWriter) {
    json.field("name", report.tool.name)
    json.field("version", report.tool.version)
    json.field("semanticVersion", report.tool.version)
    json.field("informationUri", "https://poddoctor.dev")
    json.field("rules") { json in
      json.array(of: rules.elements) { json, entry in
        json.object { rule(entry.key, entry.value, &$0) }
      }
    }
  }

  private func rule(_ name: String, _ rule: RuleDescription?, _ json: inout JSONWriter) {
    json.field("id", name)
    guard let rule else { return }
    json.field("shortDescription") { $0.message(rule.title) }
    json.field("fullDescription") { $0.message(rule.why) }
    json.field("help") {
      $0.message(([rule.why] + rule.remedies.map(\.says)).joined(separator: "\n"))
    }
    if let severity = Severity(rawValue: rule.severity) {
      json.field("defaultConfiguration") { json in
        json.object { $0.field("level", severity.level) }
      }
    }
  }

  private func result(_ finding: ReviewFinding, _ json: inout JSONWriter) {
    json.field("ruleId", finding.rule)
    json.field("ruleIndex", rules.index(forKey: finding.rule) ?? 0)
    json.field("level", finding.severity.level)
    json.field("message") { $0.message(finding.says) }
    json.field("locations") { json in
      json.array(of: [finding]) { json, finding in json.object { location(of: finding, &$0) } }
    }
    json.field("partialFingerprints") { json in
      json.object { $0.field("poddoctor/v1", finding.fingerprint.description) }
    }
    if let suppression = finding.suppressed {
      json.field("suppressions") { json in
        json.array(of: [suppression]) { json, suppression in
          json.object { json in
            json.field("kind", suppression.kind)
            json.field("justification", suppression.reason)
          }
        }
      }
    }
  }

  private func location(of finding: ReviewFinding, _ json: inout JSONWriter) {
    json.field("physicalLocation") { json in
      json.object { json in
        json.field("artifactLocation") { json in
          json.object { json in
            let file = FileURI(finding.place.file)
            json.field("uri", file.text)
            if file.isRelative { json.field("uriBaseId", "SRCROOT") }
          }
        }
        json.field("region") { json in
          json.object { json in
            json.field("startLine", max(1, finding.place.line))
            json.field("startColumn", max(1, finding.place.column))
          }
        }
      }
    }
    guard finding.object.kind != ReviewFinding.fileKind else { return }
    json.field("logicalLocations") { json in
      json.array(of: [finding.object]) { json, object in
        json.object { json in
          let namespace = object.namespace.isEmpty ? "" : object.namespace + "/"
          json.field("fullyQualifiedName", namespace + object.description)
          json.field("kind", "resource")
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func message(_ text: String) {
    object { $0.field("text", text) }
  }
}

extension Severity {
  /// What SARIF calls the severity.
  fileprivate var level: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}

extension Suppression {
  /// Whether the suppression stands in the manifest or beside it, in SARIF's words.
  fileprivate var kind: String {
    switch source {
    case .annotation, .comment: "inSource"
    case .config, .baseline: "external"
    }
  }
}

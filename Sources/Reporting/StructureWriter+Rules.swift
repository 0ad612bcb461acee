import Basics
import Findings
import Provenance

extension StructureWriter where Self: ~Copyable {
  mutating func rules(_ rules: [RuleDescription]) {
    object { json in
      json.field("apiVersion", DiagnosisReport.apiVersion)
      json.field("kind", "RuleList")
      json.field("rules") { $0.array(of: rules) { $0.rule($1) } }
    }
  }

  mutating func rule(_ rule: RuleDescription) {
    object { json in
      json.field("name", rule.name)
      json.field("title", rule.title)
      json.field("severity", rule.severity)
      json.field("refines", ifPresent: rule.refines)
      json.field("playbook", rule.playbook.rawValue)
      json.field("about", rule.about)
      json.field("on", rule.triggers)
      json.field("since", rule.since)
      json.field("says", rule.says)
      json.field("why", rule.why)
      json.field("explains", rule.explains)
      json.field("remedies") { $0.array(of: rule.remedies) { $0.remedy($1) } }
      json.field("seeAlso", rule.seeAlso)
      json.field("profile", rule.profile.rawValue)
      json.field("parameters") { json in
        json.array(of: rule.parameters) { json, parameter in
          json.object { json in
            json.field("name", parameter.name)
            json.field("value", parameter.value)
          }
        }
      }
      json.field("equivalents") { json in
        json.object { json in
          for other in rule.equivalents { json.field(other.tool, other.names) }
        }
      }
      json.field("state", rule.isSwitchedOn ? "on" : "off")
    }
  }

  mutating func outcomes(_ outcomes: [ExampleOutcome]) {
    object { json in
      json.field("apiVersion", DiagnosisReport.apiVersion)
      json.field("kind", "RuleTest")
      json.field("examples") { $0.array(of: outcomes) { $0.outcome($1) } }
    }
  }

  private mutating func outcome(_ outcome: ExampleOutcome) {
    object { json in
      json.field("rule", outcome.rule)
      json.field("file", outcome.place.file)
      json.field("line", outcome.place.line)
      json.field("expected", outcome.expected)
      json.field("found", outcome.found)
      json.field("passed", outcome.hasPassed)
    }
  }
}

import Basics
import DumpLoading
import Findings
import KubernetesModel
import Provenance
import Scheduling

extension SimulationAnswer {
  /// Writes the report in the shape of the published schema.
  func write(to json: inout some StructureWriter & ~Copyable) {
    json.object { report in
      report.field("apiVersion", DiagnosisReport.apiVersion)
      report.field("kind", "SimulationReport")
      report.field("tool") { json in
        json.object {
          $0.field("name", Release.name)
          $0.field("version", Release.version)
        }
      }
      report.field("input") { writeInput(to: &$0) }
      report.field("completeness") { json in
        json.array(of: gaps) { json, gap in
          json.object {
            $0.field("missing", gap.missing)
            $0.field("weakens", gap.weakens)
            $0.field("command", ifPresent: gap.command)
          }
        }
      }
      report.field("problems") { json in
        json.array(of: problems) { json, problem in
          json.object {
            $0.field("kind", problem.kind.rawValue)
            $0.field("says", problem.says)
            $0.field("file", problem.place.file)
            $0.field("line", problem.place.line)
            $0.field("column", problem.place.column)
          }
        }
      }
      report.field("summary") { writeSummary(to: &$0) }
      if !self.report.notSimulated.isEmpty {
        report.field("notSimulated", self.report.notSimulated)
      }
      report.field("workloads") { json in
        json.array(of: sections.filter { $0.workload != nil }) { writeWorkload($1, to: &$0) }
      }
      report.field("pods") { $0.array(of: self.report.pods) { write($1, to: &$0) } }
    }
  }

  private func writeInput(to json: inout some StructureWriter & ~Copyable) {
    json.object { json in
      json.field("sources", dump.sources)
      json.field("objects", dump.snapshot.objectCount)
      json.field("digest", dump.digest)
      json.field("capturedAt", ifPresent: dump.capturedAt?.description)
    }
  }

  private func writeSummary(to json: inout some StructureWriter & ~Copyable) {
    json.object { json in
      json.field("nodes", report.cluster.nodes.count)
      json.field("pods", report.pods.count)
      for kind in [PodOutcome.Kind.scheduled, .unschedulable, .gated, .skipped, .error] {
        json.field(kind.rawValue, report.pods.count { $0.kind == kind })
      }
      json.field("exitCode", exitCode)
    }
  }

  /// How many pods of a manifest fit, where they go, and what stops the next one.
  private func writeWorkload(
    _ section: SimulationSection, to json: inout some StructureWriter & ~Copyable
  ) {
    guard let workload = section.workload else { return }
    json.object { json in
      json.field("object") { write(workload, to: &$0) }
      json.field("pods", section.outcomes.count)
      json.field("fit", section.fitting)
      json.field("spread") { json in
        json.object { map in
          for (node, count) in section.spread(over: report.cluster.nodes) { map.field(node, count) }
        }
      }
      json.field("stoppedBy", ifPresent: section.firstStuck?.message)
    }
  }

  /// Writes one pod's outcome, with its explanation where there is one.
  func write(_ outcome: PodOutcome, to json: inout some StructureWriter & ~Copyable) {
    json.object { entry in
      outcome.writeFields(to: &entry, nodes: report.cluster.nodes)
      guard let explanation = explanations[outcome.pod.key] else { return }
      entry.field("explanation") { write(explanation, to: &$0) }
    }
  }
}

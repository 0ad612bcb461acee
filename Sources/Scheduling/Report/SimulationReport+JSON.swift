package import Basics

extension SimulationReport {
  /// Writes the report as `poddoctor simulate -o json` prints it.
  package func write(to json: inout some StructureWriter & ~Copyable) {
    json.object { report in
      report.field("apiVersion", "poddoctor.dev/v1")
      report.field("kind", "SimulationReport")
      report.field("pods") { json in
        json.array(of: pods) { $1.write(to: &$0, nodes: cluster.nodes) }
      }
      if !notSimulated.isEmpty {
        report.field("notSimulated") { json in
          json.array(of: notSimulated) { $0.string($1) }
        }
      }
    }
  }
}

extension PodOutcome {
  /// Writes one entry of `pods`.
  package func write(to json: inout some StructureWriter & ~Copyable, nodes: NodeTable) {
    json.object { writeFields(to: &$0, nodes: nodes) }
  }

  /// Writes the fields of one entry, for a caller that adds some of its own.
  package func writeFields(
    to entry: inout some StructureWriter & ~Copyable, nodes: NodeTable
  ) {
    entry.field("pod", pod.key)
    entry.field("outcome", kind.rawValue)
    if !message.isEmpty { entry.field("message", message) }
    if let node { entry.field("node", nodes.name(of: node)) }
    entry.field("feasible") { $0.array(of: feasible) { $0.string(nodes.name(of: $1)) } }
    if !best.isEmpty {
      entry.field("best") { $0.array(of: best) { $0.string(nodes.name(of: $1)) } }
    }
    writeFilter(to: &entry, nodes: nodes)
    writeScores(to: &entry, nodes: nodes)
    writePreemption(to: &entry, nodes: nodes)
  }

  private func writeFilter(to entry: inout some StructureWriter & ~Copyable, nodes: NodeTable) {
    if !refusals.isEmpty {
      entry.field("filter") { json in
        json.object { map in
          for refusal in refusals {
            map.field(nodes.name(of: refusal.node)) { refusal.rejection.write(to: &$0) }
          }
        }
      }
    }
    if let otherNodes { entry.field("otherNodes") { otherNodes.write(to: &$0) } }
  }

  private func writeScores(to entry: inout some StructureWriter & ~Copyable, nodes: NodeTable) {
    guard !totals.isEmpty else { return }
    entry.field("scores") { json in
      json.object { map in
        for (index, node) in feasible.enumerated() {
          map.field(nodes.name(of: node)) { json in
            json.object { row in
              for column in scores { row.field(column.plugin.description, column.scores[index]) }
              row.field("total", totals[index])
            }
          }
        }
      }
    }
  }

  private func writePreemption(to entry: inout some StructureWriter & ~Copyable, nodes: NodeTable) {
    guard let preemption else { return }
    entry.field("preemption") { json in
      json.object { object in
        object.field("nominatedNode", preemption.nominatedNode.map(nodes.name) ?? "")
        object.field("victims") { $0.array(of: preemption.victims) { $0.string($1.key) } }
        object.field("message", preemption.message)
      }
    }
  }
}

extension Rejection {
  /// Writes code, plugin and reasons.
  func write(to json: inout some StructureWriter & ~Copyable) {
    json.object { status in
      status.field("code", code.rawValue)
      if let plugin { status.field("plugin", plugin.description) }
      status.field("reasons") { $0.array(of: reasons) { $0.string($1) } }
    }
  }
}

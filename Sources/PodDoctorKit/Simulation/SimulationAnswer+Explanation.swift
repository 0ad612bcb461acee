import Basics
import KubernetesModel
import Provenance
import Scheduling

extension SimulationAnswer {
  func write(
    _ explanation: PlacementExplanation, to json: inout some StructureWriter & ~Copyable
  ) {
    let nodes = report.cluster.nodes
    json.object { json in
      json.field("podRefusals") { $0.array(of: explanation.podRefusals) { write($1, to: &$0) } }
      json.field("groups") { json in
        json.array(of: explanation.groups) { json, group in
          json.object { json in
            json.field("nodes", group.nodes.map(nodes.name))
            json.field("says", VerdictSummary(of: group, in: explanation).clauses)
          }
        }
      }
      json.field("nodes") { json in
        json.array(of: explanation.nodes.filter { !$0.refusals.isEmpty }) { json, verdict in
          json.object { json in
            json.field("node", verdict.name)
            json.field("refusals") { $0.array(of: verdict.refusals) { write($1, to: &$0) } }
          }
        }
      }
      json.field("counterfactuals") { json in
        json.array(of: explanation.counterfactuals) { write($1, to: &$0) }
      }
      guard let recorded = explanation.recorded else { return }
      json.field("recorded") { write(recorded, to: &$0) }
    }
  }

  private func write(
    _ counterfactual: Counterfactual, to json: inout some StructureWriter & ~Copyable
  ) {
    json.object { json in
      json.field("changes") { json in
        json.array(of: counterfactual.changes) { json, change in
          json.object { json in
            json.field("kind", change.kind)
            json.field("says", change.description)
          }
        }
      }
      json.field("unlocks", counterfactual.unlocks)
      json.field("evidence") { $0.array(of: counterfactual.evidence) { write($1, to: &$0) } }
    }
  }

  private func write(
    _ recorded: RecordedVerdict, to json: inout some StructureWriter & ~Copyable
  ) {
    json.object { json in
      json.field("agreement", recorded.agreement.rawValue)
      json.field("message", recorded.message)
      json.field("time", ifPresent: recorded.time?.description)
      json.field("source") { write(recorded.source, to: &$0) }
      json.field("explanations", recorded.explanations)
    }
  }

  private func write(_ refusal: Refusal, to json: inout some StructureWriter & ~Copyable) {
    json.object { json in
      json.field("plugin", refusal.plugin.description)
      json.field("code", refusal.code.rawValue)
      json.field("reasons", refusal.reasons)
      json.field("details") { $0.array(of: refusal.details) { write($1, to: &$0) } }
    }
  }

  private func write(_ detail: RefusalDetail, to json: inout some StructureWriter & ~Copyable) {
    json.object { json in
      json.field("kind", detail.subject.name)
      json.field("says", detail.says)
      if let shortage = detail.shortage { Self.write(shortage, to: &json) }
      json.field("evidence") { $0.array(of: detail.evidence) { write($1, to: &$0) } }
    }
  }

  private static func write(
    _ shortage: ResourceShortage, to json: inout some StructureWriter & ~Copyable
  ) {
    json.field("resource", shortage.resource)
    json.field("requested", shortage.requested.quantity.description)
    json.field("allocatable", shortage.allocatable.quantity.description)
    json.field("inUse", shortage.inUse.quantity.description)
    json.field("free", shortage.free.quantity.description)
    json.field("shortBy", shortage.shortBy.quantity.description)
  }

  /// Writes an object, its field and where that stands.
  func write(_ reference: FieldReference, to json: inout some StructureWriter & ~Copyable) {
    json.object { json in
      json.field("object") { write(reference.object, to: &$0) }
      json.field("field", reference.field)
      guard let place = place(of: reference) else { return }
      json.field("file", place.file)
      json.field("line", place.line)
      json.field("column", place.column)
    }
  }

  func write(_ object: ObjectReference, to json: inout some StructureWriter & ~Copyable) {
    json.object { json in
      json.field("kind", object.kind)
      json.field("namespace", object.namespace)
      json.field("name", object.name)
    }
  }
}

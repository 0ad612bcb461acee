import CEL
import KubernetesModel
import Provenance
import RuleEngine

/// The subjects that are no pods: controllers, Services, nodes, namespaces, and what else has warnings.
struct ClusterSubjects {
  static func subjects(in facts: ClusterFacts) -> [Subject] {
    workloads(in: facts) + jobs(in: facts) + services(in: facts) + nodes(in: facts)
      + namespaces(in: facts) + others(in: facts)
  }

  private static func workloads(in facts: ClusterFacts) -> [Subject] {
    WorkloadCase.all(in: facts).compactMap { workload in
      let warnings = workload.events.filter(\.isWarning)
      guard workload.missing > 0 || !warnings.isEmpty else { return nil }
      var triggers = warnings.map { "event:\($0.reason)" }
      triggers += workload.texts.map { "text:\($0.cause)" }
      if workload.missing > 0 { triggers.append("missing-pods") }
      return Subject(
        kind: "Workload", reference: workload.workload,
        triggers: Array(Set(triggers)).sorted(), origin: facts.origin(of: workload.workload),
        variables: FactObject([
          "workload": { .map(WorkloadFacts.object(workload)) }, "glossary": facts.glossaryVariable,
        ]))
    }
  }

  /// Failed Jobs whose pods are gone; with a pod left, the pod is the subject.
  private static func jobs(in facts: ClusterFacts) -> [Subject] {
    facts.failedJobsWithoutPods.map { state in
      Subject(
        kind: "Workload", reference: state.reference,
        triggers: ["job-failed:\(state.failure?.condition.reason ?? "")"],
        origin: facts.origin(of: state.reference),
        variables: FactObject([
          "workload": {
            .map(JobFacts.object(state, in: facts))
          }, "glossary": facts.glossaryVariable,
        ]))
    }
  }

  private static func services(in facts: ClusterFacts) -> [Subject] {
    facts.snapshot.services.compactMap { service in
      let pods = facts.pods(in: service.metadata.namespace)
      let base = ServiceFacts.Base(
        selection: ServiceSelection(service, among: pods), facts: facts)
      guard base.selection.isSelecting else { return nil }
      return Subject(
        kind: "Service", reference: base.reference,
        triggers: [base.selection.pods.isEmpty ? "selects-nothing" : "selecting"],
        origin: facts.origin(of: base.reference),
        variables: FactObject([
          "service": { .map(ServiceFacts.object(base)) }, "glossary": facts.glossaryVariable,
        ]))
    }
  }

  private static func nodes(in facts: ClusterFacts) -> [Subject] {
    facts.snapshot.nodes.map { node in
      let base = NodeFacts.Base(
        health: NodeHealth(node, leases: facts.snapshot.leases, at: facts.now), facts: facts)
      let triggers =
        node.status.conditions.map { "condition:\($0.type)=\($0.status)" }
        + node.spec.taints.map { "taint:\($0.key)" }
        + NodeFacts.texts(base).filter(\.namesCause).map { "text:\($0.cause)" }
      return Subject(
        kind: "Node", reference: base.reference, triggers: triggers,
        origin: facts.origin(of: base.reference),
        variables: FactObject([
          "node": { .map(NodeFacts.object(base)) }, "glossary": facts.glossaryVariable,
        ]))
    }
  }

  private static func namespaces(in facts: ClusterFacts) -> [Subject] {
    facts.snapshot.namespaces.map { namespace in
      let reference = ObjectReference(kind: "Namespace", name: namespace.metadata.name)
      return Subject(
        kind: "Namespace", reference: reference,
        triggers: ["phase:\(namespace.status.phase)"], origin: facts.origin(of: reference),
        variables: FactObject([
          "space": { .map(NamespaceFacts.object(namespace, in: facts)) },
          "glossary": facts.glossaryVariable,
        ]))
    }
  }

  private static func triggers(of object: EventedObject) -> [String] {
    let cause = object.claimCause.map { ["unbound:\($0)"] } ?? []
    return Set(object.unexplained.map { "event:\($0.reason)" }).sorted() + cause
  }

  private static func others(in facts: ClusterFacts) -> [Subject] {
    EventedObject.all(in: facts).map { object in
      Subject(
        kind: "Other", reference: object.reference,
        triggers: triggers(of: object),
        origin: facts.origin(of: object.reference),
        variables: FactObject([
          "other": { .map(EventedObjectFacts.object(object)) },
          "glossary": facts.glossaryVariable,
        ]))
    }
  }
}

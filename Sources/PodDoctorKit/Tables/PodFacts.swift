import Basics
import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a pod, besides the fields of its document.
enum PodFacts {
  static let table = FactTable<PodCase>([
    "name": { .string($0.pod.metadata.name) },
    "namespace": { .string($0.namespace) },
    "partial": { .bool($0.facts.snapshot.isPartial($0.reference)) },
    "phase": { .string($0.pod.status.phase) },
    "column": { .string(PodColumns($0.pod, now: $0.facts.now ?? .distantPast).status) },
    "reason": { .string($0.pod.status.reason) },
    "message": { .string($0.pod.status.message) },
    "scheduled": { .bool($0.isScheduled) },
    "nodeName": { .string($0.pod.spec.nodeName) },
    "node": { base in
      .fact(base.node.map { NodeFacts.object(.init(health: $0, facts: base.facts)) })
    },
    "nominatedNode": { .string($0.pod.status.nominatedNodeName) },
    "nodeIsComing": { .bool($0.nodeIsComing) },
    "autoscaling": { base in
      .facts(
        [base.wordOfAutoscaler].compactMap(\.self).map { EventFacts.object($0, in: base.facts) })
    },
    "disruption": { .text(disruption(of: $0)) },
    "nodeKnown": { .bool($0.facts.holds("Node")) },
    "ready": { .bool($0.pod.isReady) },
    "age": { .seconds($0.facts.age(of: $0.pod.metadata.creationTimestamp)) },
    "startedFor": { .seconds($0.facts.age(of: $0.pod.status.startTime)) },
    "restartPolicy": {
      .string($0.pod.spec.restartPolicy.isEmpty ? "Always" : $0.pod.spec.restartPolicy)
    },
    "gracePeriod": { .number(Int($0.pod.spec.terminationGracePeriodSeconds ?? 30)) },
    "qos": { .string($0.pod.qualityOfService.rawValue) },
    "workload": { base in .fact(WorkloadFacts.owner(of: base)) },
    "manifest": { .fact(PodManifestFacts.object(of: $0)) },
    "containers": { base in .facts(base.containers.map { ContainerFacts.object($0, of: base) }) },
    "events": { base in .facts(base.events.map { EventFacts.object($0, in: base.facts) }) },
    "unexplained": { base in
      .facts(base.unexplainedEvents.map { EventFacts.object($0, in: base.facts) })
    },
    "texts": { base in .facts(base.texts.map { TextFacts.object($0, in: base.facts) }) },
    "references": { base in .facts(base.references.map { ReferenceFacts.object($0, of: base) }) },
    "configMapNames": { .texts(names(of: $0.facts.snapshot.configMaps, beside: $0)) },
    "secretNames": { .texts(names(of: $0.facts.snapshot.secrets, beside: $0)) },
    "claimNames": { .texts(names(of: $0.facts.snapshot.persistentVolumeClaims, beside: $0)) },
    "claims": { base in .facts(ClaimUse.all(in: base).map { ClaimUseFacts.object($0, of: base) }) },
    "volumes": { base in
      .facts(PodVolume.all(in: base).map { PodVolumeFacts.object($0, of: base) })
    },
    "readySiblings": { base in .number(readySiblings(of: base)) },
    "wantedNodes": { base in .facts(WantedNodeFacts.all(of: base)) },
    "runtimeClass": { base in .fact(runtimeClass(of: base)) },
    "runtimeClassesKnown": { .bool($0.facts.holds(RuntimeClass.kind)) },
    "services": { base in
      .facts(base.services.map { ServiceFacts.object(.init(selection: $0, facts: base.facts)) })
    },
    "gates": { .texts(gates(of: $0)) },
    "unmetGates": { .texts(unmetGates(of: $0)) },
    "deleting": { .bool($0.deletion != nil) },
    "deletedFor": { .seconds($0.deletion?.age) },
    "overdue": { .seconds($0.deletion?.overdue) },
    "deletionGrace": { .number($0.deletion?.gracePeriod) },
    "finalizers": { .texts($0.pod.metadata.finalizers) },
    "finalizerOwners": { base in
      .facts(base.pod.metadata.finalizers.map { FinalizerFacts.object($0, in: base.facts) })
    },
    "waitingFor": { .seconds($0.standstill) },
    "schedulerName": { .string(SchedulerTraces(for: $0).name) },
    "schedulerSeen": { .bool(SchedulerTraces(for: $0).isSeen) },
    "passedOver": { .bool(SchedulerTraces(for: $0).hasPassedOver) },
    "placement": { base in .fact(PlacementFacts.object(base)) },
    "job": { base in .fact(base.job.map { JobFacts.object($0, in: base.facts) }) },
    "eviction": { base in
      .fact(base.eviction.map { EvictionFacts.object($0, in: base.facts) })
    },
    "nodeSilent": { .bool($0.isNodeSilent) },
    "lastingPressure": { .text($0.lastingPressure) },
    "stopped": { .bool($0.isStopped) },
    "refusal": { base in .fact(SchedulingFacts.recorded(of: base)) },
  ])

  static func object(_ pod: PodCase) -> FactObject {
    FactObject(pod, table, origin: pod.origin)
  }

  /// A pod whose containers are there already, with what is known of them.
  static func object(_ pod: PodCase, containers: [FactObject]) -> FactObject {
    FactObject(table.names, origin: pod.origin) { place in
      place == placeOfContainers ? .facts(containers) : table.facts[place](pod)
    }
  }

  private static let placeOfContainers = table.names["containers"]

  /// The names of objects in the namespace of the pod.
  private static func names(of objects: [some KubernetesObject], beside pod: PodCase) -> [String] {
    objects.lazy.map(\.metadata).filter { $0.namespace == pod.namespace }.map(\.name)
  }

  /// How many other pods of the same workload are ready.
  private static func readySiblings(of pod: PodCase) -> Int {
    guard pod.workload != pod.reference else { return 0 }
    return pod.facts.pods(in: pod.namespace).count {
      $0.isReady && $0.metadata.name != pod.pod.metadata.name
        && pod.facts.ownership.workload(of: $0) == pod.workload
    }
  }

  /// The RuntimeClass that the pod names, where the dump holds it.
  private static func runtimeClass(of pod: PodCase) -> FactObject? {
    guard let name = pod.pod.spec.runtimeClassName,
      pod.facts.snapshot.runtimeClasses.named(name) != nil
    else { return nil }
    let object = ObjectReference(kind: RuntimeClass.kind, name: name)
    return FactObject(["name": { .string(name) }], origin: pod.facts.origin(of: object))
  }

  /// Why the pod is being ended as a whole: the reason of its condition DisruptionTarget.
  private static func disruption(of pod: PodCase) -> String? {
    pod.pod.status.conditions.first { $0.type == "DisruptionTarget" && $0.status == "True" }?.reason
  }

  private static func gates(of pod: PodCase) -> [String] {
    pod.pod.spec.schedulingGates.map(\.name)
  }

  private static func unmetGates(of pod: PodCase) -> [String] {
    pod.pod.spec.readinessGates.map(\.conditionType).filter { gate in
      pod.pod.status.conditions.first { $0.type == gate }?.status != "True"
    }
  }
}

extension PodCase {
  /// The Services that take the pod.
  var services: [ServiceSelection] {
    facts.services(in: namespace).map {
      ServiceSelection($0, among: facts.pods(in: namespace))
    }.filter { $0.pods.contains { $0.metadata.name == pod.metadata.name } }
  }
}

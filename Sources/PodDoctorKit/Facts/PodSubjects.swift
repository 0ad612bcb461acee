import CEL
import KubernetesModel
import Provenance
import RuleEngine

/// Turns what the dump says into the subjects that rules are asked about.
struct PodSubjects {
  /// What the variables of rules about a pod or a container stand for.
  private struct Variables: Sendable {
    var facts: ClusterFacts
    var pod: FactObject
    var container: FactObject?
  }

  private static let podVariables = FactTable<Variables>([
    "pod": { .map($0.pod) }, "glossary": { $0.facts.glossary.value },
  ])

  private static let containerVariables = FactTable<Variables>([
    "pod": { .map($0.pod) }, "container": { .fact($0.container) },
    "glossary": { $0.facts.glossary.value },
  ])

  /// The subject of a pod and one for each of its containers.
  static func subjects(of pod: PodCase) -> [Subject] {
    let containerFacts = pod.containers.map { ContainerFacts.object($0, of: pod) }
    let object = PodFacts.object(pod, containers: containerFacts)
    let origin = pod.origin
    let itself = Subject(
      kind: "Pod", reference: pod.reference, triggers: triggers(of: pod), origin: origin,
      variables: FactObject(Variables(facts: pod.facts, pod: object), podVariables))
    let containers = zip(pod.containers, containerFacts).map { container, facts in
      let variables = Variables(facts: pod.facts, pod: object, container: facts)
      return Subject(
        kind: "Container", reference: pod.reference, container: container.life.name,
        triggers: triggers(of: container, in: pod), origin: origin,
        variables: FactObject(variables, containerVariables))
    }
    return [itself] + containers
  }

  private static func triggers(of pod: PodCase) -> [String] {
    var triggers = ["phase:\(pod.pod.status.phase)"]
    if !pod.pod.status.reason.isEmpty { triggers.append("reason:\(pod.pod.status.reason)") }
    triggers += pod.pod.status.conditions.map { "condition:\($0.type)=\($0.status)" }
    triggers += distinct(pod.events.map { "event:\($0.reason)" })
    triggers += strongest(pod.texts)
    if !pod.isScheduled { triggers.append("unscheduled") }
    if pod.deletion != nil { triggers.append("deleting") }
    return triggers
  }

  private static func triggers(of container: ContainerCase, in pod: PodCase) -> [String] {
    let life = container.life
    var triggers = ["state:\(life.state)", "role:\(life.role.rawValue)"]
    if let waiting = life.waiting { triggers.append("waiting:\(waiting.reason)") }
    if let exit = life.exit {
      triggers += ["exit:\(exit.state.exitCode)", "terminated:\(exit.state.reason)"]
      if exit.signal != 0 { triggers.append("signal:\(exit.signal)") }
    }
    triggers.append("ending:\(container.ending(in: pod).rawValue)")
    if life.restarts > 0 { triggers.append("restarting") }
    if !life.isReady { triggers.append("not-ready") }
    triggers += distinct(container.events.map { "event:\($0.reason)" })
    triggers += strongest(container.texts)
    triggers += container.probes.filter { !$0.failures.isEmpty }.map { "probe:\($0.kind.rawValue)" }
    let lines = (container.decisiveLog?.lines ?? []) + (container.message?.lines ?? [])
    triggers += distinct(lines.map { "log:\($0.signature.cause)" })
    return triggers
  }

  /// Only the texts that say most count: the status before events, which tell of the past, and no wrapper around
  /// a cause.
  private static func strongest(_ texts: [ClassifiedText]) -> [String] {
    guard !texts.isEmpty else { return [] }
    let causes = texts.filter(\.namesCause)
    let present = causes.filter { $0.source.kind == "Pod" }
    let deciding = present.isEmpty ? causes : present
    let weight = deciding.map(\.signature.weight).max()
    return distinct(
      deciding.filter { $0.signature.weight == weight }.map { "text:\($0.cause)" })
  }

  private static func distinct(_ texts: [String]) -> [String] {
    guard texts.count > 1 else { return texts }
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

import KubernetesModel
import Provenance
import RuleEngine
import Synchronization

/// Everything the dump says about one container of a pod; shared by all facts about it.
final class ContainerCase: Sendable {
  let life: ContainerLife
  let probes: [ProbeStory]
  /// What events and the status say of it in words that the signatures know, strongest first.
  let texts: [ClassifiedText]
  let events: [EventNote]
  /// The logs; empty without any.
  let logs: LogShelf.Pair
  /// The termination message of the last end.
  let message: LogReading?
  /// The line that says why it ended.
  let clue: Clue?
  /// Whether it is the only container of the pod that is not there to start it.
  let isOnly: Bool
  /// What its last end was, once somebody asked.
  let knownEnding = Mutex<ContainerEnding?>(nil)

  /// The log of the run that ended: while a container waits in a back-off, the current log is that of the
  /// last run as well (kubelet), else the previous one.
  var decisiveLog: LogReading? { Self.decisiveLog(of: life, among: logs) }

  private static func decisiveLog(
    of life: ContainerLife, among logs: LogShelf.Pair
  ) -> LogReading? {
    if life.running != nil, life.exit != nil, let previous = logs.previous { return previous }
    return logs.current ?? logs.previous
  }

  init(
    _ life: ContainerLife, of pod: Pod, events all: [EventNote], progress: PodProgress,
    in facts: ClusterFacts
  ) {
    self.life = life
    let name = life.name
    events = all.filter { $0.container == name }
    probes = life.probes(judgedBy: all)
    texts = Self.texts(about: life, of: pod, events: events, in: facts)
      .filter { !progress.isPast($0) }
    isOnly = life.isOnlyOne && life.role == .app
    logs = facts.logs.logs(
      namespace: pod.metadata.namespace, pod: pod.metadata.name, container: name, isOnly: isOnly)
    message = facts.logs.reading(ofMessage: life.exit?.state.message ?? "")
    let decisive = Self.decisiveLog(of: life, among: logs)
    clue = Clue(in: decisive, message: message, at: life.exit.map { "\($0.path).message" })
  }

  /// Hosts that its command, arguments and environment speak of, as they are called in a namespace.
  func hosts(seenFrom namespace: String) -> [MentionedHost] {
    let values = life.spec.env.compactMap(\.value)
    let variables = ShellVariables(of: life.spec, in: namespace)
    return HostScanner.hosts(
      in: (life.spec.command + life.spec.args).map { variables.expanded($0.beginning) } + values,
      seenFrom: namespace)
  }

  private static func texts(
    about life: ContainerLife, of pod: Pod, events: [EventNote], in facts: ClusterFacts
  ) -> [ClassifiedText] {
    let found = statusTexts(of: life, of: pod, in: facts) + eventTexts(events, in: facts)
    guard found.count > 1 else { return found }
    return found.enumerated().sorted {
      ($1.element.signature.weight, $0.offset) < ($0.element.signature.weight, $1.offset)
    }.map(\.element)
  }

  private static func eventTexts(
    _ events: [EventNote], in facts: ClusterFacts
  ) -> [ClassifiedText] {
    events.reversed().compactMap { event in
      event.isWarning || event.reason == "Failed" ? facts.texts.classify(event) : nil
    }
  }

  private static func statusTexts(
    of life: ContainerLife, of pod: Pod, in facts: ClusterFacts
  ) -> [ClassifiedText] {
    let object = pod.reference
    var texts: [ClassifiedText] = []
    if let waiting = life.waiting, let path = life.statusPath {
      texts += [
        facts.texts.classify(
          waiting.message, in: TextClassifier.groups(forWaiting: waiting.reason),
          reason: waiting.reason, at: "\(path).state.waiting.message", of: object,
          container: life.name)
      ].compactMap(\.self)
    }
    if let exit = life.exit {
      texts += [
        facts.texts.classify(
          exit.state.message, in: ["start", "create"], reason: exit.state.reason,
          at: "\(exit.path).message", of: object, container: life.name)
      ].compactMap(\.self)
    }
    return texts
  }
}

extension Pod {
  var reference: ObjectReference {
    ObjectReference(kind: "Pod", namespace: metadata.namespace, name: metadata.name)
  }
}

import CEL
import KubernetesModel
import Provenance
import RuleEngine
import Scheduling
import YAML

/// What rules can ask about the place that a pod waits for.
enum PlacementFacts {
  static let table = FactTable<PlacementCase>([
    "cause": { .string($0.cause) },
    "source": { .string($0.source.rawValue) },
    "agrees": { $0.agrees.map(Value.bool) ?? .null },
    "total": { base in .number(base.explanation?.nodes.count ?? base.record?.message.nodes ?? 0) },
    "count": { .number(count(of: $0.judgement?.refusals)) },
    "meant": { .number(count(of: $0.judgement?.meant)) },
    "nodes": { base in .facts(PlacementNodeFacts.all(of: base)) },
    "names": { .texts(names(of: $0)) },
    "where": { .string(place(of: $0)) },
    "says": { .texts(clauses(of: $0)) },
    "demands": { .texts(demands(of: $0)) },
    "missingLabels": { .texts(choices(of: $0).missing) },
    "offeredLabels": { .texts(choices(of: $0).offered) },
    "taints": { .texts(taints(of: $0)) },
    "holders": { base in .list(holders(of: base).map(Value.reference)) },
    "resource": { .text($0.shortages.first?.resource) },
    "request": { .text($0.shortages.first?.requested.description) },
    "mostFree": { .text($0.shortages.map(\.free).max()?.description) },
    "largest": { .text($0.shortages.map(\.allocatable).max()?.description) },
    "claim": { base in .fact(base.claim.map { ClaimUseFacts.object($0, of: base.pod) }) },
    "missingNodes": { .texts($0.namesMissing) },
    "others": { base in .list((base.judgement?.others ?? []).map(other)) },
    "besides": { base in
      .list(
        (base.judgement?.besides ?? []).map {
          .map([("cause", .string($0.cause)), ("says", .string($0.says))])
        })
    },
    "mayBeTainted": { .bool($0.mayBeTainted) },
    "evidence": { base in .facts(PlacementEvidenceFacts.all(of: base)) },
    "victims": { .texts($0.victims.map(\.metadata.name)) },
    "evictions": { base in
      .facts(
        base.displacements("TaintManagerEviction").map { EventFacts.object($0, in: base.pod.facts) }
      )
    },
    "shutdowns": { base in
      .facts(base.shutdowns.map { PodFacts.object(PodCase($0, in: base.pod.facts)) })
    },
    "preemptions": { base in
      .facts(base.displacements("Preempted").map { EventFacts.object($0, in: base.pod.facts) })
    },
  ])

  /// Why a pod that waits has no node; nil for any other pod.
  static func object(_ pod: PodCase) -> FactObject? {
    PlacementCase(of: pod).map { FactObject($0, table) }
  }

  /// The most nodes that are told about in words.
  private static let most = 64

  private static func names(of base: PlacementCase) -> [String] {
    (base.judgement?.refusals ?? []).prefix(most).compactMap(\.name)
  }

  /// The nodes in words: their names, or how many there are.
  private static func place(of base: PlacementCase) -> String {
    let count = count(of: base.judgement?.refusals)
    let names = Array(names(of: base).prefix(4))
    guard let last = names.last else { return count == 1 ? "1 node" : "\(count) nodes" }
    if count > names.count {
      return names.joined(separator: ", ") + " and \(count &- names.count) more"
    }
    let rest = names.dropLast()
    return rest.isEmpty ? last : rest.joined(separator: ", ") + " and " + last
  }

  private static func count(of refusals: [NodeRefusal]?) -> Int {
    (refusals ?? []).reduce(0) { $0 &+ $1.count }
  }

  /// What the blockers of the cause say, each once.
  private static func clauses(of base: PlacementCase) -> [String] {
    distinct(blockers(of: base).map(\.says))
  }

  private static func demands(of base: PlacementCase) -> [String] {
    distinct(blockers(of: base).compactMap(\.demand))
  }

  private static func choices(of base: PlacementCase) -> LabelChoices {
    LabelChoices(of: base.pod.pod.spec.nodeSelector, among: base.pod.facts.snapshot.nodes)
  }

  private static func taints(of base: PlacementCase) -> [String] {
    distinct(blockers(of: base).compactMap { $0.taint?.description })
  }

  private static func holders(of base: PlacementCase) -> [ObjectReference] {
    var seen: Set<ObjectReference> = []
    return blockers(of: base).compactMap(\.holder).filter { seen.insert($0).inserted }
  }

  private static func blockers(of base: PlacementCase) -> [PlacementBlocker] {
    (base.judgement?.refusals ?? []).prefix(most).flatMap(\.blockers)
      .filter { $0.cause == base.judgement?.cause }
  }

  private static func other(_ other: PlacementJudgement.Other) -> Value {
    .map([
      ("cause", .string(other.cause)), ("nodes", .texts(other.nodes)),
      ("count", .number(other.count)),
    ])
  }

  static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

/// What rules can ask of a node that is meant for a waiting pod and does not take it.
enum PlacementNodeFacts {
  /// A node, what keeps it from taking the pod, and the facts they are seen among.
  struct Base: Sendable {
    var name: String
    var refusal: NodeRefusal
    var facts: ClusterFacts
    var reference: ObjectReference { ObjectReference(kind: "Node", name: name) }
  }

  static let table = FactTable<Base>([
    "name": { .string($0.name) },
    "says": { .texts($0.refusal.blockers.map(\.says)) },
    "causes": { .texts(PlacementFacts.distinct($0.refusal.blockers.map(\.cause))) },
    "node": { base in
      .fact(
        base.facts.node(named: base.name).map {
          NodeFacts.object(.init(health: $0, facts: base.facts))
        })
    },
  ])

  /// The nodes that the cause concerns, by name.
  static func all(of placement: PlacementCase) -> [FactObject] {
    (placement.judgement?.refusals ?? []).prefix(64).compactMap { refusal in
      guard let name = refusal.name else { return nil }
      let base = Base(name: name, refusal: refusal, facts: placement.pod.facts)
      return FactObject(base, table, origin: base.facts.origin(of: base.reference))
    }
  }
}

/// A field that shows why a node does not take a pod.
enum PlacementEvidenceFacts {
  /// The most fields that are shown.
  private static let most = 6

  /// A field, and what it shows.
  struct Base: Sendable {
    var field: String
    var says: String
  }

  static let table = FactTable<Base>([
    "field": { .string($0.field) },
    "says": { .string($0.says) },
  ])

  /// The fields behind the cause, each once, in the order of the nodes.
  static func all(of placement: PlacementCase) -> [FactObject] {
    var seen: Set<FieldReference> = []
    var found: [FactObject] = []
    for refusal in placement.judgement?.refusals.prefix(most) ?? [] {
      for blocker in refusal.blockers where blocker.cause == placement.judgement?.cause {
        let subject = refusal.name.map { "\($0): " } ?? ""
        let says = "\(subject)\(blocker.says)"
        var isSaid = false
        for place in blocker.evidence.map(placement.own)
        where seen.insert(place).inserted && found.count < most {
          // The same words about the other object that they come from are not said again.
          let base = Base(
            field: place.field, says: isSaid ? "the other side of it, \(place.object)" : says)
          isSaid = true
          found.append(
            FactObject(base, table, origin: placement.pod.facts.origin(of: place.object)))
        }
      }
    }
    return found
  }
}

import KubernetesModel
import Provenance

extension RefusalDetail {
  /// The changes of which each alone would take the stumbling block away; empty when none is known.
  func changes(for pod: Pod, on node: ObjectReference) -> [HypotheticalChange] {
    switch subject {
    case .resource(let shortage):
      guard shortage.resource != "pods", shortage.free.value > 0 else { return [] }
      return [.request(shortage.free)]
    case .cordon: return [.nodeUncordoned(node)]
    case .taint(let taint) where taint.key == Taint.cordonKey: return [.nodeUncordoned(node)]
    case .taint(let taint) where taint.tellsOfTrouble: return [.taintLifted(taint, from: node)]
    case .taint(let taint):
      var plain = taint
      plain.timeAdded = nil
      return [.toleration(plain)]
    case .label(let demand): return demand.changes(for: pod)
    case .hostPort(_, let holder): return removal(of: holder)
    case .claim(let claim, let holder):
      return holder == nil ? [.claimMet(claim)] : removal(of: holder)
    case .podAffinity(let demand): return [.termRemoved(.podAffinity(demand.term))]
    case .podAntiAffinity(let demand, let other):
      return [.termRemoved(.podAntiAffinity(demand.term))] + removal(of: other)
    case .antiAffinityOfOther(_, let other): return removal(of: other)
    case .spread(let count):
      return count.constraint.map { [.termRemoved(.spread($0))] } ?? []
    default: return []
    }
  }

  private func removal(of pod: ObjectReference?) -> [HypotheticalChange] {
    pod.map { [.podRemoved($0)] } ?? []
  }
}

extension LabelDemand {
  /// Only where one term decides; with several, changing one is rarely what is meant.
  fileprivate func changes(for pod: Pod) -> [HypotheticalChange] {
    if case .term = source {
      let required =
        pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
      guard required?.nodeSelectorTerms.count == 1 else { return [] }
    }
    guard let found, key != "metadata.name", `operator` == "In" else {
      return [.labelDemandRemoved(self)]
    }
    return [.labelDemandChanged(self.asWritten, to: found), .labelDemandRemoved(self.asWritten)]
  }
}

extension LabelDemand {
  /// The demand alone, without what a node has.
  var asWritten: LabelDemand {
    var copy = self
    copy.found = nil
    return copy
  }
}

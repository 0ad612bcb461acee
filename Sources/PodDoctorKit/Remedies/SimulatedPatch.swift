import Basics
import KubernetesModel
import Provenance
import Scheduling
import YAML

/// The patch of a pod, and the command for anything else, that makes what a simulation supposed.
///
/// Only what follows from the change alone is written; of a request that several containers share a person decides.
struct SimulatedPatch {
  private let pod: Pod
  private let document: YAMLNode?
  private let manifest: ObjectReference

  init(for pod: PodCase) {
    self.pod = pod.pod
    manifest = pod.manifest.object
    document = pod.facts.snapshot.document(of: pod.reference)
  }

  /// A patch of the pod for the only change; nil where more, or something else, has to change.
  func patch(for change: Counterfactual) -> String? {
    guard change.changes.count == 1, let only = change.changes.first else { return nil }
    return switch only {
    case .request(let amount): request(amount)
    case .toleration(let taint): toleration(of: taint)
    case .labelDemandRemoved(let demand) where demand.source == .nodeSelector:
      "spec:\n  nodeSelector:\n    \(PatchFrame.scalar(demand.key)): null\n"
    case .labelDemandChanged(let demand, let value) where demand.source == .nodeSelector:
      "spec:\n  nodeSelector:\n    \(PatchFrame.scalar(demand.key)): \(PatchFrame.scalar(value))\n"
    case .gatesRemoved: "spec:\n  schedulingGates: null\n"
    default: nil
    }
  }

  /// The command that makes a change which no patch makes, or that shows what has to change.
  func command(for change: Counterfactual) -> String {
    guard change.changes.count == 1, let only = change.changes.first else {
      return ChangeCommand.showing(manifest)
    }
    return switch only {
    case .nodeUncordoned(let node): "kubectl uncordon \(node.name.shellWord)"
    case .podRemoved(let pod):
      "kubectl -n \(pod.namespace.shellWord) delete pod \(pod.name.shellWord)"
    case .taintLifted(_, let node), .nodesAdded(_, let node):
      "kubectl describe node \(node.name.shellWord)"
    case .claimMet(let claim):
      "kubectl -n \(claim.namespace.shellWord) describe pvc \(claim.name.shellWord)"
    default: ChangeCommand.showing(manifest)
    }
  }

  /// The request of the only container that has one; what is extended has to equal its limit.
  private func request(_ amount: ResourceAmount) -> String? {
    let containers = (pod.spec.initContainers + pod.spec.containers).filter {
      $0.resources.requests[amount.resource] != nil || $0.resources.limits[amount.resource] != nil
    }
    guard pod.spec.resources == nil, containers.count == 1, let container = containers.first,
      pod.spec.containers.contains(where: { $0.name == container.name })
    else { return nil }
    let entry =
      "\(PatchFrame.scalar(amount.resource)): \(PatchFrame.scalar(amount.quantity.description))"
    let bounds = amount.resource.contains("/") ? ["requests", "limits"] : ["requests"]
    return
      (["spec:", "  containers:", "    - name: \(PatchFrame.scalar(container.name))"]
      + ["      resources:"] + bounds.map { "        \($0): {\(entry)}" })
      .joined(separator: "\n") + "\n"
  }

  /// The list of tolerations with one more; a patch replaces it whole.
  private func toleration(of taint: Taint) -> String {
    // Two that the API server adds to every pod are no part of its manifest.
    let added = ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"]
    let present = document?["spec"]?["tolerations"]?.elements
      .filter { !added.contains($0["key"]?.string ?? "") || $0["tolerationSeconds"]?.text != "300" }
      .map { String(decoding: $0.json(), as: UTF8.self) }
    var fields = ["key: \(PatchFrame.scalar(taint.key))"]
    fields.append(
      taint.value.isEmpty ? "operator: Exists" : "value: \(PatchFrame.scalar(taint.value))")
    fields.append("effect: \(PatchFrame.scalar(taint.effect))")
    let all = (present ?? []) + ["{\(fields.joined(separator: ", "))}"]
    return "spec:\n  tolerations:\n" + all.map { "    - \($0)\n" }.joined()
  }
}

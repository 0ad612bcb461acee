import KubernetesModel

/// Keeps a pod off nodes that do not declare the features that it needs.
struct NodeDeclaredFeatures: FilterPlugin {
  let name: PluginName = "NodeDeclaredFeatures"

  func prepare(_ pod: PodInfo, in cluster: ClusterState) -> FilterPreparation {
    let features = pod.pod.spec.neededFeatures
    return features.isEmpty ? .skip : .filter(Features(needed: features))
  }
}

extension NodeDeclaredFeatures {
  fileprivate struct Features: NodeFilter {
    private static let undeclared = Rejection.unresolvable(
      "node(s) didn't match Pod's required features")

    let needed: Set<String>

    func rejection(on node: NodeID, in cluster: ClusterState) -> Rejection? {
      let declared = cluster.nodes.objects[node.index].status.declaredFeatures
      return needed.isSubset(of: declared) ? nil : Self.undeclared
    }
  }
}

extension PodSpec {
  /// The features that Kubernetes 1.36 infers from a pod when it schedules it.
  fileprivate var neededFeatures: Set<String> {
    var features: Set<String> = []
    let rules = (initContainers + containers).lazy.flatMap(\.restartPolicyRules)
    if rules.contains(where: { $0.action == "RestartAllContainers" }) {
      features.insert("RestartAllContainersOnContainerExits")
    }
    if hostNetwork, hostUsers == false { features.insert("UserNamespacesHostNetworkSupport") }
    return features
  }
}

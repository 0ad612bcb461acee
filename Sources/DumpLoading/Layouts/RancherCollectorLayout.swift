/// What Rancher's log collector gathers on a node: `k3s/kubectl/…`, `rke2/podlogs/NAMESPACE-POD`, `journald/…`.
enum RancherCollectorLayout: BundleLayout {
  private static let distributions: Set<String> = ["k3s", "rke2", "rke", "kubeadm", "pod"]

  /// The state of the machine and of its container runtime.
  private static let passedOver: Set<String> = [
    "systeminfo", "networking", "crictl", "certs", "tmpcerts", "containerinspect", "podinspect",
    "etcd", "docker",
  ]

  /// The namespaces whose logs the collector takes; it joins their names to those of the pods by a hyphen.
  private static let namespaces = [
    "kube-system", "kube-public", "cattle-system", "cattle-alerting", "cattle-logging",
    "cattle-pipeline", "cattle-provisioning-capi-system", "cattle-resources-system",
    "ingress-nginx", "cattle-prometheus", "cattle-ui-plugin-system", "istio-system",
    "longhorn-system", "cattle-global-data", "fleet-system", "fleet-default",
    "rancher-operator-system", "cattle-monitoring-system", "cattle-logging-system",
    "cattle-fleet-system", "cattle-fleet-local-system", "tigera-operator", "calico-system",
    "suse-observability", "cattle-turtles-system", "cattle-capi-system",
    "rke2-bootstrap-system", "rke2-control-plane-system", "cattle-ai-agent-system",
  ]

  static func content(of path: LayoutPath) -> BundledContent? {
    if path.file == "collector-output.log" { return .nothing }
    guard let folder = path.folders.last, !path.file.contains(".") else { return nil }
    let isOfNode = passedOver.contains(folder) || path.isUnder("certs")
    let above = path.folders.dropLast().last ?? ""
    if isOfNode, path.folders.count == 1 || distributions.contains(above) || isTop(folder) {
      return .nothing
    }
    guard folder == "podlogs", distributions.contains(above) else { return nil }
    return log(path.file)
  }

  /// Whether the folder's name alone tells that the collector made it.
  private static func isTop(_ folder: String) -> Bool {
    folder == "systeminfo" || folder == "networking"
  }

  private static func log(_ file: String) -> BundledContent? {
    let isPrevious = file.hasSuffix("-previous")
    let name = isPrevious ? String(file.dropLast("-previous".count)) : file
    let namespace = namespaces.filter { name.hasPrefix("\($0)-") }.max { $0.count < $1.count }
    guard let namespace else { return nil }
    return .log(
      LogFileName(
        namespace: namespace, pod: String(name.dropFirst(namespace.count + 1)), container: "",
        run: isPrevious ? .previous : .current))
  }
}

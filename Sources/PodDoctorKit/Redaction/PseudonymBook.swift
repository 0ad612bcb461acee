/// The pseudonyms of known names: the same dump gives the same ones.
struct PseudonymBook: Sendable {
  /// Names that every cluster has, so that they tell nothing.
  private static let wellKnown: Set<String> = [
    "default", "kube-system", "kube-public", "kube-node-lease", "kubernetes", "kube-root-ca.crt",
    "coredns", "kube-dns", "kube-proxy", "kube-apiserver", "kube-scheduler", "etcd", "localhost",
    "kube-controller-manager", "system-cluster-critical", "system-node-critical", "nginx",
    "busybox",
    "redis", "postgres", "mysql", "standard", "docker.io", "quay.io", "ghcr.io", "gcr.io",
    "registry.k8s.io", "registry-1.docker.io", "mcr.microsoft.com", "public.ecr.aws",
  ]
  /// Words of Kubernetes and kubectl: replacing them would change what a sentence or command means.
  private static let reserved: Set<String> = [
    "pod", "pods", "node", "nodes", "namespace", "namespaces", "container", "containers", "image",
    "images", "volume", "volumes", "service", "services", "secret", "secrets", "config",
    "configmap",
    "event", "events", "deployment", "job", "jobs", "spec", "status", "metadata", "name", "names",
    "kubectl", "get", "describe", "logs", "log", "exec", "apply", "delete", "patch", "edit", "set",
    "create", "rollout", "restart", "app", "the", "and", "for", "not", "is", "it", "to", "of", "in",
    "on", "a", "no", "its", "that", "with", "data", "key", "value", "type", "memory", "cpu", "test",
    "replicas", "limit", "limits", "request", "requests", "quota", "claim", "class", "env", "probe",
    "kubelet", "scheduler", "default-scheduler", "true", "false", "none", "all", "error", "failed",
  ]
  /// The short names that kubectl's users know best.
  private static let prefixes = [
    "Namespace": "ns", "PersistentVolumeClaim": "pvc", "PersistentVolume": "pv",
    "HorizontalPodAutoscaler": "hpa", "PodDisruptionBudget": "pdb",
  ]

  /// Kinds of objects that bear the name of what they are about.
  private static let followers: Set<String> = [
    "CSINode", "Lease", "Endpoints", "EndpointSlice", "ServiceAccount", "PodDisruptionBudget",
    "HorizontalPodAutoscaler", "NetworkPolicy",
  ]

  private(set) var pseudonyms: [String: String] = [:]
  private var counts: [String: Int] = [:]

  init(_ names: NameCollection) {
    for (name, kinds) in names.objects.sorted(by: { $0.key < $1.key }) where isTelling(name) {
      pseudonyms[name] = next(Self.prefix(for: kinds))
    }
    for image in names.images.sorted() where !image.isEmpty { add(image: image) }
    for host in names.hosts.sorted() where isTelling(host) && pseudonyms[host] == nil {
      pseudonyms[host] = next("host")
    }
    for address in names.addresses.sorted() where Self.isTelling(address: address) {
      pseudonyms[address] = next("ip")
    }
  }

  /// The sort of a name, which several kinds may share: that of the one that others are named after.
  private static func prefix(for kinds: Set<String>) -> String {
    if kinds.contains("Node") { return "node" }
    let own = kinds.subtracting(followers)
    let named = own.isEmpty ? kinds : own
    guard named.count == 1, let kind = named.first else { return "app" }
    return prefixes[kind] ?? kind.lowercased()
  }

  /// A new pseudonym of a sort: `pod-3`.
  mutating func next(_ prefix: String) -> String {
    counts[prefix, default: 0] += 1
    return "\(prefix)-\(counts[prefix] ?? 0)"
  }

  static func isWellKnown(_ name: String) -> Bool { wellKnown.contains(name) }

  private func isTelling(_ name: String) -> Bool {
    !Self.wellKnown.contains(name) && !Self.reserved.contains(name) && name.utf8.count > 1
  }

  static func isTelling(address: String) -> Bool {
    !address.isEmpty && address != "None" && !address.hasPrefix("127.") && address != "0.0.0.0"
      && address != "::1"
  }

  /// An image under all names by which messages call it; those of Kubernetes itself stay.
  private mutating func add(image: String) {
    guard !image.hasPrefix("registry.k8s.io/"), pseudonyms[image] == nil else { return }
    let pseudonym = next("image")
    let repository = Self.repository(of: image)
    let parts = repository.split(separator: "/").map(String.init)
    let hasRegistry = parts.count > 1 && (parts[0].contains(".") || parts[0].contains(":"))
    var names = [image, repository]
    if !hasRegistry {
      let path = parts.count == 1 ? "library/" : ""
      names += ["docker.io/\(path)\(image)", "docker.io/\(path)\(repository)"]
    }
    if parts.count > 1 { names.append(parts.dropFirst(hasRegistry ? 1 : 0).joined(separator: "/")) }
    for name in names where isTelling(name) && pseudonyms[name] == nil {
      pseudonyms[name] = pseudonym
    }
    let registry = hasRegistry ? parts[0].split(separator: ":").first.map(String.init) ?? "" : ""
    if hasRegistry, isTelling(registry), pseudonyms[registry] == nil {
      pseudonyms[registry] = next("host")
    }
  }

  /// An image's name without tag and digest.
  private static func repository(of image: String) -> String {
    let name = image.split(separator: "@").first ?? ""
    guard let colon = name.lastIndex(of: ":"), !name[colon...].contains("/") else {
      return String(name)
    }
    return String(name[..<colon])
  }
}

import KubernetesModel
import Provenance

extension Clue {
  private static let hostGroups = ["host", "host2", "host3", "addr", "target", "h", "server"]

  /// The hosts that the line speaks of, as Services where the dump knows them.
  func hosts(seenBy pod: PodCase) -> [MentionedHost] {
    let named = Self.hostGroups.compactMap { line.captures[$0] }.filter { !$0.isEmpty }
    var hosts = named.map { MentionedHost(address: $0, seenFrom: pod.namespace) }
    hosts += HostScanner.hosts(in: [line.text], seenFrom: pod.namespace)
    hosts += quotedNames(in: pod)
    var seen: Set<MentionedHost> = []
    return hosts.map { $0.resolved(in: pod.facts) }.filter { seen.insert($0).inserted }
  }

  /// Names of Services in quotes, and addresses of Services.
  private func quotedNames(in pod: PodCase) -> [MentionedHost] {
    let words = line.text.split { $0.isWhitespace || "'\"`,;()[]{}=<>/".contains($0) }.prefix(200)
    return words.map(String.init).compactMap { word in
      let isQuoted = line.text.contains("\"\(word)\"") || line.text.contains("'\(word)'")
      let host = MentionedHost(address: word, seenFrom: pod.namespace)
      if host.isAddress { return host }
      guard isQuoted, let name = host.service, let space = host.namespace else { return nil }
      return pod.facts.service(name, in: space) == nil ? nil : host
    }
  }
}

extension MentionedHost {
  /// From `host` or `host:port`.
  init(address: String, seenFrom home: String) {
    let parts = address.split(separator: ":", omittingEmptySubsequences: false)
    let port = parts.count == 2 ? Int(parts[1]) : nil
    let host = parts.count == 2 ? String(parts[0]) : address
    self.init(host: host.lowercased(), port: port, seenFrom: home)
  }

  /// Whether the host is an IPv4 address.
  var isAddress: Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }

  /// The same host with the Service whose address it is.
  func resolved(in facts: ClusterFacts) -> MentionedHost {
    guard service == nil, isAddress else { return self }
    let owner = facts.snapshot.services.first {
      $0.spec.clusterIP == host || $0.spec.clusterIPs.contains(host)
    }
    guard let owner else { return self }
    var resolved = self
    resolved.service = owner.metadata.name
    resolved.namespace = owner.metadata.namespace
    return resolved
  }
}

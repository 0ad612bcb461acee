import Basics
import KubernetesModel

extension PodCase {
  /// The kubelet reports a condition up to ten seconds after it saw the shortage, and evicts meanwhile.
  private static let reportingDelay: Double = 60

  /// Words in which the kubelet says what it evicted for, and the condition that stands for it; see
  /// pkg/kubelet/eviction/helpers.go.
  private static let shortages: [(word: String, condition: String)] = [
    ("memory", "MemoryPressure"), ("ephemeral-storage", "DiskPressure"),
    ("nodefs", "DiskPressure"), ("imagefs", "DiskPressure"), ("containerfs", "DiskPressure"),
    ("inodes", "DiskPressure"), ("pids", "PIDPressure"),
  ]

  /// The condition of its node under which the pod was evicted, and that the node has reported without a break since.
  var lastingPressure: String? {
    guard pod.status.reason == "Evicted", let node, !node.isLost,
      let type = Self.condition(in: pod.status.message), let condition = node.condition(type),
      condition.status == "True"
    else { return nil }
    guard let began = condition.lastTransitionTime, let evicted = evictedAt else { return type }
    return began.seconds(since: evicted) <= Self.reportingDelay ? type : nil
  }

  private static func condition(in message: String) -> String? {
    if let named = Set(shortages.map(\.condition)).sorted().first(where: message.contains) {
      return named
    }
    guard let start = message.range(of: "low on resource: ") else { return nil }
    let resource = message[start.upperBound...].prefix { $0 != "." }
    return shortages.first { resource.range(of: $0.word) != nil }?.condition
  }

  /// When the pod was evicted; nil where the dump does not tell.
  private var evictedAt: Timestamp? {
    let disruption = pod.status.conditions.first { $0.type == "DisruptionTarget" }
    return disruption?.lastTransitionTime
      ?? events.last { $0.reason == "Evicted" }?.last
      ?? containers.compactMap { $0.life.exit?.state.finishedAt }.max()
  }
}

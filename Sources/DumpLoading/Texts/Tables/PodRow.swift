import KubernetesModel

/// A row of `kubectl get pods`, so far as its cells can be read.
struct PodRow {
  /// No pod has more containers than this; a row that says so is none.
  private static let mostContainers: Int32 = 500

  let status: PodStatusWord
  /// How many containers are ready, and how many there are.
  let ready: Ratio
  let restarts: Int32
  /// When a container ended last before it was started again.
  let lastRestart: Timestamp?
  /// How many readiness gates are met, and how many there are.
  let gates: Ratio?
  private let name: String

  /// Reads a row; nil when it does not show a pod.
  init?(_ row: TableRow, in context: TableContext) {
    let ready = Ratio(row.value("READY"))
    guard ready != nil || !row.has("READY"), row.value("STATUS") != nil else { return nil }
    self.ready = ready ?? Ratio(part: 0, whole: 0)
    status = PodStatusWord(row.value("STATUS")?.text ?? "")
    gates = Ratio(row.value("READINESS GATES"))
    name = row[TableHeader.name]?.text ?? ""
    let restarts = row.value("RESTARTS")?.text.split(separator: " ") ?? []
    self.restarts = max(0, restarts.first.flatMap { Int32($0) } ?? 0)
    lastRestart = Self.lastRestart(restarts)?.time(before: context.present)
    guard isOfUsualSize else { return nil }
  }

  /// The age in `5 (2m ago)`.
  private static func lastRestart(_ words: [Substring]) -> Age? {
    guard words.count == 3, words[1].hasPrefix("("), words[2] == "ago)" else { return nil }
    return Age(words[1].dropFirst().utf8)
  }

  private var isOfUsualSize: Bool {
    let most = Self.mostContainers
    if case .initializing(let done, let all) = status, done > all || all > most { return false }
    return [ready, gates ?? ready].allSatisfy { $0.part <= $0.whole && $0.whole <= most }
  }

  /// Whether the row shows a pod that is ready, so far as it can.
  var isReady: Bool { ready.isWhole && ready.whole > 0 && gates?.isWhole ?? true }

  /// The phase that the status implies; empty where it implies none.
  var phase: String {
    switch status {
    case .phase(let phase): phase
    case .schedulingGated, .initializing, .initWaiting, .initEnded: "Pending"
    case .failed: "Failed"
    case .terminating, .notReady, .waiting("CrashLoopBackOff"): "Running"
    case .waiting: phaseOfWaiting
    case .ended(let ending): phaseOfEnded(ending)
    case .reason: ready.part > 0 ? "Running" : ""
    }
  }

  /// Kubelet calls a pod pending as long as one of its containers has never run.
  private var phaseOfWaiting: String {
    if restarts == 0 { return "Pending" }
    return ready.whole == 1 ? "Running" : ""
  }

  /// Containers that ended are started again or not, by a policy that only the name hints at: pods of a ReplicaSet
  /// always start theirs.
  private func phaseOfEnded(_ ending: PodStatusWord.Ending) -> String {
    let isSuccess = ending.exitCode == 0
    if isSuccess, !GeneratedName(name).isOfReplicaSet { return "Succeeded" }
    return restarts > 0 || ready.part > 0 ? "Running" : ""
  }
}

extension PodRow {
  /// The init containers that the status speaks of; there may be more.
  var initContainers: [ContainerSketch] {
    var told = ContainerSketch(restarts: restarts, lastEnd: lastRestart)
    switch status {
    case .initializing(let done, let all):
      // Init containers that count as ready are those that run on beside the others.
      let sidecars = min(done, Int(ready.part))
      return Array(repeating: .sidecar, count: sidecars)
        + Array(repeating: .completed, count: done - sidecars)
        + (done < all ? [told] : [])
        + Array(repeating: ContainerSketch(), count: max(0, all - done - 1))
    case .initWaiting(let reason): told.state = .waiting(reason)
    case .initEnded(let ending): told.state = .ended(ending)
    default: return []
    }
    return Array(repeating: .sidecar, count: Int(ready.part)) + [told]
  }

  /// The containers: those in trouble first, for the first of them gives its reason to the status.
  var containers: [ContainerSketch] {
    let sidecars = initContainers.count(where: \.isSidecar)
    guard initContainers.isEmpty else {
      return Array(repeating: ContainerSketch(), count: Int(ready.whole) - sidecars)
    }
    let unready = Int(ready.whole - ready.part)
    var all =
      Array(repeating: unreadyContainer, count: unready)
      + Array(repeating: .ready, count: Int(ready.part))
    guard !all.isEmpty else { return [] }
    switch status {
    case .waiting(let reason): all[0] = ContainerSketch(state: .waiting(reason))
    case .ended(let ending): all[0] = ContainerSketch(state: .ended(ending))
    default: break
    }
    (all[0].restarts, all[0].lastEnd) = (restarts, lastRestart)
    return all
  }

  /// A container that is not ready and not the one that the status speaks of.
  private var unreadyContainer: ContainerSketch {
    switch status {
    case .phase("Running"): ContainerSketch(state: .running)
    case .notReady, .ended(.init(reason: "Completed", exitCode: 0)): .completed
    default: ContainerSketch()
    }
  }

  /// Whether kubelet has reported on the containers, so far as the row tells.
  var hasReports: Bool {
    if restarts > 0 || ready.part > 0 { return true }
    return switch status {
    case .phase("Running"), .waiting, .ended, .notReady: true
    default: false
    }
  }
}

/// Tells which of the kubelet's numbered logs is that of the last run and which of the one before.
enum LogRuns {
  /// The logs of each container's last two runs; the part that was rotated away only counts where the newer
  /// one is empty.
  static func settled(_ logs: [ContainerLog]) -> [ContainerLog] {
    guard logs.contains(where: { $0.restartCount != nil || $0.isRotated }) else { return logs }
    var newest: [LogOwner: Int] = [:]
    for log in logs {
      guard let count = log.restartCount else { continue }
      newest[log.owner] = max(count, newest[log.owner] ?? 0)
    }
    let counted = logs.compactMap { settled($0, newest: newest[$0.owner]) }
    let whole = counted.filter { !$0.isRotated && !$0.text.isEmpty }
    let rotated = counted.filter { $0.isRotated && !$0.text.isEmpty }
    return whole + rotated.sorted { $0.file > $1.file } + counted.filter(\.text.isEmpty)
  }

  private static func settled(_ log: ContainerLog, newest: Int?) -> ContainerLog? {
    guard let newest, let count = log.restartCount else { return log }
    var log = log
    switch newest - count {
    case 0: log.run = .current
    case 1: log.run = .previous
    default: return nil
    }
    return log
  }
}

extension ContainerLog {
  fileprivate var owner: LogOwner {
    LogOwner(namespace: namespace, pod: pod, container: container)
  }
}

import Basics
import DumpLoading
import Provenance
import RuleEngine

/// The logs of a dump, each read when it is first asked for.
struct LogShelf: Sendable {
  private struct Key: Hashable {
    var namespace: String
    var pod: String
    var container: String
  }

  /// The logs of one container.
  struct Pair: Sendable {
    var current: LogReading?
    var previous: LogReading?
  }

  private let logs: [Key: [ContainerLog]]
  /// Compiled when there is a log or a message to search.
  private let signatures: Once<SignatureSet>

  init(_ logs: [ContainerLog], signatures: Once<SignatureSet>) {
    self.logs = Dictionary(grouping: logs) {
      Key(namespace: $0.namespace, pod: $0.pod, container: $0.container)
    }
    self.signatures = signatures
  }

  var isEmpty: Bool { logs.isEmpty }

  /// What the logs of a container say; a log whose file names no namespace or no container counts for the
  /// pod's namespace and, where `isOnly`, for its only container.
  func logs(namespace: String, pod: String, container: String, isOnly: Bool) -> Pair {
    guard !logs.isEmpty else { return Pair() }
    var found: [ContainerLog] = []
    for space in [namespace, ""] {
      found += logs[Key(namespace: space, pod: pod, container: container)] ?? []
      if isOnly { found += logs[Key(namespace: space, pod: pod, container: "")] ?? [] }
    }
    return Pair(current: reading(of: found, .current), previous: reading(of: found, .previous))
  }

  /// A container's termination message, read like the end of a log.
  func reading(ofMessage text: String) -> LogReading? {
    guard !text.isEmpty else { return nil }
    let message = LogExcerpt(bytes: Array(text.utf8))
    return LogReading(message, file: "", signatures: signatures.value)
  }

  private func reading(of logs: [ContainerLog], _ run: ContainerLog.Run) -> LogReading? {
    for log in logs where log.run == run {
      let excerpt = log.excerpt
      guard !excerpt.isRefusal else { continue }
      return LogReading(excerpt, file: log.file, signatures: signatures.value)
    }
    return nil
  }
}

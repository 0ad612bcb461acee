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
  /// Read when there is a log or a message to search.
  private let signatures: Once<SignatureSet>

  init(_ logs: [ContainerLog], signatures: Once<[Signature]>) {
    self.logs = Dictionary(grouping: logs) {
      Key(namespace: $0.namespace, pod: $0.pod, container: $0.container)
    }
    self.signatures = Once { SignatureSet(signatures.value) }
  }

  var isEmpty: Bool { logs.isEmpty }

  /// What the logs of a container say; a log whose file names no namespace or no container counts for the
  /// pod's namespace and, where `isOnly`, for its only container.
  func logs(namespace: String, pod: String, container: String, isOnly: Bool) -> Pair {
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
    return LogReading(Array(text.utf8), file: "", signatures: signatures.value)
  }

  private func reading(of logs: [ContainerLog], _ run: ContainerLog.Run) -> LogReading? {
    let log = logs.first { $0.run == run && !$0.isRefusal }
    return log.map {
      LogReading(
        $0.bytes, file: $0.file, lineNumbers: $0.lineNumbers, signatures: signatures.value)
    }
  }
}

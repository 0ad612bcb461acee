import Findings
import KubernetesModel
import Provenance

/// Finds the pod and container of each log among those that the dump holds.
struct LogAttribution {
  /// What became of the logs.
  struct Outcome {
    var logs: [ContainerLog] = []
    /// Logs that could be of several pods.
    var problems: [LoadProblem] = []
    /// Files that are no log of any pod in the dump.
    var strangers: [LogFile] = []
  }

  private let pods: KnownPods

  init(among snapshot: ClusterSnapshot) {
    pods = KnownPods(snapshot)
  }

  func outcome(for files: [LogFile]) -> Outcome {
    var outcome = Outcome()
    for file in files { add(file, to: &outcome) }
    outcome.logs = LogRuns.settled(outcome.logs)
    return outcome
  }

  private func add(_ file: LogFile, to outcome: inout Outcome) {
    let streams = file.streams ?? pods.streams(in: file.bytes)
    guard let streams, streams.contains(where: { !$0.writer.pod.isEmpty }) else {
      return add(file, streams?.first, to: &outcome)
    }
    for stream in streams where !stream.writer.pod.isEmpty {
      let owner = stream.writer
      switch pods.match(owner, hintedBy: file.name?.parts ?? []) {
      case .one(let owner): outcome.logs.append(file.log(of: owner, stream))
      case .several(let owners): outcome.problems.append(file.ambiguity(between: owners))
      case .none: if pods.isEmpty { outcome.logs.append(file.log(of: owner, stream)) }
      }
    }
  }

  /// A file that holds the log of one container.
  private func add(_ file: LogFile, _ stream: LogStreams.Stream?, to outcome: inout Outcome) {
    guard let name = file.name else { return outcome.strangers.append(file) }
    let owner = LogOwner(namespace: name.namespace, pod: name.pod, container: name.container)
    var match = pods.match(owner, hintedBy: name.parts)
    if case .none = match { match = pods.match(path: name.parts) }
    switch match {
    case .one(let owner): outcome.logs.append(file.log(of: owner, stream))
    case .several(let owners): outcome.problems.append(file.ambiguity(between: owners))
    case .none where pods.isEmpty && !owner.pod.isEmpty:
      outcome.logs.append(file.log(of: owner, stream))
    case .none: outcome.strangers.append(file)
    }
  }
}

/// A file that may be a log, before it is known whose.
struct LogFile: Sendable {
  var path: String
  /// Nil when the name tells nothing.
  var name: LogFileName?
  var bytes: [UInt8]
  /// The lines without what collectors put around them; nil when the bytes are the log as it stands.
  var streams: [LogStreams.Stream]?

  init(path: String, name: LogFileName?, bytes: [UInt8]) {
    self.path = path
    self.name = name
    streams = LogStreams.streams(in: bytes, form: LogForm(of: bytes))
    self.bytes = bytes
  }

  fileprivate func log(of owner: LogOwner, _ stream: LogStreams.Stream?) -> ContainerLog {
    var log = ContainerLog(
      namespace: owner.namespace, pod: owner.pod, container: owner.container,
      run: name?.run ?? .current, file: path, bytes: stream?.bytes ?? bytes)
    log.lineNumbers = stream?.lineNumbers ?? []
    log.restartCount = name?.restartCount
    log.isRotated = name?.isRotated ?? false
    return log
  }

  fileprivate func ambiguity(between owners: [LogOwner]) -> LoadProblem {
    let names = owners.prefix(3).map { "\($0.namespace)/\($0.pod)" }.joined(separator: ", ")
    let more = owners.count > 3 ? " and \(owners.count - 3) more" : ""
    return LoadProblem(
      .unclearLog, at: Place(file: path, mark: Mark(line: 1, column: 1)),
      says: "the log may be that of \(names)\(more); a folder named after the namespace tells")
  }
}

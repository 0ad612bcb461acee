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
    guard let streams = streams(in: file) else { return addWhole(file, to: &outcome) }
    for stream in streams where !stream.writer.pod.isEmpty {
      switch pods.match(stream.writer, hintedBy: file.name?.parts ?? []) {
      case .one(let owner): outcome.logs.append(file.log(of: owner, LogText(stream.excerpt)))
      case .several(let owners): outcome.problems.append(file.ambiguity(between: owners))
      case .none:
        guard pods.isEmpty else { continue }
        outcome.logs.append(file.log(of: stream.writer, LogText(stream.excerpt)))
      }
    }
  }

  /// Whether a file is no container's log but what a node's programs wrote.
  private func isJournal(_ file: LogFile) -> Bool {
    JournalReader.isJournal(TextLine.lines(of: file.head), file: file.path, present: .nominal)
  }

  /// The logs of a file whose lines name pods; nil for a file that holds the log of one container.
  private func streams(in file: LogFile) -> [LogStreams.Stream]? {
    if file.form.namesWriters {
      return LogStreams.streams(in: file.excerpt, form: file.form)
    }
    guard pods.areNamed(in: file.head) else { return nil }
    return pods.streams(in: file.excerpt)
  }

  /// A file that holds the log of one container.
  private func addWhole(_ file: LogFile, to outcome: inout Outcome) {
    guard let name = file.name else { return outcome.strangers.append(file) }
    let owner = LogOwner(namespace: name.namespace, pod: name.pod, container: name.container)
    var match = pods.match(owner, hintedBy: name.parts)
    if case .none = match { match = pods.match(path: name.parts) }
    switch match {
    case .one(let owner): outcome.logs.append(file.log(of: owner, file.text))
    case .several(let owners): outcome.problems.append(file.ambiguity(between: owners))
    case .none where pods.isEmpty && !owner.pod.isEmpty && !isJournal(file):
      outcome.logs.append(file.log(of: owner, file.text))
    case .none: outcome.strangers.append(file)
    }
  }
}

extension LogFile {
  fileprivate func log(of owner: LogOwner, _ text: LogText) -> ContainerLog {
    var log = ContainerLog(
      namespace: owner.namespace, pod: owner.pod, container: owner.container,
      run: name?.run ?? .current, file: path, text: text)
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

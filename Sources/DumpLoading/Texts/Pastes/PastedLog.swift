import YAML

/// Lines below a `kubectl logs` of a paste.
struct PastedLog: Sendable {
  var command: KubectlCommand
  var lines: [TextLine]

  /// The logs as those of containers, whose pods the lines or the command name or the text around it shows.
  ///
  /// - Parameters:
  ///   - logs: the lines below commands.
  ///   - objects: what else the text shows.
  ///   - namespace: that of pods which nothing tells it of.
  ///   - file: the name of the text.
  /// - Returns: the logs, in the order of the text.
  static func logs(
    _ logs: [PastedLog], of objects: [Document], in namespace: String, file: String
  ) -> [ContainerLog] {
    let pods = objects.map(\.root).filter { $0["kind"]?.string == "Pod" }
    return logs.flatMap { log -> [ContainerLog] in
      if let streams = log.streams(among: pods) {
        return streams.compactMap { log.log($0, among: pods, in: namespace, file: file) }
      }
      guard let (namespace, name) = log.pod(among: pods) else { return [] }
      let owner = LogOwner(namespace: namespace, pod: name, container: log.command.container)
      let bare = LogStreams.streams(in: log.excerpt, form: log.form)?.first?.excerpt
      return [log.log(of: owner, bare ?? log.excerpt, file: file)]
    }
  }

  private var form: LogForm { LogForm(of: Array(excerpt.bytes.prefix(LogFile.headSize))) }

  /// What each container wrote, where the lines name their containers.
  private func streams(among pods: [YAMLNode]) -> [LogStreams.Stream]? {
    let isPrefixed = lines.first { !$0.isBlank }.map { PrefixedLine($0.bytes) != nil } == true
    let form = isPrefixed ? LogForm.prefixed : form
    if form.namesWriters { return LogStreams.streams(in: excerpt, form: form) }
    guard command.verb == .stern || lines.contains(where: SternNames.isAnnouncement) else {
      return nil
    }
    let known = pods.compactMap { $0["metadata"]?["name"]?.string }
    return LogStreams.streams(in: excerpt, SternNames(in: lines, pods: known).entry)
  }

  private func log(
    _ stream: LogStreams.Stream, among pods: [YAMLNode], in namespace: String, file: String
  ) -> ContainerLog? {
    var owner = stream.writer
    guard !owner.pod.isEmpty else { return nil }
    let known = pods.compactMap { pod -> String? in
      guard pod["metadata"]?["name"]?.string == owner.pod else { return nil }
      return pod["metadata"]?["namespace"]?.string
    }
    if owner.namespace.isEmpty { owner.namespace = known.first ?? command.namespace }
    if owner.namespace.isEmpty { owner.namespace = namespace }
    return log(of: owner, stream.excerpt, file: file)
  }

  private func log(of owner: LogOwner, _ excerpt: LogExcerpt, file: String) -> ContainerLog {
    ContainerLog(
      namespace: owner.namespace, pod: owner.pod, container: owner.container,
      run: command.isOfPreviousRun ? .previous : .current, file: file, text: LogText(excerpt))
  }

  /// The lines of the log, with their numbers in the paste.
  private var excerpt: LogExcerpt {
    var excerpt = LogExcerpt(bytes: [])
    for line in lines {
      excerpt.bytes += line.bytes
      excerpt.bytes.append(UInt8(ascii: "\n"))
      excerpt.lineNumbers.append(Int32(clamping: line.number))
    }
    return excerpt
  }

  /// The pod whose log this is: the one of this name, or the only one whose name begins or ends with it, or the
  /// only one there is.
  private func pod(among pods: [YAMLNode]) -> (namespace: String, name: String)? {
    let known = pods.map { pod in
      (
        namespace: pod["metadata"]?["namespace"]?.string ?? "",
        name: pod["metadata"]?["name"]?.string ?? ""
      )
    }
    guard let name = command.names.first else { return known.count == 1 ? known[0] : nil }
    if let pod = known.first(where: { $0.name == name }) { return pod }
    let parts = known.filter { $0.name.hasSuffix("-" + name) || $0.name.hasPrefix(name + "-") }
    if parts.count == 1 { return parts[0] }
    if command.kind != "Pod" { return known.count == 1 ? known[0] : nil }
    return (command.namespace, name)
  }
}

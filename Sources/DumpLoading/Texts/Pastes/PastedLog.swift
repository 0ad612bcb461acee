import YAML

/// Lines below a `kubectl logs` of a paste.
struct PastedLog: Sendable {
  var command: KubectlCommand
  var lines: [TextLine]

  /// The logs as those of containers, whose pods the command names or the text around it shows.
  static func logs(_ logs: [PastedLog], of objects: [Document], file: String) -> [ContainerLog] {
    let pods = objects.map(\.root).filter { $0["kind"]?.string == "Pod" }
    return logs.compactMap { log in
      guard let (namespace, name) = log.pod(among: pods) else { return nil }
      return ContainerLog(
        namespace: namespace, pod: name, container: log.command.container,
        run: log.command.isOfPreviousRun ? .previous : .current, file: file,
        text: LogText(log.excerpt))
    }
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

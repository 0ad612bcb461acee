/// What sos gathers on a node: `sos_commands/kubernetes/cluster-info/NAMESPACE/kubectl_get_-o_json_…_pods`, in files
/// that are called like the commands.
enum SosLayout: BundleLayout {
  private static let journals: Set<String> = ["kubelet", "containerd", "crio", "docker"]

  static func content(of path: LayoutPath) -> BundledContent? {
    guard path.isUnder("sos_commands") else { return contentBesideCommands(of: path) }
    let command = SosCommand(path.file)
    switch command.program {
    case "kubectl", "oc": return content(of: command, in: path)
    case "journalctl":
      return command.words.contains(where: journals.contains) ? .journal : .nothing
    default:
      // What is called after an object is its manifest.
      return path.file.hasSuffix(".yaml") && path.isUnder("namespaces") ? nil : .nothing
    }
  }

  /// The node's own files: of those only the kubelet's logs tell of pods.
  private static func contentBesideCommands(of path: LayoutPath) -> BundledContent? {
    guard let root = path.folders.firstIndex(where: { $0.hasPrefix("sosreport-") }) else {
      return nil
    }
    let folders = path.folders[(root + 1)...]
    return folders.starts(with: ["var", "log"]) ? nil : .nothing
  }

  private static func content(of command: SosCommand, in path: LayoutPath) -> BundledContent {
    switch command.words.first {
    case "logs":
      guard command.words.count > 1 else { return .nothing }
      return .log(
        LogFileName(
          namespace: command.namespace, pod: command.words[1], container: command.container,
          run: command.isOfPreviousRun ? .previous : .current))
    case "get" where command.isRaw: return .nothing
    case "get" where command.format == "json" || command.format == "yaml":
      return .objects(kind: command.words.dropFirst().first.flatMap(KindNames.kind(collectedAs:)))
    case "get", "describe": return .text(namespace: command.namespace)
    default: return .nothing
    }
  }
}

/// A command as sos calls the file after it: with an underscore for each blank and sign of equality, and a dot for each
/// slash.
private struct SosCommand {
  private(set) var program = ""
  /// The words behind the program that are no options.
  private(set) var words: [String] = []
  private(set) var namespace = ""
  private(set) var container = ""
  private(set) var format = ""
  private(set) var isOfPreviousRun = false
  private(set) var isRaw = false

  /// Programs by which others are run.
  private static let wrappers: Set<String> = ["microk8s", "k8s"]
  private static let optionsWithValue: Set<String> = [
    "--kubeconfig", "--config", "--all-namespaces", "--since",
  ]

  init(_ file: String) {
    var parts = file.split(separator: "_").map(String.init)[...]
    while let first = parts.first, Self.wrappers.contains(first) { parts.removeFirst() }
    program = parts.popFirst() ?? ""
    while let part = parts.popFirst() { take(part, &parts) }
  }

  private mutating func take(_ part: String, _ rest: inout ArraySlice<String>) {
    switch part {
    case "--namespace", "-n": namespace = rest.popFirst() ?? ""
    case "-c": container = rest.popFirst() ?? ""
    case "-o": format = rest.popFirst() ?? ""
    case "-p": isOfPreviousRun = true
    case "--raw": isRaw = true
    case "--unit": words.append(rest.popFirst() ?? "")
    case let option where Self.optionsWithValue.contains(option): _ = rest.popFirst()
    case let option where option.hasPrefix("-"): break
    default: words.append(part)
    }
  }
}

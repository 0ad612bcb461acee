import Findings
import KubernetesModel
import Provenance
import YAML

/// Finds and reads the files of a dump; what cannot be read is noted, and the rest is used.
package struct DumpLoader: Sendable {
  package init() {}

  /// Reads everything at `paths`: files, folders with all that is under them, `-` for standard input.
  package func load(_ paths: [String]) -> LoadedDump {
    var loading = Loading(sources: paths)
    for path in paths { loading.read(path) }
    return loading.finish()
  }

  /// Reads files that are in memory already: manifests, and logs named as in a dump.
  package func load(objects: [MemoryFile], logs: [MemoryFile]) -> LoadedDump {
    var loading = Loading(sources: objects.map(\.path))
    for file in objects { loading.take(file.bytes, of: InputFile(objectsAt: file.path)) }
    for file in logs { loading.take(file.bytes, of: InputFile(foundAt: file.path)) }
    return loading.finish()
  }
}

/// The state of one loading.
private struct Loading {
  private var builder = ClusterSnapshot.Builder()
  private var logs: [ContainerLog] = []
  private var problems: [LoadProblem] = []
  private var digest = ByteDigest()
  private var passedOver: [String] = []
  private let sources: [String]

  init(sources: [String]) {
    self.sources = sources
  }

  mutating func read(_ path: String) {
    guard path != "-", FileTree.isFolder(path, followingLinks: true) else {
      return read(InputFile(named: path))
    }
    let tree = FileTree(at: path)
    for folder in tree.unreadable { refuse(folder.path, folder.reason) }
    for file in tree.files { read(InputFile(foundAt: file)) }
  }

  private mutating func read(_ file: InputFile) {
    if case .other = file.content { return passedOver.append(file.path) }
    do {
      let bytes = try FileBytes.read(file.path)
      digest.add(file.path)
      digest.add(bytes.span)
      take(bytes, of: file)
    } catch {
      refuse(file.path, error.description)
    }
  }

  mutating func take(_ bytes: [UInt8], of file: InputFile) {
    switch file.content {
    case .objects: takeObjects(bytes, of: file)
    case .log(let name): takeLog(bytes, of: file, named: name)
    case .other: passedOver.append(file.path)
    }
  }

  private mutating func takeObjects(_ bytes: [UInt8], of file: InputFile) {
    let reading = YAML.DocumentReader().read(bytes, file: file.path)
    problems += reading.problems.map(LoadProblem.init)
    for document in reading.documents where !document.root.isVersionReport {
      builder.add(document.root)
    }
    if reading.problems.allSatisfy({ !$0.isFatal }), let kind = file.kindByName {
      builder.noteSeen(kind: kind)
    }
    if bytes.isEmpty { refuse(file.path, "the file is empty") }
  }

  private mutating func takeLog(_ bytes: [UInt8], of file: InputFile, named name: LogFileName?) {
    if let found = ClusterInfoLogs.logs(in: bytes, file: file.path) {
      logs += found
    } else if let name {
      logs.append(
        ContainerLog(
          namespace: name.namespace, pod: name.pod, container: name.container, run: name.run,
          file: file.path, bytes: bytes))
    } else {
      passedOver.append(file.path)
    }
  }

  private mutating func refuse(_ path: String, _ reason: String) {
    let place = Place(file: path, mark: Mark(line: 1, column: 1))
    problems.append(LoadProblem(.unreadableFile, at: place, says: reason))
  }

  consuming func finish() -> LoadedDump {
    let snapshot = builder.build()
    return LoadedDump(
      snapshot: snapshot, logs: logs, problems: (problems + snapshot.problems).sorted(),
      sources: sources, digest: digest.description, passedOver: passedOver)
  }
}

extension LoadProblem {
  /// A problem of reading as one about the dump.
  fileprivate init(_ problem: ReadingProblem) {
    let kind: Kind =
      switch problem.kind {
      case .syntax: .syntaxError
      case .limit: .tooLarge
      case .duplicateKey: .duplicateKey
      default: .invalidValue
      }
    self.init(kind, at: problem.place, says: problem.says)
  }
}

extension YAMLNode {
  /// Whether this is what `kubectl version -o yaml` prints, which collectors put beside the objects.
  fileprivate var isVersionReport: Bool {
    self["clientVersion"] != nil && self["kind"] == nil
  }
}

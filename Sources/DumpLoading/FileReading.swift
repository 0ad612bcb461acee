import Findings
import KubernetesModel
import Provenance
import YAML

/// What was read of one input; it depends on nothing else, so that inputs can be read in any order.
struct FileReading: Sendable {
  private(set) var objects: [ObjectReader] = []
  private(set) var logs: [ContainerLog] = []
  /// Logs whose pods are still to be found.
  private(set) var logFiles: [LogFile] = []
  /// The lines of a journal, which need the dump's present.
  private(set) var journal: [TextLine]?
  private(set) var problems: [LoadProblem] = []
  /// The kind that the dump would hold objects of if there were any.
  private(set) var kind: String?
  private(set) var isPassedOver = false

  private let file: InputFile

  init(_ source: DumpSource) {
    file = source.file
    do {
      switch file.content {
      case .objects: takeObjects(try source.withBytes(read))
      case .log(let name): takeLog(try source.bytes(), named: name)
      case .journal: journal = TextLine.lines(of: try source.bytes())
      case .other: isPassedOver = true
      }
    } catch {
      problems.append(.unreadable(file.path, error.description))
    }
  }

  /// The documents in the bytes; nil when there are no bytes.
  private func read(_ bytes: Span<UInt8>) -> YAML.Reading? {
    bytes.isEmpty ? nil : YAML.DocumentReader().read(bytes, file: file.path)
  }

  /// Takes the objects out of the documents, when the file's bytes are not in memory any more.
  private mutating func takeObjects(_ reading: YAML.Reading?) {
    problems += reading?.problems.map(LoadProblem.init) ?? []
    for document in reading?.documents ?? [] where !document.root.isVersionReport {
      objects += ObjectReader.readers(of: document.root)
    }
    if reading?.problems.allSatisfy({ !$0.isFatal }) ?? true { kind = file.kindByName }
    if reading == nil { problems.append(.unreadable(file.path, "the file is empty")) }
  }

  private mutating func takeLog(_ bytes: [UInt8], named name: LogFileName?) {
    if let found = ClusterInfoLogs.logs(in: bytes, file: file.path) {
      logs += found
    } else if let name {
      logFiles.append(LogFile(path: file.path, name: name, bytes: bytes))
    } else {
      isPassedOver = true
    }
  }
}

extension YAMLNode {
  /// Whether this is what `kubectl version -o yaml` prints, which collectors put beside the objects.
  fileprivate var isVersionReport: Bool {
    self["clientVersion"] != nil && self["kind"] == nil
  }
}

extension LoadProblem {
  /// That a file or folder cannot be read, and why.
  static func unreadable(_ path: String, _ reason: String) -> LoadProblem {
    let place = Place(file: path, mark: Mark(line: 1, column: 1))
    return LoadProblem(.unreadableFile, at: place, says: reason)
  }

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

import Findings
import KubernetesModel
import Provenance
import YAML

/// What was read of one input; it depends on nothing else, so that inputs can be read in any order.
struct FileReading: Sendable {
  private(set) var objects: [ObjectReader] = []
  private(set) var logs: [ContainerLog] = []
  private(set) var problems: [LoadProblem] = []
  private(set) var failures: [CollectionFailure] = []
  /// The kind that the dump would hold objects of if there were any.
  private(set) var kind: String?
  private(set) var isPassedOver = false

  private let file: InputFile

  init(_ source: DumpSource) {
    file = source.file
    do {
      switch file.content {
      case .objects: takeObjects(try source.withBytes(read))
      case .failures(let kind): takeFailures(try source.withBytes(documents), kind: kind)
      case .log(let name): takeLog(try source.bytes(), named: name)
      case .other: isPassedOver = true
      }
    } catch {
      problems.append(.unreadable(file.path, error.description))
    }
  }

  /// The documents and logs in the bytes; nil when there are no bytes.
  private func read(_ bytes: Span<UInt8>) -> (YAML.Reading, [ContainerLog])? {
    if bytes.isEmpty { return nil }
    if file.holdsNullTexts {
      return (documents(SupportBundleKitLayout.restoringNulls(in: bytes).span), [])
    }
    if let stream = ClusterDumpStream(bytes, file: file.path) {
      return (documents(stream.objects.span), stream.logs)
    }
    return (documents(bytes), [])
  }

  private func documents(_ bytes: Span<UInt8>) -> YAML.Reading {
    YAML.DocumentReader().read(bytes, file: file.path)
  }

  /// Takes the objects out of the documents, when the file's bytes are not in memory any more.
  private mutating func takeObjects(_ found: (reading: YAML.Reading, logs: [ContainerLog])?) {
    guard let (reading, logs) = found else {
      problems.append(.unreadable(file.path, "the file is empty"))
      return
    }
    self.logs += logs
    problems += reading.problems.map(LoadProblem.init)
    let manifests = reading.documents.map(\.root).filter(isManifest)
    for root in manifests { takeObjects(of: root) }
    if reading.problems.allSatisfy({ !$0.isFatal }) { kind = file.kindByName }
    isPassedOver = manifests.isEmpty && reading.problems.isEmpty && !reading.documents.isEmpty
  }

  /// Takes the objects of a document; an array is a list of such that say what they are, or whose file does.
  private mutating func takeObjects(of root: YAMLNode) {
    if root.isSequence, root.elements.contains(where: { $0["kind"] != nil }) {
      objects += Array(root.elements).map { ObjectReader($0, assuming: file.kindByName) }
    } else if root.isSequence || root["kind"] == nil {
      objects.append(ObjectReader(root, assuming: root.bearsName ? file.kindByName : nil))
    } else {
      objects += ObjectReader.readers(of: root)
    }
  }

  /// Whether a document may be meant as objects: bundles hold much JSON that is not.
  private func isManifest(_ root: YAMLNode) -> Bool {
    if root.isVersionReport || root.isBundleMark { return false }
    if file.isNamedByUser || root.isScalar { return true }
    if root.isMapping { return root.claimsToBeObject || root.bearsName && file.kindByName != nil }
    return root.elements.contains { $0.claimsToBeObject || $0.bearsName && file.kindByName != nil }
  }

  private mutating func takeFailures(_ reading: YAML.Reading, kind: String) {
    for document in reading.documents {
      failures += CollectionFailure.failures(in: document.root, kind: kind)
    }
  }

  private mutating func takeLog(_ bytes: [UInt8], named name: LogFileName?) {
    if let found = ClusterInfoLogs.logs(in: bytes, file: file.path) {
      logs += found
    } else if let name {
      logs.append(
        ContainerLog(
          namespace: name.namespace, pod: name.pod, container: name.container, run: name.run,
          file: file.path, bytes: bytes))
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

  /// Whether this says which collector made the bundle that it is in.
  fileprivate var isBundleMark: Bool {
    self["kind"]?.string == "SupportBundle" && self["metadata"]?["name"] == nil
  }

  fileprivate var claimsToBeObject: Bool { self["kind"] != nil || self["apiVersion"] != nil }
  fileprivate var bearsName: Bool { self["metadata"]?["name"] != nil || isSequence }
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

import Basics
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
  /// A journal, which needs the dump's present.
  private(set) var journal: JournalFile?
  private(set) var problems: [LoadProblem] = []
  private(set) var failures: [CollectionFailure] = []
  /// The kind that the dump would hold objects of if there were any.
  private(set) var kind: String?
  private(set) var isPassedOver = false
  /// A text for people, which is read after all documents of the dump.
  private(set) var text: Text?

  /// A text that is still to be read.
  struct Text: Sendable {
    var file: String
    var bytes: [UInt8]
    /// Whether the user named the file, and so expects something of it.
    var isNamed: Bool
    /// The kind of which the file's name says that it holds all: `pods.txt`.
    var listedKind: String?
    /// The namespace that the file's name tells; empty where it tells none.
    var namespace = ""
    /// What is wrong with the file if it is no text either.
    var otherwise: [LoadProblem] = []
    /// Whether the file begins as manifests do.
    var isLikeDocuments = false
  }

  /// What reads documents again that were let go.
  private(set) var sources: [ItemSource] = []

  private let file: InputFile
  private let sieve: LogSieve
  private let keepsDocuments: Bool
  private let takesParts: Bool

  /// Whether reading an input can keep several processors busy: a list is cut from two parts on, a log never.
  static func takesAllProcessors(_ source: DumpSource) -> Bool {
    switch source.file.content {
    case .objects, .any: source.size > 2 * FoundDocuments.partSize
    case .log, .journal, .failures, .other: false
    }
  }

  /// Reads an input.
  ///
  /// - Parameters:
  ///   - source: the input.
  ///   - sieve: which lines of a long log are kept.
  ///   - keepsDocuments: whether the documents of all objects will be asked for.
  ///   - takesParts: whether an object counts that breaks off in the middle.
  init(_ source: DumpSource, _ sieve: LogSieve, keepsDocuments: Bool, takesParts: Bool) {
    file = source.file
    self.sieve = sieve
    self.keepsDocuments = keepsDocuments
    self.takesParts = takesParts
    do {
      switch file.content {
      case .objects: try takeObjects(of: source)
      case .any: try takeAny(of: source)
      case .failures(let kind): takeFailures(try source.withBytes(documents), kind: kind)
      case .log(let name): try takeLog(in: source, named: name)
      case .journal:
        _ = try source.head(1)
        journal = JournalFile(source)
      case .other: isPassedOver = true
      }
    } catch {
      problems.append(.unreadable(file.path, error.description))
    }
  }

  private mutating func takeObjects(of source: DumpSource) throws(FileBytes.Failure) {
    let look = try source.withBytes(TextForm.look)
    if look == .text || look == .log { return try takeText(of: source) }
    try takeDocuments(of: source)
    let isNoObject = objects.allSatisfy(\.objects.isEmpty)
    guard look == .unclear ? isNoObject : isUnreadable || isNoObject && isPart(source) else {
      return
    }
    isPassedOver = false
    try takeText(of: source)
    text?.otherwise = problems + objects.flatMap(\.problems)
    text?.isLikeDocuments = look == .documents
    (problems, objects) = ([], [])
  }

  /// Whether the file is no whole document and shows no object, as a paste that begins or breaks off somewhere.
  private var isUnreadable: Bool {
    guard problems.contains(where: { $0.kind == .syntaxError }) else { return false }
    return !objects.flatMap(\.objects).contains { !$0.reference.name.isEmpty }
  }

  /// Whether a file without objects may hold part of one.
  private func isPart(_ source: DumpSource) -> Bool {
    guard source.size > 0, source.size < ManifestFragment.largest else { return false }
    return (try? source.withBytes(ManifestFragment.mayStand)) ?? false
  }

  private mutating func takeDocuments(of source: DumpSource) throws(FileBytes.Failure) {
    let reader = FoundDocuments.Reader(file: file, keepsDocuments: keepsDocuments)
    let found = try source.withPages { reader.read($0, $1, of: source) }
    let isCut = found.map { $0.isEmpty && $0.problems.contains(where: \.isFatal) }
    takeObjects(found, mended: isCut == true ? try source.withBytes(mended) : [])
  }

  /// The objects in bytes that break off in the middle.
  private func mended(_ bytes: Span<UInt8>) -> [ObjectReader] {
    guard let whole = CutManifest.mended(bytes, takesParts: takesParts) else { return [] }
    let kind = file.kindByName
    return documents(whole.span).documents.map(\.root)
      .filter { $0.isManifest(in: file) && (takesParts || $0.isListOfObjects) }
      .flatMap { ObjectReader.readers(of: $0, inFileOf: kind) }
      .filter { $0.objects.allSatisfy { !$0.reference.name.isEmpty } }.map(\.excerpt)
  }

  private func documents(_ bytes: Span<UInt8>) -> YAML.Reading {
    DocumentReader(partSize: FoundDocuments.partSize).read(bytes, file: file.path)
  }

  private mutating func takeAny(of source: DumpSource) throws(FileBytes.Failure) {
    if try source.withBytes(TextForm.look) == .documents || source.size == 0 {
      try takeDocuments(of: source)
      let isNoObject = objects.allSatisfy(\.objects.isEmpty)
      let isBroken = file.isNamed && source.size > 0 && isUnreadable
      if isBroken || isNoObject && isPart(source) {
        let (problems, readers) = (problems, objects)
        (self.problems, objects) = ([], [])
        try takeText(of: source)
        text?.otherwise = problems + readers.flatMap(\.problems)
        text?.isLikeDocuments = true
      } else {
        passOverIfStray()
      }
    } else {
      try takeText(of: source)
    }
  }

  /// A text that only happens to be YAML is none of the dump's, unless the user named it.
  private mutating func passOverIfStray() {
    let isStray = objects.allSatisfy(\.objects.isEmpty)
    guard isStray, !file.isNamed, problems.isEmpty else { return }
    objects = []
    isPassedOver = true
  }

  /// Takes a text for people, of which more is left out than anybody reads.
  private mutating func takeText(of source: DumpSource) throws(FileBytes.Failure) {
    let (bytes, excess) = TextLimits.bounded(
      TextEncoding.utf8(try source.start(TextLimits.size + 1)), file: file.path)
    problems += excess
    text = Text(
      file: file.path, bytes: bytes, isNamed: file.isNamed, listedKind: file.kindListedByName,
      namespace: file.namespaceByName)
  }

  /// Takes the objects out of the documents, when the file's bytes are not in memory any more.
  ///
  /// - Parameters:
  ///   - found: what was read; nil when there was nothing to read.
  ///   - mended: what was read of a file that breaks off.
  private mutating func takeObjects(_ found: FoundDocuments?, mended: [ObjectReader]) {
    guard let found else {
      // A command that prints for people and finds nothing leaves an empty file.
      if case .any = file.content, !file.isNamed {
        isPassedOver = true
      } else {
        problems.append(.unreadable(file.path, "the file is empty"))
      }
      return
    }
    logs += found.logs
    problems += found.problems.filter { $0.kind != .overriddenMerge }.map(LoadProblem.init)
    let kind = file.kindByName
    let contents = found.contents(in: file)
    let isManifest = contents.contains(where: \.isManifest)
    failures += contents.compactMap(\.failure)
    objects = contents.flatMap(\.readers) + mended
    sources = contents.compactMap(\.source)
    // What was collected and is no object does not show that there are none.
    let isWhole =
      found.problems.allSatisfy { !$0.isFatal } && !objects.contains(where: \.isExcerpt)
      && (isManifest || contents.allSatisfy(\.isEmptyList))
    if isWhole { self.kind = kind }
    isPassedOver = !isManifest && found.problems.isEmpty && !contents.isEmpty
  }

  private mutating func takeFailures(_ reading: YAML.Reading, kind: String) {
    for document in reading.documents {
      failures += CollectionFailure.failures(in: document.root, kind: kind)
    }
  }

  private mutating func takeLog(
    in source: DumpSource, named name: LogFileName?
  ) throws(FileBytes.Failure) {
    let head = try source.head(LogFile.headSize)
    if ClusterInfoLogs.begin(head) {
      logs += ClusterInfoLogs.logs(in: try source.excerpt(.plain, sieve), file: file.path)
    } else if TextForm.look(at: head.span) == .text {
      try takeText(of: source)
    } else if let name {
      logFiles.append(LogFile(source, named: name, head: head, sieve: sieve))
    } else {
      isPassedOver = true
    }
  }
}

extension LoadProblem {
  /// That a file or folder cannot be read, and why.
  static func unreadable(_ path: String, _ reason: String) -> LoadProblem {
    let place = Place(file: path, mark: Mark(line: 1, column: 1))
    return LoadProblem(.unreadableFile, at: place, says: reason)
  }

  /// A problem of reading as one about the dump.
  init(_ problem: ReadingProblem) {
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

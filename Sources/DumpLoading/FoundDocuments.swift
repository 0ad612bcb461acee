import Basics
import YAML

/// The documents in the bytes of a file, and the logs between them.
struct FoundDocuments: Sendable {
  /// How many bytes of a list one processor reads at a time.
  static let partSize = 512 << 10

  /// The documents as they were read, or what they turned out to be where they are the parts of a list.
  private enum Documents: Sendable {
    case read([Document])
    case parts([DocumentContent])
  }

  private let documents: Documents
  let problems: [ReadingProblem]
  let logs: [ContainerLog]

  private init(_ reading: YAML.Reading, logs: [ContainerLog] = []) {
    documents = .read(reading.documents)
    problems = reading.problems
    self.logs = logs
  }

  private init(_ parts: [DocumentContent]) {
    documents = .parts(parts)
    (problems, logs) = ([], [])
  }

  /// Whether there are no documents.
  var isEmpty: Bool {
    if case .read(let documents) = documents { documents.isEmpty } else { false }
  }

  /// What the documents are.
  func contents(in file: InputFile) -> [DocumentContent] {
    switch documents {
    case .parts(let contents): return contents
    case .read(let documents):
      let size = documents.reduce(0) { $0 &+ $1.nodeCount }
      let isLarge = size > Self.manyNodes
      let kind = file.kindByName
      let chunk = isLarge ? 1 + documents.count / 64 : documents.count
      return documents.concurrentMap(chunkSize: chunk) {
        DocumentContent($0.root, in: file, namedAfter: kind)
      }
    }
  }

  /// With fewer nodes all is decoded before another processor is awake.
  private static let manyNodes = 32 << 10
}

extension FoundDocuments {
  /// Reads the documents of a file.
  struct Reader {
    let file: InputFile
    let keepsDocuments: Bool

    /// What is in the bytes of a file; nil when there are none.
    ///
    /// - Parameters:
    ///   - bytes: the bytes.
    ///   - pages: the pages that they take, which are given back as soon as they are done with.
    ///   - source: where they can be read again.
    /// - Returns: the documents and logs.
    func read(
      _ bytes: Span<UInt8>, _ pages: MappedPages, of source: DumpSource
    ) -> FoundDocuments? {
      if bytes.isEmpty { return nil }
      if file.holdsNullTexts {
        return FoundDocuments(
          reader.read(SupportBundleKitLayout.restoringNulls(in: bytes).span, file: file.path))
      }
      guard bytes.count > 2 * partSize else { return documents(in: bytes, reader) }
      switch parts(of: bytes, pages, of: source) {
      case .parts(let parts): return FoundDocuments(parts)
      case .unsure: return documents(in: bytes, reader.inOnePiece)
      case .noList: return documents(in: bytes, reader)
      }
    }

    private var reader: DocumentReader { DocumentReader(partSize: partSize) }

    private func documents(in bytes: Span<UInt8>, _ reader: DocumentReader) -> FoundDocuments {
      let reading = reader.read(bytes, file: file.path)
      // Logs between the objects are no documents, so only what is not whole is searched for them.
      if !reading.problems.isEmpty, let stream = ClusterDumpStream(bytes, file: file.path) {
        let objects = self.reader.read(stream.objects.span, file: file.path)
        return FoundDocuments(objects, logs: stream.logs)
      }
      return FoundDocuments(reading)
    }

    /// The parts of a long list, whose documents are let go as soon as they are decoded unless many of them matter.
    private func parts(
      of bytes: Span<UInt8>, _ pages: MappedPages, of source: DumpSource
    ) -> ListReading<DocumentContent> {
      let kind = file.kindByName
      return reader.readList(bytes, file: file.path) { part, text in
        var content = DocumentContent(part.document.root, in: file, namedAfter: kind)
        if !keepsDocuments, let items = part.items {
          content.letGo(items) { ItemSource($0, in: text) { source.bytes(in: $0) } }
        }
        pages.giveBack(part.range)
        return content
      }
    }
  }
}

/// Reads the documents of a file, YAML and JSON through the same door.
///
/// What stops one document from being read never stops the others of the same file.
package struct DocumentReader: Sendable {
  /// Whose habits are followed where they differ.
  package enum Manner: Sendable {
    /// Reads as much as there is: UTF-16, JSON arrays, directives before `---`, documents that `...` ends.
    case tolerant
    /// Reads what `kubectl -f` reads, cut at lines that begin with `---` and tried as JSON first.
    case kubectl
    /// Reads only the first document, as `sigs.k8s.io/yaml` converts a text.
    case converter
  }

  /// Who reads YAML.
  package enum Engine: Sendable {
    /// A reader of our own as long as the text is plain block YAML, libyaml for everything else.
    case blockFirst
    /// libyaml alone, which the other way is held against.
    case libyaml
  }

  private let manner: Manner
  private let limits: ReadingLimits
  private let partSize: Int?
  private let engine: Engine

  /// - Parameters:
  ///   - manner: whose habits are followed.
  ///   - limits: how much is read.
  ///   - partSize: how many octets are worth handing to another processor. A document that is a mapping with a longer
  ///     list under `items` is then read as several documents, each of which is this mapping with some of the items.
  ///   - engine: who reads YAML; the result is the same.
  package init(
    _ manner: Manner = .tolerant, limits: ReadingLimits = .standard, partSize: Int? = nil,
    engine: Engine = .blockFirst
  ) {
    self.engine = engine
    self.manner = manner
    self.limits = limits
    self.partSize = partSize
  }

  package func read(_ text: [UInt8], file: String) -> Reading {
    read(text.span, file: file)
  }

  package func read(_ text: String, file: String) -> Reading {
    read(Array(text.utf8), file: file)
  }

  /// Reads all documents of a text; `file` is the name that places in it bear.
  package func read(_ text: Span<UInt8>, file: String) -> Reading {
    var session = ReadingSession(file: file, limits: limits, partSize: partSize, engine: engine)
    if manner == .kubectl {
      session.readStream(text, probing: 4_096, isTolerant: false)
      return session.reading
    }
    do {
      if let decoded = try UTF16Transcoder.utf8(text) {
        read(decoded.span, in: &session)
      } else {
        read(text, in: &session)
      }
    } catch {
      session.add(error, in: text, linesBefore: 0)
    }
    session.reading.problems.sort { $0.place < $1.place }
    return session.reading
  }

  /// Reads a text that is nothing but a long list part by part, and hands each part on as soon as it is read.
  ///
  /// - Parameters:
  ///   - text: all of the text.
  ///   - file: the name that places in it bear.
  ///   - body: takes a part and its text, on any thread; what it made of it may yet be of no use.
  /// - Returns: what was made of the parts; nothing where the text is no such list or may be none.
  package func readList<Result: Sendable>(
    _ text: Span<UInt8>, file: String, _ body: @Sendable (ListPart, Span<UInt8>) -> Result
  ) -> ListReading<Result> {
    guard manner == .tolerant, (try? UTF16Transcoder.utf8(text)) == .some(nil) else {
      return .noList
    }
    return ReadingSession(file: file, limits: limits, partSize: partSize, engine: engine)
      .readList(text, body)
  }

  /// The same reader, which cuts no lists.
  package var inOnePiece: DocumentReader {
    DocumentReader(manner, limits: limits, engine: engine)
  }

  private func read(_ text: Span<UInt8>, in session: inout ReadingSession) {
    switch manner {
    case .converter: session.readFirstDocument(text)
    default: session.readStream(text, probing: .max, isTolerant: true)
    }
  }
}

/// What came out of a file: its documents, and what could not be read, in the order of the file.
package struct Reading: Sendable {
  /// One document, or why there is none in its place.
  package enum Part: Sendable {
    case document(Document)
    case failure(ReadingProblem)
  }

  package var parts: [Part] = []
  /// Everything that was wrong, failures too, in the order of the file.
  package var problems: [ReadingProblem] = []

  package init() {}

  /// The documents that say something.
  package var documents: [Document] {
    parts.compactMap {
      guard case .document(let document) = $0, !document.isEmpty else { return nil }
      return document
    }
  }

  mutating func add(_ documents: [Document]) {
    parts += documents.map { .document($0) }
  }

  mutating func add(_ failure: ReadingProblem) {
    parts.append(.failure(failure))
    problems.append(failure)
  }
}

/// How much of hostile input is read before poddoctor says that it is too much.
package struct ReadingLimits: Sendable {
  /// How deep collections may nest.
  package var depth: Int
  /// How many octets one document may have.
  package var documentBytes: Int
  /// How many octets one scalar may have.
  package var scalarBytes: Int
  /// How many documents one file may have.
  package var documents: Int
  /// How many nodes one document may have, aliases not expanded.
  package var nodes: Int
  /// How many problems are told of one file; more would drown the reader.
  package var problems: Int

  package init(
    depth: Int = 1_000, documentBytes: Int = 512 << 20, scalarBytes: Int = 32 << 20,
    documents: Int = 500_000, nodes: Int = 64 << 20, problems: Int = 1_000
  ) {
    self.depth = depth
    self.documentBytes = min(documentBytes, Int(UInt32.max) / 2)
    self.scalarBytes = scalarBytes
    self.documents = documents
    self.nodes = min(nodes, Int(UInt32.max) / 4)
    self.problems = problems
  }

  /// Enough for every dump that a cluster can make, and harmless to everything that walks it.
  package static let standard = ReadingLimits()

  /// As deep as go-yaml and Go's `encoding/json` read.
  package static let kubectl = ReadingLimits(depth: 10_000)
}

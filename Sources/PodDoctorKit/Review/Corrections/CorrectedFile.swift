/// A file of manifests before and after safe changes.
package struct CorrectedFile: Hashable, Sendable {
  /// As the report names it; `-` is standard input.
  package var path: String
  package var before: [UInt8]
  package var after: [UInt8]
}

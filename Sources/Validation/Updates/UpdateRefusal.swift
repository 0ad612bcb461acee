/// What the API server would say against changing an object that it has already.
package struct UpdateRefusal: Hashable, Sendable {
  /// The path of what differs in the manifest.
  package let field: String
  /// The API server's words; `{…}` stands for whole objects, which it shows at length.
  package let message: String
}

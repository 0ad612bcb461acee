extension Library {
  /// URLs and their parts.
  package static let urls = Library(functions: [
    Function(
      "url",
      [
        Overload(.global) { (text: String) throws(EvaluationError) in
          do throws(EvaluationError) {
            _ = try ParsedURL(parsing: text, as: .request)
            return try ParsedURL(parsing: text, as: .reference)
          } catch {
            throw EvaluationError(
              .invalidArgument,
              "URL parse error during conversion from string: \(error.message)")
          }
        }
      ]),
    Function(
      "isURL",
      [
        Overload(.global) { (text: String) in
          (try? ParsedURL(parsing: text, as: .request)) != nil
        }
      ]),
    Function("getScheme", [Overload(.method) { (url: ParsedURL) in url.scheme }]),
    Function("getHost", [Overload(.method) { (url: ParsedURL) in url.host }]),
    Function("getHostname", [Overload(.method) { (url: ParsedURL) in url.hostname }]),
    Function("getPort", [Overload(.method) { (url: ParsedURL) in url.port }]),
    Function("getEscapedPath", [Overload(.method) { (url: ParsedURL) in url.escapedPath }]),
    Function(
      "getQuery",
      [
        Overload(.method) { (url: ParsedURL) in
          Value.map(url.query.map { ($0.name, .list($0.values.map(Value.string))) })
        }.typed([ParsedURL.staticType], .map(.string, .list(.string)))
      ]),
  ])
}

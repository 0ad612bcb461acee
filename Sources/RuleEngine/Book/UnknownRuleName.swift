/// A name or glob that no rule bears.
package struct UnknownRuleName: Error, Hashable, Sendable, CustomStringConvertible {
  package var pattern: String
  package var suggestion: String?

  package init(pattern: String, suggestion: String?) {
    self.pattern = pattern
    self.suggestion = suggestion
  }

  package var description: String {
    "no rule is named \(pattern)\(suggestion.map { ", did you mean \($0)?" } ?? "")"
  }
}

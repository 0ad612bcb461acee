/// Why a text is left as it is, in words for the user.
package enum EditRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  case encoding, unreadable, tooDeep
  /// The object was not found where it should stand.
  case objectNotFound
  case alias(String)
  case anchor(String)
  case mergeKey(String)
  case comment(String)
  case shape(String)
  case noElement(String)
  /// The edited text did not say what was meant.
  case notAsMeant

  package var description: String {
    switch self {
    case .encoding: "the file is not UTF-8 without a byte order mark"
    case .unreadable: "the file cannot be read as YAML from beginning to end"
    case .tooDeep: "the file is nested too deeply"
    case .objectNotFound: "the object was not found in the text"
    case .alias(let field): "\(field) is an alias, and the text it stands for is used elsewhere too"
    case .anchor(let field): "\(field) has an anchor or a tag, so that a change may show elsewhere"
    case .mergeKey(let field): "\(field) takes in another mapping with <<"
    case .comment(let field): "\(field) has comments inside that would be lost"
    case .shape(let field): "\(field) is written in a way that is not edited"
    case .noElement(let name): "no element of the list has the name \(name)"
    case .notAsMeant: "the edited text would not say what is meant"
    }
  }
}

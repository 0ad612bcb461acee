import KubernetesModel

/// The value that a message shows.
package enum BadValue: Hashable, Sendable {
  /// None is shown, for this kind of error never does.
  case none
  /// None is shown, though this kind of error might.
  case omitted
  /// A pointer to nothing.
  case null
  case text(String)
  /// Anything that Go prints as JSON.
  case json(String)

  /// A text of a type of its own, which Go prints as JSON.
  static func word(_ text: String) -> BadValue { .json(GoNotation.json(text)) }

  static func int(_ value: Int64) -> BadValue { .json(String(value)) }
  static func int(_ value: Int) -> BadValue { .json(String(value)) }
  static func bool(_ value: Bool) -> BadValue { .json(String(value)) }

  /// A list of texts; an empty one is null.
  static func texts(_ texts: [String]) -> BadValue { .json(GoNotation.json(texts)) }

  /// A map of texts; an absent one is null.
  static func map(_ map: [String: String]?) -> BadValue { .json(map.map(GoJSON.text) ?? "null") }

  /// The value inside a message; nil when it is not shown.
  var shown: String? {
    switch self {
    case .none, .omitted: nil
    case .null: "\"null\""
    case .text(let text): GoNotation.quoted(text)
    case .json(let json): json
    }
  }

  /// The value as JSON; nil when this kind of error has none.
  package var json: String? {
    switch self {
    case .none: nil
    case .omitted: "{}"
    case .null: "null"
    case .text(let text): GoNotation.json(text)
    case .json(let json): json
    }
  }
}

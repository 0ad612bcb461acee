package import Provenance

/// A field that the API server refuses.
package struct FieldError: Hashable, Sendable {
  /// The kinds of field errors, named as in the causes of a `Status`.
  package enum Kind: String, Sendable {
    case notFound = "FieldValueNotFound"
    case required = "FieldValueRequired"
    case duplicate = "FieldValueDuplicate"
    case invalid = "FieldValueInvalid"
    case notSupported = "FieldValueNotSupported"
    case forbidden = "FieldValueForbidden"
    case tooLong = "FieldValueTooLong"
    case tooMany = "FieldValueTooMany"
    case typeInvalid = "FieldValueTypeInvalid"
    case internalError = "InternalError"

    fileprivate var words: String {
      switch self {
      case .notFound: "Not found"
      case .required: "Required value"
      case .duplicate: "Duplicate value"
      case .invalid, .typeInvalid: "Invalid value"
      case .notSupported: "Unsupported value"
      case .forbidden: "Forbidden"
      case .tooLong: "Too long"
      case .tooMany: "Too many"
      case .internalError: "Internal error"
      }
    }
  }

  package let kind: Kind
  /// The path of the field, as the API server prints it.
  package let field: String
  package let badValue: BadValue
  package let detail: String
  package let place: Place

  /// The API server's words.
  package var message: String {
    let value = badValue.shown.map { ": \($0)" } ?? ""
    return "\(field): \(kind.words)\(value)\(detail.isEmpty ? "" : ": \(detail)")"
  }
}

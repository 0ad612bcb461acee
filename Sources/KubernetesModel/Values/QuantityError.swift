/// Why a text is not a quantity, in the words of the API server.
package enum QuantityError: Error, Hashable, Sendable, CustomStringConvertible {
  case format
  case numeric
  case suffix

  package var description: String {
    switch self {
    case .format:
      "quantities must match the regular expression "
        + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
    case .numeric: "unable to parse numeric part of quantity"
    case .suffix: "unable to parse quantity's suffix"
    }
  }
}

/// What the API server took before rules were relaxed.
extension Syntax {
  /// The name of a Service before RelaxedServiceNameValidation.
  static func letterLabel(_ text: String) -> [String] {
    let length = text.utf8.count > 63 ? [Wording.noMore(63)] : []
    let isLabel = label(text) == length
    let beginsWithDigit = text.utf8.first?.isDigit ?? false
    return length + (isLabel && !beginsWithDigit ? [] : [letterLabelRule])
  }

  /// The name of a variable before RelaxedEnvironmentVariableValidation.
  static func strictVariableName(_ text: String) -> [String] {
    let beginsWithDigit = text.utf8.first?.isDigit ?? true
    let isValid =
      !beginsWithDigit
      && text.utf8.allSatisfy { $0.isAlphanumeric || "-_.".utf8.contains($0) }
    var objections = isValid ? [] : [strictVariableRule]
    switch text {
    case ".", "..": objections.append("must not be '\(text)'")
    case _ where text.hasPrefix(".."): objections.append("must not start with '..'")
    default: break
    }
    return objections
  }

  private static let letterLabelRule = Wording.pattern(
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', "
      + "start with an alphabetic character, and end with an alphanumeric character",
    "[a-z]([-a-z0-9]*[a-z0-9])?", "my-name", "abc-123")
  private static let strictVariableRule = Wording.pattern(
    "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', "
      + "or '.', and must not start with a digit",
    "[-._a-zA-Z][-._a-zA-Z0-9]*", "my.env-name", "MY_ENV.NAME", "MyEnvName1")
}

import Basics
import KubernetesModel

/// What the API server takes for names of various kinds, and what it says about other texts.
enum Syntax {
  static func label(_ text: String) -> [String] {
    var objections = text.utf8.count > 63 ? [Wording.noMore(63)] : []
    if !isLabel(text.utf8) {
      objections.append(isSubdomain(text) ? "must not contain dots" : labelRule)
    }
    return objections
  }

  static func subdomain(_ text: String) -> [String] { NameSyntax.objections(toSubdomain: text) }

  /// A name of hosts whose first part is an asterisk.
  static func wildcard(_ text: String) -> [String] {
    var objections = text.utf8.count > 253 ? [Wording.noMore(253)] : []
    let isValid =
      text.hasPrefix("*.")
      && String(text.dropFirst(2)).parts(at: ".").allSatisfy { isLabel($0.utf8) }
    if !isValid { objections.append(wildcardRule) }
    return objections
  }

  static func pathSegment(_ text: String) -> [String] {
    if text == "." || text == ".." { return ["may not be '\(text)'"] }
    return ["/", "%"].filter(text.contains).map { "may not contain '\($0)'" }
  }

  static func subdomainWithUnderscores(_ text: String) -> [String] {
    var objections = text.utf8.count > 253 ? [Wording.noMore(253)] : []
    let isValid = text.parts(at: ".").allSatisfy { part in
      let rest = part.utf8.first == UInt8(ascii: "_") ? part.utf8.dropFirst() : part.utf8[...]
      return isLabel(rest, also: UInt8(ascii: "_"))
    }
    if !isValid { objections.append(underscoreRule) }
    return objections
  }

  static func qualifiedName(_ text: String) -> [String] {
    NameSyntax.objections(toLabelKey: text)
  }

  static func labelValue(_ text: String) -> [String] {
    NameSyntax.objections(toLabelValue: text)
  }

  static func portNumber(_ number: Int64) -> [String] {
    (1...65535).contains(number) ? [] : [Wording.between(1...65535)]
  }

  static func portName(_ text: String) -> [String] {
    let bytes = text.utf8
    var objections: [String] = []
    if bytes.count > 15 { objections.append(Wording.noMore(15)) }
    if !bytes.allSatisfy({ $0.isLowercaseOrDigit || $0 == UInt8(ascii: "-") }) || bytes.isEmpty {
      objections.append("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)")
    }
    if !bytes.contains(where: \.isLowercaseLetter) {
      objections.append("must contain at least one letter (a-z)")
    }
    if text.holds("--") { objections.append("must not contain consecutive hyphens") }
    if bytes.first == UInt8(ascii: "-") || bytes.last == UInt8(ascii: "-") {
      objections.append("must not begin or end with a hyphen")
    }
    return objections
  }

  static func percent(_ text: String) -> [String] { isPercent(text) ? [] : [percentRule] }

  static func isPercent(_ text: String) -> Bool {
    let digits = text.utf8.dropLast()
    return text.utf8.last == UInt8(ascii: "%") && !digits.isEmpty && digits.allSatisfy(\.isDigit)
  }

  static func httpHeader(_ text: String) -> [String] {
    let isValid = text.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    return isValid && !text.isEmpty ? [] : [headerRule]
  }

  static func variableName(_ text: String) -> [String] {
    if text.isEmpty { return ["environment variable name must be non-empty"] }
    let isValid = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "=") }
    return isValid
      ? []
      : [
        "a valid environment variable name must consist only of printable ASCII characters other than '='"
      ]
  }

  static func configKey(_ text: String) -> [String] {
    var objections = text.utf8.count > 253 ? [Wording.noMore(253)] : []
    let isValid = text.utf8.allSatisfy { $0.isAlphanumeric || "-_.".utf8.contains($0) }
    if !isValid || text.isEmpty { objections.append(configKeyRule) }
    switch text {
    case ".": objections.append("must not be '.'")
    case "..": objections.append("must not be '..'")
    case _ where text.hasPrefix(".."): objections.append("must not start with '..'")
    default: break
    }
    return objections
  }

  private static func isSubdomain(_ text: String) -> Bool {
    text.parts(at: ".").allSatisfy { isLabel($0.utf8) }
  }

  private static func isLabel(
    _ bytes: some BidirectionalCollection<UInt8>, also extra: UInt8 = UInt8(ascii: "-")
  ) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    return first.isLowercaseOrDigit && last.isLowercaseOrDigit
      && bytes.allSatisfy { $0.isLowercaseOrDigit || $0 == UInt8(ascii: "-") || $0 == extra }
  }
}

// MARK: - Wordings
extension Syntax {
  private static let labelRule = Wording.pattern(
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
      + "and must start and end with an alphanumeric character",
    "[a-z0-9]([-a-z0-9]*[a-z0-9])?", "my-name", "123-abc")
  private static let wildcardRule = Wording.pattern(
    "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, "
      + "which must consist of lower case alphanumeric characters, '-' or '.' "
      + "and end with an alphanumeric character",
    "\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*", "*.example.com")
  private static let underscoreRule = Wording.pattern(
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, "
      + "'_', '-' or '.', and must start and end with an alphanumeric character",
    "_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*", "example.com")
  private static let percentRule = Wording.pattern(
    "a valid percent string must be a numeric string followed by an ending '%'", "[0-9]+%", "1%",
    "93%")
  private static let headerRule = Wording.pattern(
    "a valid HTTP header must consist of alphanumeric characters or '-'", "[-A-Za-z0-9]+",
    "X-Header-Name")
  private static let configKeyRule = Wording.pattern(
    "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
    "[-._a-zA-Z0-9]+", "key.name", "KEY_NAME", "key-name")
}

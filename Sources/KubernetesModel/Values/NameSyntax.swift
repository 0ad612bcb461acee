/// What the API server takes for names, label keys and label values, and what it says about others.
package enum NameSyntax {
  /// What is wrong with a label key, in the API server's words; empty when nothing is.
  package static func objections(toLabelKey key: String) -> [String] {
    let parts = key.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard parts.count <= 2, let name = parts.last else {
      return ["a valid label key \(qualifiedNameRule)" + prefixHint]
    }
    var objections = parts.count == 2 ? objections(toPrefix: parts[0]) : []
    if name.isEmpty { objections.append("name part must be non-empty") }
    if name.utf8.count > 63 { objections.append("name part \(tooLong(63, "bytes"))") }
    if !isQualifiedName(name) { objections.append("name part \(qualifiedNameRule)") }
    return objections
  }

  /// What is wrong with a label value, in the API server's words; empty when nothing is.
  package static func objections(toLabelValue value: String) -> [String] {
    var objections = value.utf8.count > 63 ? [tooLong(63, "bytes")] : []
    if !value.isEmpty, !isQualifiedName(value) { objections.append(labelValueRule) }
    return objections
  }

  /// What is wrong with an RFC 1123 subdomain, in the API server's words; empty when nothing is.
  package static func objections(toSubdomain name: String) -> [String] {
    objections(toSubdomain: name, countedIn: "characters")
  }

  /// What is wrong with a subdomain, in the words of younger checks; empty when nothing is.
  package static func objections(toLongName name: String) -> [String] {
    objections(toSubdomain: name, countedIn: "bytes")
  }

  private static func objections(toSubdomain name: String, countedIn unit: String) -> [String] {
    var objections = name.utf8.count > 253 ? [tooLong(253, unit)] : []
    if !isSubdomain(name) { objections.append(subdomainRule) }
    return objections
  }

  private static func objections(toPrefix prefix: String) -> [String] {
    guard !prefix.isEmpty else { return ["prefix part must be non-empty"] }
    return objections(toSubdomain: prefix, countedIn: "bytes").map { "prefix part \($0)" }
  }

  /// Letters, digits and inner `-`, `_`, `.`.
  private static func isQualifiedName(_ name: String) -> Bool {
    guard let first = name.utf8.first, let last = name.utf8.last else { return false }
    return isAlphanumeric(first) && isAlphanumeric(last)
      && name.utf8.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
  }

  private static func isSubdomain(_ name: String) -> Bool {
    name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { label in
        guard let first = label.first, let last = label.last else { return false }
        return isLowercaseOrDigit(first) && isLowercaseOrDigit(last)
          && label.allSatisfy { isLowercaseOrDigit($0) || $0 == UInt8(ascii: "-") }
      }
  }

  private static func isLowercaseOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLowercaseOrDigit(byte) || (0x41...0x5A).contains(byte)
  }

  /// Upstream counts bytes in either case, and says so only where the check is a younger one.
  private static func tooLong(_ limit: Int, _ unit: String) -> String {
    "must be no more than \(limit) \(unit)"
  }

  private static let nameCharacters =
    "must consist of alphanumeric characters, '-', '_' or '.', "
    + "and must start and end with an alphanumeric character"

  private static let qualifiedNameRule =
    nameCharacters + " (e.g. 'MyName',  or 'my.name',  or '123-abc', "
    + "regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"

  private static let prefixHint =
    " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"

  private static let labelValueRule =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', "
    + "and must start and end with an alphanumeric character "
    + "(e.g. 'MyValue',  or 'my_value',  or '12345', "
    + "regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"

  private static let subdomainRule =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', "
    + "and must start and end with an alphanumeric character (e.g. 'example.com', "
    + "regex used for validation is "
    + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
}

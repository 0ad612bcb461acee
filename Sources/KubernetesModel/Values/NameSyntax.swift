/// What the API server takes for names, label keys and label values, and what it says about others.
package enum NameSyntax {
  /// What is wrong with a label key, in the API server's words; empty when nothing is.
  package static func objections(toLabelKey key: String) -> [String] {
    if isLabelKey(key.utf8Span.span) { return [] }
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
    if isLabelValue(value.utf8Span.span) { return [] }
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

  /// Whether the API server takes a text for the key of a label.
  package static func isLabelKey(_ key: Span<UInt8>) -> Bool {
    var name = 0
    while name < key.count, key[name] != UInt8(ascii: "/") { name += 1 }
    guard name < key.count else { return key.count <= 63 && isQualifiedName(key) }
    let rest = key.extracting((name + 1)..<key.count)
    return name <= 253 && isSubdomain(key.extracting(0..<name)) && rest.count <= 63
      && isQualifiedName(rest)
  }

  /// Whether the API server takes a text for the value of a label.
  package static func isLabelValue(_ value: Span<UInt8>) -> Bool {
    value.count == 0 || value.count <= 63 && isQualifiedName(value)
  }

  /// Whether the API server takes a text for the name of a port: a letter, digits and single inner dashes, 15 at most.
  package static func isPortName(_ name: Span<UInt8>) -> Bool {
    guard name.count <= 15 else { return false }
    var hasLetter = false
    var last = UInt8(ascii: "-")
    for index in name.indices {
      let byte = name[index]
      if byte == UInt8(ascii: "-") {
        guard last != byte else { return false }
      } else {
        guard isLowercaseOrDigit(byte) else { return false }
        hasLetter = hasLetter || byte >= UInt8(ascii: "a")
      }
      last = byte
    }
    return hasLetter && last != UInt8(ascii: "-")
  }

  private static func isQualifiedName(_ name: String) -> Bool {
    isQualifiedName(name.utf8Span.span)
  }

  /// Letters, digits and inner `-`, `_`, `.`.
  private static func isQualifiedName(_ name: Span<UInt8>) -> Bool {
    guard name.count > 0, isAlphanumeric(name[0]), isAlphanumeric(name[name.count - 1]) else {
      return false
    }
    for index in name.indices where !isAlphanumeric(name[index]) && !isMark(name[index]) {
      return false
    }
    return true
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  private static func isSubdomain(_ name: String) -> Bool { isSubdomain(name.utf8Span.span) }

  /// Parts of lower-case letters, digits and inner `-`, joined by dots.
  private static func isSubdomain(_ name: Span<UInt8>) -> Bool {
    // What stands before the first part is no end of one either.
    var last = UInt8(ascii: ".")
    for index in name.indices {
      let byte = name[index]
      switch byte {
      case UInt8(ascii: "."): guard isLowercaseOrDigit(last) else { return false }
      case UInt8(ascii: "-"): if last == UInt8(ascii: ".") { return false }
      default: guard isLowercaseOrDigit(byte) else { return false }
      }
      last = byte
    }
    return isLowercaseOrDigit(last)
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

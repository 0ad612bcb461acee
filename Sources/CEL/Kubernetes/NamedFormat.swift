/// A format that texts can be held against, such as `dns1123Label`.
struct NamedFormat: OpaqueObject, Representable {
  let name: String
  /// What is wrong with a text; empty when nothing is.
  let faults: @Sendable (String) -> [String]

  static let staticType = StaticType.opaque("kubernetes.NamedFormat")
  var typeName: String { "kubernetes.NamedFormat" }
  var text: String { name }

  func isEqual(to other: any OpaqueObject) -> Bool { (other as? NamedFormat)?.name == name }

  private init(_ name: String, _ faults: @escaping @Sendable (String) -> [String]) {
    self.name = name
    self.faults = faults
  }

  /// Every format by the name that expressions use.
  static let all: [(key: String, format: NamedFormat)] = [
    ("dns1123Label", NamedFormat("DNS1123Label", NameRules.label)),
    ("dns1123Subdomain", NamedFormat("DNS1123Subdomain", NameRules.subdomain)),
    ("dns1035Label", NamedFormat("DNS1035Label", NameRules.letterLabel)),
    ("qualifiedName", NamedFormat("QualifiedName", NameRules.qualifiedName)),
    (
      "dns1123LabelPrefix",
      NamedFormat("DNS1123LabelPrefix") { NameRules.label(NameRules.completed($0)) }
    ),
    (
      "dns1123SubdomainPrefix",
      NamedFormat("DNS1123SubdomainPrefix") { NameRules.subdomain(NameRules.completed($0)) }
    ),
    (
      "dns1035LabelPrefix",
      NamedFormat("DNS1035LabelPrefix") { NameRules.letterLabel(NameRules.completed($0)) }
    ),
    ("labelValue", NamedFormat("LabelValue", NameRules.labelValue)),
    ("uri", NamedFormat("URI", TextRules.uri)),
    ("uuid", NamedFormat("uuid", TextRules.uuid)),
    ("byte", NamedFormat("byte", TextRules.base64)),
    ("date", NamedFormat("date", TextRules.date)),
    ("datetime", NamedFormat("datetime", TextRules.dateTime)),
  ]
}

/// Formats that are not names.
private enum TextRules {
  @Sendable static func uri(_ text: String) -> [String] {
    do throws(EvaluationError) {
      _ = try ParsedURL(parsing: text, as: .request)
      return []
    } catch {
      return [error.message]
    }
  }

  @Sendable static func uuid(_ text: String) -> [String] {
    var bytes = Array(text.utf8)[...]
    for (index, length) in [8, 4, 4, 4, 12].enumerated() {
      if index > 0, bytes.first == UInt8(ascii: "-") { bytes.removeFirst() }
      let digits = bytes.prefix(length)
      guard digits.count == length, digits.allSatisfy({ $0.hexDigit != nil }) else {
        return ["does not match the UUID format"]
      }
      bytes.removeFirst(length)
    }
    return bytes.isEmpty ? [] : ["does not match the UUID format"]
  }

  @Sendable static func base64(_ text: String) -> [String] {
    let isValid = !text.isEmpty && text.utf8.count % 4 == 0 && Base64.bytes(text) != nil
    return isValid && !text.contains("\n") && !text.contains("\r") ? [] : ["invalid base64"]
  }

  @Sendable static func date(_ text: String) -> [String] {
    Value.Timestamp(parsing: text + "T00:00:00Z") == nil && text != "0000-01-01"
      ? ["invalid date"] : []
  }

  /// Any single character separates the fraction, and the zone's offset is not held against a clock.
  private static let timeForm = NameForm(
    "([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))")

  @Sendable static func dateTime(_ text: String) -> [String] {
    let parts = text.lowercased().split(separator: "t", maxSplits: 1)
    guard parts.count == 2, date(String(parts[0])).isEmpty else { return ["invalid datetime"] }
    let time = String(parts[1])
    guard timeForm.fits(time),
      time.prefix(2) <= "23", time.dropFirst(3).prefix(2) <= "59",
      time.dropFirst(6).prefix(2) <= "59"
    else { return ["invalid datetime"] }
    return []
  }
}

extension Library {
  /// Named formats of Kubernetes.
  package static let formats: Library = {
    var functions = NamedFormat.all.map { key, format in
      Function(
        "format.\(key)",
        [Overload(.global, [], NamedFormat.staticType, .nullary { .object(format) })])
    }
    functions.append(
      Function(
        "format.named",
        [
          Overload(.global) { (name: String) in
            NamedFormat.all.first { $0.key == name }.map { Value.Possible.some($0.format.celValue) }
              ?? .none
          }.typed([.string], .optional(NamedFormat.staticType))
        ]))
    functions.append(
      Function(
        "validate",
        [
          Overload(.method) { (format: NamedFormat, text: String) in
            let faults = format.faults(text)
            return faults.isEmpty ? Value.Possible.none : .some(faults.celValue)
          }.typed([NamedFormat.staticType, .string], .optional(.list(.string)))
        ]))
    return Library(functions: functions)
  }()
}

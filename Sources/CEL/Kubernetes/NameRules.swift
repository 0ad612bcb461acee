/// What Kubernetes asks of names and labels, in its words (apimachinery, `util/validation`).
enum NameRules {
  private static let labelForm = NameForm("[a-z0-9]([-a-z0-9]*[a-z0-9])?")
  private static let subdomainForm = NameForm("\(labelForm.text)(\\.\(labelForm.text))*")
  private static let letterLabelForm = NameForm("[a-z]([-a-z0-9]*[a-z0-9])?")
  private static let qualifiedForm = NameForm("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]")
  private static let labelValueForm = NameForm("(\(qualifiedForm.text))?")

  @Sendable static func label(_ name: String) -> [String] {
    var faults = lengthFaults(name, 63)
    guard !labelForm.fits(name) else { return faults }
    if subdomainForm.fits(name) {
      faults.append("must not contain dots")
    } else {
      let words =
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
        + "and must start and end with an alphanumeric character"
      faults.append(fault(words, labelForm, "my-name", "123-abc"))
    }
    return faults
  }

  @Sendable static func subdomain(_ name: String) -> [String] {
    let words =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, "
      + "'-' or '.', and must start and end with an alphanumeric character"
    return lengthFaults(name, 253)
      + (subdomainForm.fits(name) ? [] : [fault(words, subdomainForm, "example.com")])
  }

  @Sendable static func letterLabel(_ name: String) -> [String] {
    let words =
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', "
      + "start with an alphabetic character, and end with an alphanumeric character"
    return lengthFaults(name, 63)
      + (letterLabelForm.fits(name)
        ? [] : [fault(words, letterLabelForm, "my-name", "abc-123")])
  }

  @Sendable static func labelValue(_ text: String) -> [String] {
    let words =
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or "
      + "'.', and must start and end with an alphanumeric character"
    return lengthFaults(text, 63)
      + (labelValueForm.fits(text)
        ? [] : [fault(words, labelValueForm, "MyValue", "my_value", "12345")])
  }

  @Sendable static func qualifiedName(_ text: String) -> [String] {
    let words =
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
      + "alphanumeric character"
    var form: String { fault(words, qualifiedForm, "MyName", "my.name", "123-abc") }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let name = parts.last else {
      return [
        "a qualified name \(form) with an optional DNS subdomain prefix and '/' "
          + "(e.g. 'example.com/MyName')"
      ]
    }
    var faults: [String] = []
    if parts.count == 2 {
      faults +=
        parts[0].isEmpty
        ? ["prefix part must be non-empty"] : subdomain(parts[0]).map { "prefix part \($0)" }
    }
    if name.isEmpty {
      faults.append("name part must be non-empty")
    } else {
      faults += lengthFaults(name, 63).map { "name part \($0)" }
    }
    return qualifiedForm.fits(name) ? faults : faults + ["name part \(form)"]
  }

  /// A prefix of a name as a name: a dash at the end stands for more to come.
  static func completed(_ prefix: String) -> String {
    prefix.utf8.count > 1 && prefix.hasSuffix("-") ? String(prefix.dropLast(2)) + "a" : prefix
  }

  private static func lengthFaults(_ text: String, _ length: Int) -> [String] {
    text.utf8.count > length ? ["must be no more than \(length) characters"] : []
  }

  private static func fault(_ words: String, _ form: NameForm, _ examples: String...) -> String {
    let shown = examples.map { "'\($0)', " }.joined(separator: " or ")
    return "\(words) (e.g. \(shown)regex used for validation is '\(form.text)')"
  }
}

/// A form that whole names have to have, with the regular expression that upstream quotes.
struct NameForm: Sendable {
  let text: String
  private let pattern: Pattern?

  init(_ text: String) {
    self.text = text
    pattern = try? Pattern("^(?:\(text))$")
  }

  /// Whether a whole text has this form.
  func fits(_ text: String) -> Bool { pattern?.occurs(in: text) ?? false }
}

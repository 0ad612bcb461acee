import YAML

extension DocumentBuilder {
  /// Adds a label selector that is printed as a text: `app=web,tier in (a,b),!legacy`.
  mutating func describedSelector(_ name: String, _ text: String) {
    guard !["", "<none>", "<unset>", "<error>"].contains(text) else { return }
    let terms = Self.terms(of: text)
    let labels = terms.compactMap { term in
      term.contains(" ") || term.contains("!") ? nil : term.parted(at: "=")
    }
    let others = terms.filter { $0.contains(" ") || $0.hasPrefix("!") || !$0.contains("=") }
    mapping(name) { selector in
      if !labels.isEmpty {
        selector.mapping("matchLabels") { for (key, value) in labels { $0.field(key, value) } }
      }
      guard !others.isEmpty else { return }
      selector.field(
        "matchExpressions",
        sequence: { sequence in
          for term in others { sequence.mapping { $0.describedRequirement(term) } }
        })
    }
  }

  /// The terms between commas that stand in no parentheses.
  private static func terms(of text: String) -> [String] {
    var terms: [String] = []
    var (term, depth) = ("", 0)
    for character in text {
      switch character {
      case "(": depth += 1
      case ")": depth -= 1
      case "," where depth == 0:
        terms.append(term.trimmed)
        term = ""
        continue
      default: break
      }
      term.append(character)
    }
    return (terms + [term.trimmed]).filter { !$0.isEmpty }
  }

  private mutating func describedRequirement(_ term: String) {
    let words = term.split(separator: " ", maxSplits: 1).map(String.init)
    let key = words.first ?? ""
    let values = term.between("(", ")")?.split(separator: ",").map(\.trimmed) ?? []
    field("key", key.hasPrefix("!") ? String(key.dropFirst()) : key)
    if values.isEmpty {
      field("operator", key.hasPrefix("!") ? "DoesNotExist" : "Exists")
    } else {
      field("operator", words.dropFirst().first?.hasPrefix("notin") == true ? "NotIn" : "In")
      field("values", sequence: { sequence in for value in values { sequence.string(value) } })
    }
  }

  /// Adds key, value and effect of `key=value:Effect`.
  mutating func describedTaint(_ text: String) {
    var rest = text
    if let colon = rest.lastIndex(of: ":") {
      fill("effect", String(rest[rest.index(after: colon)...]))
      rest = String(rest[..<colon])
    }
    let pair = rest.parted(at: "=") ?? (rest, "")
    fill("key", pair.0)
    fill("value", pair.1)
  }
}

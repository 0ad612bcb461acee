import YAML

extension DocumentBuilder {
  /// `NAME:  value`, with the lines of a longer value below it, or where the value comes from.
  mutating func describedVariables(_ list: OutlineNode?) {
    let variables = list.map { list in list.children.filter { !$0.label.isEmpty } } ?? []
    guard !variables.isEmpty else { return }
    field(
      "env",
      sequence: { sequence in
        for variable in variables {
          sequence.mark = variable.startMark
          sequence.mapping { mapping in
            mapping.field("name", variable.label)
            mapping.describedValue(variable)
          }
        }
      })
  }

  private mutating func describedValue(_ variable: OutlineNode) {
    mark = variable.mark
    let value = variable.value
    if let (key, owner) = Self.keyReference(in: value, " in secret '") {
      return describedKey("secretKeyRef", key, owner, in: value)
    }
    if let (key, owner) = Self.keyReference(in: value, " of config map '") {
      return describedKey("configMapKeyRef", key, owner, in: value)
    }
    if let path = Self.source(in: value) { return describedSource(path) }
    field("value", variable.longText)
  }

  /// `<set to the key 'K' in secret 'S'>`.
  private static func keyReference(in value: String, _ words: String) -> (String, String)? {
    guard value.hasPrefix("<set to the key '"), let (head, tail) = value.parted(at: words),
      let key = head.between("key '", "'"), let end = tail.firstIndex(of: "'")
    else { return nil }
    return (key, String(tail[..<end]))
  }

  private mutating func describedKey(
    _ name: String, _ key: String, _ owner: String, in value: String
  ) {
    mapping("valueFrom") { from in
      from.mapping(name) { reference in
        reference.field("name", owner)
        reference.field("key", key)
        if value.hasSuffix("Optional: true") { reference.field("optional", true) }
      }
    }
  }

  /// ` (v1:status.podIP)` and ` (limits.cpu)` behind what the value is at the time.
  private static func source(in value: String) -> String? {
    guard value.hasSuffix(")"), let open = value.lastIndex(of: "(") else { return nil }
    let text = String(value[value.index(after: open)...].dropLast())
    let isField = text.hasPrefix("v1:")
    return isField || text.hasPrefix("limits.") || text.hasPrefix("requests.") ? text : nil
  }

  private mutating func describedSource(_ text: String) {
    mapping("valueFrom") { from in
      if text.hasPrefix("v1:") {
        from.mapping("fieldRef") { reference in
          reference.field("apiVersion", "v1")
          reference.field("fieldPath", String(text.dropFirst(3)))
        }
      } else {
        from.mapping("resourceFieldRef") { $0.field("resource", text) }
      }
    }
  }

  /// `NAME  ConfigMap with prefix 'P'  Optional: false`.
  mutating func describedSources(_ list: OutlineNode?) {
    let rows =
      list.map { list in
        list.descendants.map { ($0, $0.text.split(separator: " ").map(String.init)) }
      } ?? []
    let sources = rows.filter { $0.1.count >= 2 && ["ConfigMap", "Secret"].contains($0.1[1]) }
    guard !sources.isEmpty else { return }
    field(
      "envFrom",
      sequence: { sequence in
        for (node, words) in sources {
          sequence.mark = node.startMark
          sequence.mapping { source in
            source.fill("prefix", node.text.between("prefix '", "'") ?? "")
            source.mapping(words[1] == "Secret" ? "secretRef" : "configMapRef") { reference in
              reference.field("name", words[0])
              if words.last == "true" { reference.field("optional", true) }
            }
          }
        }
      })
  }
}

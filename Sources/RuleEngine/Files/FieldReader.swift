import Provenance
import YAML

/// Reads the keys of one mapping of a rule file in their fixed order, and collects what is wrong
/// with it.
struct FieldReader {
  let node: YAMLNode
  private(set) var errors: [RuleError] = []
  private var values: [(key: String, node: YAMLNode)] = []

  /// Reads `node`, whose keys have to be some of `keys`, in that order.
  init(_ node: YAMLNode, keys: [String], in what: String) {
    self.node = node
    guard node.kind == .mapping else {
      errors.append(RuleError("\(what) has to be a mapping", at: node.place))
      return
    }
    var last = -1
    for (written, mark, value) in node.entries {
      let key = Self.key(written, among: keys)
      values.append((key, value))
      let place = Place(file: node.file, mark: mark)
      guard let position = keys.firstIndex(of: key) else {
        let hint = Suggestion.phrase(for: key, among: keys)
        errors.append(RuleError("unknown key \(key) in \(what)\(hint)", at: place))
        continue
      }
      if position < last {
        errors.append(RuleError("key \(key) has to stand before \(keys[last])", at: place))
      }
      last = max(last, position)
    }
  }

  /// YAML 1.1 reads a plain `on` as a truth value, and kubectl's converter then writes the key as
  /// `true`.
  private static func key(_ written: String, among keys: [String]) -> String {
    written == "true" && keys.contains("on") ? "on" : written
  }

  /// The node under `key`.
  subscript(_ key: String) -> YAMLNode? { values.last { $0.key == key }?.node }

  /// The scalar under `key`; nil when absent, an error when it is no scalar.
  mutating func text(_ key: String) -> RuleText? {
    guard let value = self[key] else { return nil }
    return text(of: value, named: key)
  }

  /// The scalar under `key`, which has to be there and not empty.
  mutating func required(_ key: String) -> RuleText {
    if let text = text(key), !text.value.isEmpty { return text }
    if self[key]?.kind ?? .scalar == .scalar {
      errors.append(RuleError("\(key) is missing or empty", at: self[key]?.place ?? node.place))
    }
    return RuleText("", at: node.place)
  }

  /// The scalars of the sequence under `key`.
  mutating func texts(_ key: String) -> [RuleText] {
    elements(key).compactMap { text(of: $0, named: key) }
  }

  /// The elements of the sequence under `key`; empty when absent.
  mutating func elements(_ key: String) -> [YAMLNode] {
    guard let value = self[key] else { return [] }
    guard value.kind == .sequence else {
      errors.append(RuleError("\(key) has to be a list", at: value.place))
      return []
    }
    return Array(value.elements)
  }

  /// The entries of the mapping under `key`, in order.
  mutating func definitions(_ key: String) -> [RuleSource.Definition] {
    guard let value = self[key] else { return [] }
    guard value.kind == .mapping else {
      errors.append(RuleError("\(key) has to map names to expressions", at: value.place))
      return []
    }
    var definitions: [RuleSource.Definition] = []
    for (name, mark, expression) in value.entries {
      guard let text = text(of: expression, named: name) else { continue }
      let name = RuleText(name, at: Place(file: node.file, mark: mark))
      definitions.append(RuleSource.Definition(name: name, expression: text))
    }
    return definitions
  }

  /// The value that the text under `key` names, such as a severity.
  mutating func choice<Choice>(_ key: String, or fallback: Choice) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    let text = required(key)
    guard !text.value.isEmpty else { return fallback }
    if let choice = Choice(rawValue: text.value) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    let hint = Suggestion.phrase(for: text.value, among: names)
    refuse(
      "\(key) is \(text.value), which is none of \(names.joined(separator: ", "))\(hint)", text)
    return fallback
  }

  /// Whether the text under `key` is `true`; false when absent, an error when it is neither `true` nor `false`.
  mutating func flag(_ key: String) -> Bool {
    guard let text = text(key) else { return false }
    if !["true", "false"].contains(text.value) {
      refuse("\(key) is \(text.value), neither true nor false", text)
    }
    return text.value == "true"
  }

  /// Like `choice`, for a text that may be absent.
  mutating func optionalChoice<Choice>(_ key: String, or fallback: Choice) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    self[key] == nil ? fallback : choice(key, or: fallback)
  }

  /// The entries of the mapping under `key`, whose values may be anything.
  mutating func parameters(_ key: String) -> [RuleParameter] {
    guard let value = self[key] else { return [] }
    guard value.kind == .mapping else {
      errors.append(RuleError("\(key) has to map names to values", at: value.place))
      return []
    }
    return value.entries.map { name, mark, value in
      RuleParameter(
        name: RuleText(name, at: Place(file: node.file, mark: mark)), value: value)
    }
  }

  /// Reads one mapping inside this one; its errors become this reader's.
  mutating func nested<Value>(
    _ node: YAMLNode, keys: [String], in what: String, _ read: (inout FieldReader) -> Value
  ) -> Value? {
    var reader = FieldReader(node, keys: keys, in: what)
    defer { errors += reader.errors }
    guard node.kind == .mapping else { return nil }
    return read(&reader)
  }

  /// Notes an error about a text of this mapping.
  mutating func refuse(_ says: String, _ text: RuleText) {
    errors.append(RuleError(says, at: text.place))
  }

  private mutating func text(of value: YAMLNode, named key: String) -> RuleText? {
    guard value.kind == .scalar else {
      errors.append(RuleError("\(key) has to be a text", at: value.place))
      return nil
    }
    var text = RuleText(value.text, at: value.place)
    text.indent = value.isQuoted ? 1 : 0
    return text
  }
}

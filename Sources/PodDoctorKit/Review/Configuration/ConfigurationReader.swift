import Basics
import Findings
import Provenance
import RuleEngine
import YAML

/// Reads the document of a configuration and keeps what is wrong with it.
struct ConfigurationReader {
  /// What is wrong, each with its place.
  private(set) var objections: [String] = []

  private static let keys = [
    "apiVersion", "kind", "profile", "kubernetesVersion", "namespace", "rules", "podTemplates",
    "ignores",
  ]

  mutating func read(_ root: YAMLNode, into configuration: inout ReviewConfiguration) {
    for (key, value) in entries(of: root, among: Self.keys, in: "the configuration") {
      switch key {
      case "apiVersion": expect(value, "poddoctor.dev/v1")
      case "kind": expect(value, "ReviewConfiguration")
      case "profile":
        configuration.profile = choice(value, "a profile", RuleProfile.init(rawValue:))
      case "kubernetesVersion":
        configuration.kubernetesMinor = choice(
          value, "a version such as 1.34", KubernetesVersion.minor)
      case "namespace": configuration.namespace = text(value)
      case "rules": readRules(value, into: &configuration)
      case "podTemplates":
        if !value.isMapping { object(value, "podTemplates has to be a mapping of kinds to paths") }
        for (kind, _, path) in value.entries { configuration.templatePaths[kind] = text(path) }
      default: readIgnores(value, into: &configuration)
      }
    }
  }

  private mutating func readRules(_ node: YAMLNode, into configuration: inout ReviewConfiguration) {
    guard node.isMapping else { return object(node, "rules has to be a mapping") }
    for (name, mark, setting) in node.entries {
      configuration.places[name] = Place(file: node.file, mark: mark)
      if setting.isMapping {
        readRule(name, setting, into: &configuration)
      } else {
        set(name, setting, in: &configuration)
      }
    }
  }

  private mutating func readRule(
    _ name: String, _ node: YAMLNode,
    into configuration: inout ReviewConfiguration
  ) {
    let keys = ["severity", "parameters"]
    for (key, value) in entries(of: node, among: keys, in: "rule \(name)") {
      if key == "severity" {
        set(name, value, in: &configuration)
      } else {
        if !value.isMapping { object(value, "parameters has to be a mapping") }
        configuration.parameters[name] = value.entries.map { key, mark, value in
          RuleParameter(
            name: RuleText(key, at: Place(file: value.file, mark: mark)), value: value)
        }
      }
    }
  }

  /// Turns a rule on or off, or gives it a severity; YAML reads a plain `off` as false.
  private mutating func set(
    _ name: String, _ node: YAMLNode, in configuration: inout ReviewConfiguration
  ) {
    switch node.text {
    case "false", "off": configuration.disabled.append(name)
    case "true", "on": configuration.enabled.append(name)
    case let text:
      guard let severity = Severity(rawValue: text) else {
        return object(node, "rule \(name) is set to off, on, info, warning or error, not \(text)")
      }
      configuration.enabled.append(name)
      configuration.severities[name] = severity
    }
  }

  private mutating func readIgnores(
    _ node: YAMLNode, into configuration: inout ReviewConfiguration
  ) {
    guard node.isSequence else { return object(node, "ignores has to be a list") }
    for element in node.elements {
      if let ignore = ignore(element) { configuration.ignores.append(ignore) }
    }
  }

  private mutating func ignore(_ node: YAMLNode) -> Ignore? {
    let keys = [
      "rule", "namespace", "kind", "name", "container", "path", "reason", "owner", "expires",
    ]
    var ignore = Ignore(rules: [], suppression: Suppression(.config, reason: ""), place: node.place)
    for (key, value) in entries(of: node, among: keys, in: "an ignore") {
      switch key {
      case "rule": ignore.rules = globs(value)
      case "namespace": ignore.namespace = Glob(text(value))
      case "kind": ignore.kind = Glob(text(value))
      case "name": ignore.name = Glob(text(value))
      case "container": ignore.container = Glob(text(value))
      case "path": ignore.file = Glob("*" + text(value))
      case "reason": ignore.suppression.reason = text(value)
      case "owner": ignore.suppression.owner = text(value)
      default: ignore.suppression.expires = day(value)
      }
    }
    if ignore.rules.isEmpty { object(node, "an ignore has to name a rule") }
    if ignore.suppression.reason.isEmpty { object(node, "an ignore has to give its reason") }
    return ignore
  }

  private mutating func globs(_ node: YAMLNode) -> [Glob] {
    node.isSequence
      ? node.elements.map { Glob($0.text) } : RuleNames.globs(in: text(node))
  }

  private mutating func day(_ node: YAMLNode) -> String? {
    let text = text(node)
    guard CalendarDay.isWritten(text) else {
      object(node, "expires is a day such as 2026-12-31, not \(text)")
      return nil
    }
    return text
  }

  private mutating func choice<Choice>(
    _ node: YAMLNode, _ what: String, _ make: (String) -> Choice?
  ) -> Choice? {
    let choice = make(node.text)
    if choice == nil { object(node, "\(node.text) is not \(what)") }
    return choice
  }

  private mutating func expect(_ node: YAMLNode, _ expected: String) {
    if node.text != expected { object(node, "this has to be \(expected), not \(node.text)") }
  }

  private mutating func text(_ node: YAMLNode) -> String {
    if !node.isScalar { object(node, "this has to be a text") }
    return node.text
  }

  private mutating func entries(
    of node: YAMLNode, among keys: [String], in what: String
  ) -> [(key: String, value: YAMLNode)] {
    guard node.isMapping else {
      object(node, "\(what) has to be a mapping")
      return []
    }
    var known: [(key: String, value: YAMLNode)] = []
    for (key, mark, value) in node.entries {
      if keys.contains(key) {
        known.append((key, value))
      } else {
        let hint = Spelling.question(about: key, among: keys)
        objections.append(
          "\(Place(file: node.file, mark: mark)): unknown key \(key) in \(what)\(hint)")
      }
    }
    return known
  }

  private mutating func object(_ node: YAMLNode, _ says: String) {
    objections.append("\(node.place): \(says)")
  }
}

import Basics
import Findings
import Provenance
import RuleEngine
import YAML

/// Reads what a configuration of polaris says: how severe its checks are, and what they leave out.
struct PolarisReader {
  /// What is wrong or cannot be done, each with its place.
  private(set) var objections: [String] = []
  private let names = OtherToolsIgnores((try? Knowledge.bundled.book.sources()) ?? [])
  private static let tool = "polaris"
  private static let severities: [String: Severity?] = [
    "ignore": nil, "warning": .warning, "danger": .error,
  ]

  /// Whether a document is a configuration of polaris.
  static func reads(_ root: YAMLNode) -> Bool {
    guard root.isMapping, root["rules"] == nil else { return false }
    if root["exemptions"] != nil { return true }
    guard let checks = root["checks"]?.entries, let first = checks.first(where: { _ in true })
    else { return false }
    return severities.keys.contains(first.2.text)
  }

  mutating func read(_ root: YAMLNode, into configuration: inout ReviewConfiguration) {
    for (name, mark, value) in root["checks"]?.entries.map({ $0 }) ?? [] {
      readCheck(name, at: Place(file: root.file, mark: mark), value, into: &configuration)
    }
    for (name, mark, _) in root["customChecks"]?.entries.map({ $0 }) ?? [] {
      object(Place(file: root.file, mark: mark), "custom check \(name) cannot be made a rule")
    }
    let isStrict = ["disallowExemptions", "disallowConfigExemptions"].contains {
      root[$0]?.bool ?? false
    }
    guard !isStrict else { return }
    for exemption in root["exemptions"]?.elements.map({ $0 }) ?? [] {
      configuration.ignores += ignores(exemption)
    }
  }

  private mutating func readCheck(
    _ name: String, at place: Place, _ value: YAMLNode,
    into configuration: inout ReviewConfiguration
  ) {
    let rules = names.rules(for: name, of: Self.tool)
    guard let severity = Self.severities[value.text] else {
      return object(value.place, "a check is set to ignore, warning or danger, not \(value.text)")
    }
    guard let severity else {
      configuration.disabled += rules
      return
    }
    if rules.isEmpty {
      object(place, "no rule finds what the check \(name) finds; set it to ignore")
    }
    configuration.enabled += rules
    for rule in rules { configuration.severities[rule] = severity }
  }

  /// One ignore for each controller and container, whose names have to begin as it says.
  private func ignores(_ exemption: YAMLNode) -> [Ignore] {
    let checks = Self.texts(exemption["rules"])
    let rules = checks.flatMap { names.rules(for: $0, of: Self.tool) }
    let meant = checks.isEmpty ? names.all(of: Self.tool) : rules
    guard !meant.isEmpty else { return [] }
    return Self.beginnings(exemption["controllerNames"]).flatMap { controller in
      Self.beginnings(exemption["containerNames"]).map { container in
        var ignore = Ignore(
          rules: meant.map { Glob($0) },
          suppression: Suppression(.config, reason: "exemptions of polaris"),
          place: exemption.place)
        ignore.namespace = exemption["namespace"]?.string.map { Glob($0) }
        ignore.name = controller
        ignore.container = container
        ignore.isForOthers = true
        return ignore
      }
    }
  }

  private static func texts(_ list: YAMLNode?) -> [String] {
    (list?.elements.map { $0 } ?? []).compactMap(\.string)
  }

  /// Globs for texts that begin as one of a list; a single nil where the list is empty.
  private static func beginnings(_ list: YAMLNode?) -> [Glob?] {
    let texts = texts(list)
    return texts.isEmpty ? [nil] : texts.map { Glob($0 + "*") }
  }

  private mutating func object(_ place: Place, _ says: String) {
    objections.append("\(place): \(says)")
  }
}

import Findings
import Provenance
import RuleEngine

/// Reads the annotations by which kube-linter, kube-score and polaris are silenced, as far as a rule here finds
/// the same.
struct OtherToolsIgnores: Sendable {
  /// Our names for a name of another tool.
  private let names: [String: [String: [String]]]

  init(_ rules: [RuleSource]) {
    var names: [String: [String: [String]]] = [:]
    for rule in rules {
      for other in rule.equivalents {
        for name in other.names {
          names[other.tool.value, default: [:]][name.value, default: []].append(rule.name.value)
        }
      }
    }
    self.names = names
  }

  func ignore(for key: String, _ value: String, at place: Place) -> Ignore? {
    guard let (tool, theirs, reason) = Self.silenced(key, value) else { return nil }
    let ours = theirs.map { theirs in theirs.flatMap { names[tool]?[$0] ?? [] } } ?? all(of: tool)
    guard !ours.isEmpty else { return nil }
    var ignore = Ignore(
      rules: ours.map { Glob($0) },
      suppression: Suppression(.annotation, reason: reason.isEmpty ? key : reason), place: place)
    ignore.isForOthers = true
    return ignore
  }

  /// The rules that find what a check of another tool finds.
  func rules(for check: String, of tool: String) -> [String] { names[tool]?[check] ?? [] }

  /// The rules that find what any check of another tool finds.
  func all(of tool: String) -> [String] {
    Set((names[tool] ?? [:]).values.flatMap(\.self)).sorted()
  }

  /// The tool that an annotation speaks to, the names that it silences (nil for all), and why.
  private static func silenced(
    _ key: String, _ value: String
  ) -> (tool: String, names: [String]?, reason: String)? {
    let linter = "ignore-check.kube-linter.io/"
    let polaris = "polaris.fairwinds.com/"
    if key.hasPrefix(linter) {
      return ("kube-linter", [String(key.dropFirst(linter.count))], value)
    }
    if key == "kube-linter.io/ignore-all" { return ("kube-linter", nil, value) }
    if key == "kube-score/ignore" {
      let names = value.split { $0 == "," || $0 == " " }.map(String.init)
      return ("kube-score", names, "")
    }
    guard key.hasPrefix(polaris), value == "true" else { return nil }
    let rest = key.dropFirst(polaris.count)
    if rest == "exempt" { return ("polaris", nil, "") }
    guard rest.hasSuffix("-exempt") else { return nil }
    return ("polaris", [String(rest.dropLast("-exempt".count))], "")
  }
}

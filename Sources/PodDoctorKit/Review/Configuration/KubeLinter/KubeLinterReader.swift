import Basics
import Findings
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// Reads what a configuration of kube-linter says, as far as rules can do the same; what they cannot is refused.
struct KubeLinterReader {
  /// What is wrong or cannot be done, each with its place.
  private(set) var objections: [String] = []
  private let names = OtherToolsIgnores((try? Knowledge.bundled.book.sources()) ?? [])
  private static let tool = "kube-linter"

  /// Whether a document is a configuration of kube-linter.
  static func reads(_ root: YAMLNode) -> Bool {
    root.isMapping && root["rules"] == nil
      && (root["checks"] != nil || root["customChecks"] != nil)
  }

  mutating func read(_ root: YAMLNode, into configuration: inout ReviewConfiguration) {
    for (key, value) in entries(of: root, among: ["checks", "customChecks"]) {
      if key == "checks" {
        readChecks(value, beside: root["customChecks"], into: &configuration)
      } else {
        for element in value.elements { readCustom(element, into: &configuration) }
      }
    }
    let excluded = Set(configuration.disabled.filter { $0 != "*" })
    configuration.enabled.removeAll(where: excluded.contains)
    configuration.rules.removeAll { excluded.contains($0.stem) }
  }

  private mutating func readChecks(
    _ node: YAMLNode, beside custom: YAMLNode?, into configuration: inout ReviewConfiguration
  ) {
    let keys = ["addAllBuiltIn", "doNotAutoAddDefaults", "include", "exclude", "ignorePaths"]
    let own = Set((custom?.elements.map { $0 } ?? []).compactMap { $0["name"]?.string })
    for (key, value) in entries(of: node, among: keys) {
      switch key {
      case "addAllBuiltIn":
        guard value.bool ?? false else { continue }
        configuration.enabled += names.all(of: Self.tool)
        for check in KubeLinterDefaults.checks { Self.set(check, in: &configuration) }
      case "doNotAutoAddDefaults":
        if value.bool ?? false { configuration.disabled.append("*") }
      case "include":
        configuration.enabled += rules(in: value, besides: own)
        for check in value.elements where !own.contains(check.text) {
          Self.set(check.text, in: &configuration)
        }
      case "exclude": configuration.disabled += rules(in: value, besides: own)
      default: configuration.ignores += value.elements.map(Self.ignore)
      }
    }
  }

  /// The rules that find what checks find; those of the configuration itself have rules of their names.
  private mutating func rules(in list: YAMLNode, besides own: Set<String>) -> [String] {
    list.elements.flatMap { element -> [String] in
      let name = element.text
      if own.contains(name) { return [name] }
      let rules = names.rules(for: name, of: Self.tool)
      if rules.isEmpty { object(element, "no rule finds what the check \(name) finds") }
      return rules
    }
  }

  private static func set(_ check: String, in configuration: inout ReviewConfiguration) {
    guard let (rule, parameters) = KubeLinterDefaults.settings(of: check) else { return }
    configuration.parameters[rule] = parameters
  }

  private static func ignore(_ path: YAMLNode) -> Ignore {
    let pattern = path.text.replacing("**", with: "*")
    var ignore = Ignore(
      rules: [Glob("*")], suppression: Suppression(.config, reason: "ignorePaths"),
      place: path.place)
    ignore.file = Glob("*" + (pattern.hasPrefix("./") ? String(pattern.dropFirst(2)) : pattern))
    return ignore
  }

  private mutating func readCustom(
    _ node: YAMLNode, into configuration: inout ReviewConfiguration
  ) {
    let keys = ["name", "description", "remediation", "scope", "template", "params"]
    _ = entries(of: node, among: keys)
    let check = KubeLinterCheck(node)
    guard RuleLaws.isName(check.name) else {
      return object(node["name"] ?? node, "a check is named in kebab-case, as in no-latest-tag")
    }
    let template = node["template"] ?? node
    if check.hasNoParameters,
      let builtIn = KubeLinterCheck.namesByTemplate[check.template]
        ?? names.rules(for: check.template, of: Self.tool).first.map({ _ in check.template })
    {
      configuration.enabled += names.rules(for: builtIn, of: Self.tool)
      return
    }
    guard let make = KubeLinterTemplates.all[check.template] else {
      let known = KubeLinterTemplates.all.keys.sorted()
      let hint = Spelling.question(about: check.template, among: known)
      return object(
        template, "template \(check.template) with params cannot be made a rule\(hint)")
    }
    do throws(KubeLinterCheck.Objection) {
      let text = check.rule(try make(check))
      let folder = template.file.isEmpty ? "" : template.file + "/"
      configuration.rules.append(RuleFile(path: "\(folder)\(check.name).yaml", text: text))
      configuration.enabled.append(check.name)
    } catch {
      object(error.node, error.says)
    }
  }

  private mutating func entries(
    of node: YAMLNode, among keys: [String]
  ) -> [(key: String, value: YAMLNode)] {
    node.entries.compactMap { key, mark, value in
      if keys.contains(key) { return (key, value) }
      let hint = Spelling.question(about: key, among: keys)
      objections.append("\(Place(file: node.file, mark: mark)): unknown key \(key)\(hint)")
      return nil
    }
  }

  private mutating func object(_ node: YAMLNode, _ says: String) {
    objections.append("\(node.place): \(says)")
  }
}

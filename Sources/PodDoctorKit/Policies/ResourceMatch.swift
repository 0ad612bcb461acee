import DumpLoading
import Findings
import KubernetesModel
import Provenance
import YAML

/// Which objects a policy looks at: what upstream calls `MatchResources`.
struct ResourceMatch: Sendable {
  /// Objects of some groups, versions and resources, at some operations.
  struct Rule: Sendable {
    var groups: [String]
    var versions: [String]
    var operations: [String]
    var resources: [String]
    var names: [String]

    init(reading node: YAMLNode) {
      func texts(_ key: String) -> [String] {
        guard let list = node[key], list.kind == .sequence else { return [] }
        return list.elements.map(\.text)
      }
      groups = texts("apiGroups")
      versions = texts("apiVersions")
      operations = texts("operations")
      resources = texts("resources")
      names = texts("resourceNames")
    }

    func takes(_ object: PolicyObject) -> Bool {
      Self.has(groups, object.group) && Self.has(versions, object.version)
        && (names.isEmpty || names.contains(object.reference.name))
        && resources.contains { Self.resource($0, means: object.reference.kind) }
    }

    private static func has(_ list: [String], _ name: String) -> Bool {
      list.contains("*") || list.contains(name)
    }

    /// Subresources such as `pods/exec` are no objects.
    private static func resource(_ name: String, means kind: String) -> Bool {
      if name == "*" || name == "*/*" { return true }
      if name.contains("/") { return false }
      if let known = KindNames.kind(named: name) { return known == kind }
      let singular = kind.lowercased()
      return [singular + "s", singular + "es", singular.dropLast() + "ies"].contains(name)
    }
  }

  private var rules: [Rule]
  private var exclusions: [Rule]
  private var namespaces: LabelMatcher
  private var objects: LabelMatcher
  /// Whether an object has to be of some resource; a binding without rules takes all that its policy takes.
  private var namesResources: Bool

  init(reading node: YAMLNode?) {
    func rules(_ key: String) -> [Rule] {
      guard let list = node?[key], list.kind == .sequence else { return [] }
      return list.elements.map(Rule.init)
    }
    self.rules = rules("resourceRules")
    exclusions = rules("excludeResourceRules")
    namesResources = node?["resourceRules"] != nil
    namespaces = Self.matcher(node?["namespaceSelector"])
    objects = Self.matcher(node?["objectSelector"])
  }

  /// The operation at which an object counts: its creation, or else an update that changes nothing; nil when it
  /// does not count at all.
  func operation(for object: PolicyObject, in namespace: [String: String]?) -> String? {
    guard objects.matches(object.labels), namespaces.matches(namespace ?? [:]),
      !exclusions.contains(where: { $0.takes(object) })
    else { return nil }
    guard namesResources else { return "CREATE" }
    let operations = rules.filter { $0.takes(object) }.flatMap(\.operations)
    if operations.contains("*") || operations.contains("CREATE") { return "CREATE" }
    return operations.contains("UPDATE") ? "UPDATE" : nil
  }

  /// An absent selector takes everything; one that cannot be read takes nothing, so that nothing is found wrongly.
  private static func matcher(_ node: YAMLNode?) -> LabelMatcher {
    guard let node, node.kind == .mapping else { return .everything }
    var problems: [LoadProblem] = []
    let selector = LabelSelector(decoding: node, problems: &problems)
    guard problems.isEmpty else { return .nothing }
    return (try? LabelMatcher(selector)) ?? .nothing
  }
}

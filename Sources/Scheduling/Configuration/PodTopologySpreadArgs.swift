import KubernetesModel
import Provenance

struct PodTopologySpreadArgs: PluginArgs {
  static let plugin: PluginName = "PodTopologySpread"
  var apiVersion: String = ""
  var kind: String = ""
  var defaultConstraints: [TopologySpreadConstraint] = []
  var defaultingType: String = ""

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.typeMeta(apiVersion: &apiVersion, kind: &kind)
    fields.field("defaultConstraints", &defaultConstraints)
    fields.field("defaultingType", &defaultingType)
  }

  private static let system = "System"
  private static let list = "List"

  func validate(_ report: (FieldErrors.Path, String) -> Void) {
    let type = defaultingType.isEmpty ? Self.system : defaultingType
    if ![Self.system, Self.list].contains(type) {
      report([.key("defaultingType")], unsupported(type, [Self.list, Self.system]))
    } else if type == Self.system, !defaultConstraints.isEmpty {
      report(
        [.key("defaultingType")], invalid("\"\(type)\"", "when .defaultConstraints are not empty"))
    }
    for (index, constraint) in defaultConstraints.enumerated() {
      let path: FieldErrors.Path = [.key("defaultConstraints"), .index(index)]
      constraint.validate { report(path + $0, $1) }
      let isRepeated = defaultConstraints[..<index].contains {
        $0.topologyKey == constraint.topologyKey
          && $0.whenUnsatisfiable == constraint.whenUnsatisfiable
      }
      guard isRepeated else { continue }
      report(
        path,
        "Duplicate value: \"{\(constraint.topologyKey), \(constraint.whenUnsatisfiable)}\"")
    }
  }

  func apply(to arguments: inout PluginArguments) {
    guard defaultingType == Self.list else { return }
    arguments.podTopologySpread = PodTopologySpread.Arguments(listed: defaultConstraints)
  }
}

extension TopologySpreadConstraint {
  fileprivate func validate(_ report: (FieldErrors.Path, String) -> Void) {
    if maxSkew <= 0 { report([.key("maxSkew")], invalid(maxSkew, "not in valid range (0, inf)")) }
    if topologyKey.isEmpty {
      report([.key("topologyKey")], "Required value: can not be empty")
    } else {
      for objection in objections(toName: topologyKey) { report([.key("topologyKey")], objection) }
    }
    let actions = ["DoNotSchedule", "ScheduleAnyway"]
    if whenUnsatisfiable.isEmpty {
      report([.key("whenUnsatisfiable")], "Required value: can not be empty")
    } else if !actions.contains(whenUnsatisfiable) {
      report([.key("whenUnsatisfiable")], unsupported(whenUnsatisfiable, actions))
    }
    guard labelSelector != nil else { return }
    report(
      [.key("labelSelector")],
      "Forbidden: constraint must not define a selector, as they deduced for each pod")
  }
}

import KubernetesModel

/// The plugins that a profile enables and disables, per extension point and for all of them.
struct Plugins: APIStruct {
  var multiPoint = PluginSet()
  var placementGenerate = PluginSet()
  var placementScore = PluginSet()
  private var sets: [ExtensionPoint: PluginSet] = [:]

  /// What the profile says for one extension point alone.
  subscript(point: ExtensionPoint) -> PluginSet {
    get { sets[point] ?? PluginSet() }
    set { sets[point] = newValue }
  }

  mutating func visit(_ fields: inout some FieldVisitor) {
    for point in ExtensionPoint.allCases { fields.field(point.fieldName, &self[point]) }
    fields.field("multiPoint", &multiPoint)
    fields.field("placementGenerate", &placementGenerate)
    fields.field("placementScore", &placementScore)
  }
}

extension ExtensionPoint {
  /// The name of the field that holds the plugins of the point.
  fileprivate var fieldName: StaticString {
    switch self {
    case .preEnqueue: "preEnqueue"
    case .queueSort: "queueSort"
    case .preFilter: "preFilter"
    case .filter: "filter"
    case .postFilter: "postFilter"
    case .preScore: "preScore"
    case .score: "score"
    case .reserve: "reserve"
    case .permit: "permit"
    case .preBind: "preBind"
    case .bind: "bind"
    case .postBind: "postBind"
    }
  }
}

/// Plugins to enable, in order, and default plugins to disable; `*` disables all.
struct PluginSet: APIStruct {
  var enabled: [Plugin] = []
  var disabled: [Plugin] = []

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("enabled", &enabled)
    fields.field("disabled", &disabled)
  }
}

/// One plugin by name, with its weight when it scores.
struct Plugin: APIStruct {
  var name: String = ""
  var weight: Int32?

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("weight", &weight)
  }
}

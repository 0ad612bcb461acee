import KubernetesModel
import YAML

extension Field {
  /// Whether a label selector selects objects with those labels; nothing, when there is none.
  func selects(_ labels: [String: String]) -> Bool {
    guard isPresent else { return false }
    for (key, value) in self["matchLabels"].map where labels[key] != value { return false }
    return self["matchExpressions"].elements.allSatisfy { requirement in
      let value = labels[requirement["key"].text]
      let values = requirement["values"].texts
      return switch requirement["operator"].text {
      case "In": value.map(values.contains) ?? false
      case "NotIn": !(value.map(values.contains) ?? false)
      case "Exists": value != nil
      default: value == nil
      }
    }
  }

  /// Whether a label selector only lists labels, and those are among the others; asks without making maps.
  func isPlainlyMet(by labels: Field) -> Bool {
    guard let wanted = self["matchLabels"].node, self["matchExpressions"].count == 0,
      let labels = labels.node
    else { return false }
    for (key, _, value) in wanted.entries {
      guard let label = labels[key], label.string ?? "" == value.string ?? "" else { return false }
    }
    return true
  }

  /// Whether a label selector has no requirements.
  var isEmptySelector: Bool {
    isPresent && self["matchLabels"].count == 0 && self["matchExpressions"].count == 0
  }

  /// A label selector as Go marshals it, with more labels to match where it says nothing of them.
  func selectorJSON(adding labels: [String: String] = [:]) -> String {
    var members: [String] = []
    let all = self["matchLabels"].map.merging(labels) { own, _ in own }
    if !all.isEmpty { members.append("\"matchLabels\":\(GoJSON.text(all))") }
    let requirements = self["matchExpressions"].elements.map { requirement in
      let (key, comparison) = (requirement["key"].jsonText, requirement["operator"].jsonText)
      let values = requirement["values"].texts
      let list = values.isEmpty ? "" : ",\"values\":\(GoNotation.json(values))"
      return "{\"key\":\(key),\"operator\":\(comparison)\(list)}"
    }
    if !requirements.isEmpty {
      members.append("\"matchExpressions\":[\(requirements.joined(separator: ","))]")
    }
    return "{\(members.joined(separator: ","))}"
  }
}

extension Field {
  /// The labels of a pod template; nil when it has none.
  var templateLabels: [String: String]? {
    let labels = self["metadata"]["labels"]
    return labels.isPresent ? labels.map : nil
  }
}

import KubernetesModel
import YAML

/// Values as Go marshals them.
enum GoJSON {
  /// A map with sorted keys.
  static func text(_ map: [String: String]) -> String {
    let entries = map.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\(GoNotation.json($0.key)):\(GoNotation.json($0.value))" }
    return "{\(entries.joined(separator: ","))}"
  }

  /// A value as it is written, in compact form.
  static func text(of node: YAMLNode) -> String {
    switch node.kind {
    case .scalar: node.string.map(GoNotation.json) ?? node.text
    case .sequence: "[\(node.elements.map { text(of: $0) }.joined(separator: ","))]"
    case .mapping:
      "{"
        + node.entries.map { "\(GoNotation.json($0.key)):\(text(of: $0.value))" }
        .joined(separator: ",") + "}"
    }
  }

  /// Members in a given order.
  static func object(_ members: KeyValuePairs<String, String>) -> String {
    "{\(members.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ","))}"
  }
}

extension Field {
  /// The value as JSON; null when it is absent.
  var json: String { node.map(GoJSON.text) ?? "null" }

  /// A text as JSON, which is empty when it is absent.
  var jsonText: String { GoNotation.json(text) }
}

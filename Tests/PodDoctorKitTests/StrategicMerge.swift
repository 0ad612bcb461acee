import Foundation
import YAML

/// What the API server makes of an object and a strategic merge patch.
///
/// Lists are merged by the keys of Kubernetes' API types; all others are replaced.
enum StrategicMerge {
  private static let keys: [String: [String]] = [
    "containers": ["name"], "initContainers": ["name"], "volumes": ["name"], "env": ["name"],
    "imagePullSecrets": ["name"], "schedulingGates": ["name"], "resourceClaims": ["name"],
    "volumeMounts": ["mountPath"], "volumeDevices": ["devicePath"],
    "ports": ["containerPort", "port"], "topologySpreadConstraints": ["topologyKey"],
    "hostAliases": ["ip"], "webhooks": ["name"],
  ]

  static func merged(_ object: YAMLNode, with patch: YAMLNode) throws -> YAMLNode? {
    let result = merged(try value(of: object), with: try value(of: patch), in: "")
    let bytes = try JSONSerialization.data(withJSONObject: result, options: [.sortedKeys])
    return DocumentReader().read(Array(bytes), file: "merged").documents.first?.root
  }

  /// The same text for the same content.
  static func text(of node: YAMLNode) throws -> String {
    let bytes = try JSONSerialization.data(
      withJSONObject: try value(of: node), options: [.sortedKeys])
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func value(of node: YAMLNode) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(node.json()))
  }

  private static func merged(_ old: Any?, with new: Any, in field: String) -> Any {
    if let new = new as? [String: Any] {
      guard new["$patch"] as? String != "replace" else { return new.filter { $0.key != "$patch" } }
      return merged(old as? [String: Any] ?? [:], with: new)
    }
    if let new = new as? [Any] { return merged(old as? [Any] ?? [], with: new, in: field) }
    return new
  }

  private static func merged(_ old: [String: Any], with new: [String: Any]) -> [String: Any] {
    var result = old
    for (key, value) in new {
      result[key] = value is NSNull ? nil : merged(old[key], with: value, in: key)
    }
    return result
  }

  private static func merged(_ old: [Any], with new: [Any], in field: String) -> [Any] {
    let elements = new.compactMap { $0 as? [String: Any] }
    guard elements.count == new.count,
      let key = keys[field]?.first(where: { key in elements.allSatisfy { $0[key] != nil } })
    else { return new }
    var result = old
    for element in elements {
      let index = result.firstIndex {
        (($0 as? [String: Any])?[key] as? NSObject) == (element[key] as? NSObject)
      }
      if element["$patch"] as? String == "delete" {
        if let index { result.remove(at: index) }
      } else if let index {
        result[index] = merged(result[index], with: element, in: "")
      } else {
        result.append(merged([String: Any](), with: element, in: ""))
      }
    }
    return result
  }
}

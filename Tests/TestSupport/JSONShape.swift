import Foundation

/// Holds JSON against a JSON Schema: the keywords that the published schemas use, and no others.
///
/// Unlike a consumer's validator it also reports fields that the schema does not declare.
package struct JSONShape {
  private let root: [String: Any]

  package init(schema: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(schema.utf8))
    root = value as? [String: Any] ?? [:]
  }

  /// What does not fit, with its path; empty when all does.
  package func faults(in json: [UInt8]) throws -> [String] {
    faults(in: try JSONSerialization.jsonObject(with: Data(json)), at: "$", by: root)
  }

  private func faults(in value: Any, at path: String, by schema: [String: Any]) -> [String] {
    var faults = typeFaults(in: value, at: path, by: schema)
    if let reference = schema["$ref"] as? String {
      faults += self.faults(in: value, at: path, by: definition(reference))
    }
    if let object = value as? [String: Any] {
      faults += objectFaults(in: object, at: path, by: schema)
    }
    if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, element) in array.enumerated() {
        faults += self.faults(in: element, at: "\(path)[\(index)]", by: items)
      }
    }
    return faults
  }

  private func objectFaults(
    in object: [String: Any], at path: String, by schema: [String: Any]
  ) -> [String] {
    let required = schema["required"] as? [String] ?? []
    var faults = required.filter { object[$0] == nil }.map { "\(path) lacks \($0)" }
    guard let properties = schema["properties"] as? [String: Any] else { return faults }
    for (name, value) in object.sorted(by: { $0.key < $1.key }) {
      if let property = properties[name] as? [String: Any] {
        faults += self.faults(in: value, at: "\(path).\(name)", by: property)
      } else {
        faults.append("\(path).\(name) is not declared")
      }
    }
    return faults
  }

  private func typeFaults(in value: Any, at path: String, by schema: [String: Any]) -> [String] {
    var faults: [String] = []
    if let type = schema["type"] as? String, !hasType(type, value) {
      faults.append("\(path) is no \(type)")
    }
    if let allowed = (schema["enum"] as? [Any]) ?? schema["const"].map({ [$0] }),
      !allowed.contains(where: { ($0 as? NSObject) == (value as? NSObject) })
    {
      faults.append("\(path) is \(value), not one of \(allowed)")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      faults.append("\(path) is \(text), which does not match \(pattern)")
    }
    if let number = value as? Double {
      if let least = schema["minimum"] as? Double, number < least {
        faults.append("\(path) < \(least)")
      }
      if let most = schema["maximum"] as? Double, number > most {
        faults.append("\(path) > \(most)")
      }
    }
    return faults
  }

  private func hasType(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer": (value as? Double).map { $0 == $0.rounded() } ?? false
    case "number": value is Double
    default: false
    }
  }

  private func definition(_ reference: String) -> [String: Any] {
    let name = reference.split(separator: "/").last.map(String.init) ?? ""
    let definitions = root["$defs"] as? [String: Any]
    return definitions?[name] as? [String: Any] ?? ["const": "no definition of \(reference)"]
  }
}

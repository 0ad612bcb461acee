import Findings
import KubernetesModel
import Provenance
import TestSupport
import YAML

/// A manifest with a value in every field, made from what the decoder says that it expects.
struct FilledManifest {
  private(set) var manifest = JSONValue.null
  private(set) var encoded = JSONValue.null
  private(set) var problems: [LoadProblem] = []

  init(of type: any KubernetesObject.Type) throws {
    guard case .object(var fields) = JSONValue(filling: type.shape) else { return }
    fields["apiVersion"] = .string(type.apiVersion)
    fields["kind"] = .string(type.kind)
    manifest = .object(fields)
    try read(type)
    for problem in problems { manifest = manifest.correcting(problem) }
    try read(type)
  }

  private mutating func read<Object: KubernetesObject>(_ type: Object.Type) throws {
    problems = []
    let object = Object(decoding: try document("\(manifest)"), problems: &problems)
    let json = String(decoding: object.encodedObject(), as: UTF8.self)
    encoded = try JSONValue(parsing: json.replacing(".000000Z", with: "Z"))
  }
}

extension JSONValue {
  /// A value of some shape, with a text in every place that takes a scalar.
  fileprivate init(filling shape: FieldShape) {
    switch shape {
    case .scalar: self = .string("text")
    case .any: self = .object(["any": .number("1")])
    case .ignored: self = .null
    case .keys: self = .object(["key": .string("")])
    case .list(let element): self = .array([JSONValue(filling: element)])
    case .map(let value): self = .object(["key": JSONValue(filling: value)])
    case .structure(let fields):
      self = .object(fields.mapValues { JSONValue(filling: $0) }.filter { $0.value != .null })
    }
  }

  /// This manifest with the field of a problem set to what was expected there.
  fileprivate func correcting(_ problem: LoadProblem) -> JSONValue {
    let path = FieldPath(parsing: problem.field)
    return setting(path.steps[...], to: JSONValue.expected(by: problem.says))
  }

  private static func expected(by says: String) -> JSONValue {
    switch says {
    case let says where says.contains("a whole number"): .number("7")
    case let says where says.contains("true or false"): .bool(true)
    case let says where says.contains("a time"): .string("2026-11-22T10:00:00Z")
    default: .string("5")
    }
  }

  private func setting(_ path: ArraySlice<FieldPath.Step>, to value: JSONValue) -> JSONValue {
    switch (path.first, self) {
    case (.key(let key)?, .object(var members)):
      members[key] = members[key]?.setting(path.dropFirst(), to: value)
      return .object(members)
    case (.index(let index)?, .array(var elements)):
      elements[index] = elements[index].setting(path.dropFirst(), to: value)
      return .array(elements)
    default: return value
    }
  }
}

import Foundation
import TestSupport
import YAML

/// One recorded answer of `sigs.k8s.io/yaml` and of kubectl's document decoder.
struct ConverterVector: Sendable {
  /// What one reading gave: a value, one of several values, or an error.
  enum Answer: Sendable {
    case values([String])
    case error(String)
  }

  let name: String
  let text: [UInt8]
  let answer: Answer
  let isStrictError: Bool
  /// The documents that kubectl sees; nil when they are not recorded.
  let documents: [Answer]?

  /// All cases of a file; its values are read with poddoctor's own JSON reader, which keeps the text of numbers.
  static func load(_ url: URL) throws -> [ConverterVector] {
    let bytes = try Array(Data(contentsOf: url))
    let reading = DocumentReader(.tolerant, limits: .kubectl).read(bytes, file: url.path)
    return reading.documents[0].root.elements.map(ConverterVector.init)
  }

  private init(_ node: YAMLNode) {
    name = node["name"]?.text ?? "?"
    text =
      node["base64"].flatMap { Data(base64Encoded: $0.text) }.map(Array.init)
      ?? Array((node["yaml"]?.text ?? "").utf8)
    answer = Self.answer(node)
    isStrictError = node["strictError"] != nil
    if let documents = node["documents"] {
      self.documents = documents.elements.map(Self.answer)
    } else {
      documents = node["anyOf"] == nil ? [answer] : nil
    }
  }

  private static func answer(_ node: YAMLNode) -> Answer {
    if let value = node["json"] { return .values([canonical(value)]) }
    if let text = node["jsonText"]?.text { return .values([canonical(ofJSON: Array(text.utf8))]) }
    if let base64 = node["jsonBase64"]?.text, let data = Data(base64Encoded: base64) {
      return .values([canonical(ofJSON: Array(data))])
    }
    if let candidates = node["anyOf"] {
      return .values(candidates.elements.flatMap { $0["json"].map { [canonical($0)] } ?? [] })
    }
    return .error(node["error"]?.text ?? "")
  }

  private static func canonical(ofJSON bytes: [UInt8]) -> String {
    let array = Array("[".utf8) + bytes + Array("]".utf8)
    let reading = DocumentReader(.tolerant, limits: .kubectl).read(array, file: "vector")
    guard let value = reading.documents.first?.root[0] else { return "unreadable" }
    return canonical(value)
  }

  /// A value as text that does not depend on the order of keys; the text of numbers is kept.
  static func canonical(_ node: YAMLNode) -> String {
    var stack: [(kind: YAMLNode.Kind, parts: [String])] = [(.sequence, [])]
    var keys: [String] = []
    var walk = TreeWalk(node)
    while let step = walk.next() {
      switch step {
      case .openMapping: stack.append((.mapping, []))
      case .openSequence: stack.append((.sequence, []))
      case .key(let name, _): keys.append(String(decoding: name, as: UTF8.self))
      case .scalar(let node):
        add(String(decoding: node.json(), as: UTF8.self), to: &stack, &keys)
      case .close(let kind):
        let parts = stack.removeLast().parts
        add(
          kind == .mapping
            ? "{\(parts.sorted().joined(separator: ","))}" : "[\(parts.joined(separator: ","))]",
          to: &stack, &keys)
      }
    }
    return stack[0].parts.joined()
  }

  private static func add(
    _ part: String, to stack: inout [(kind: YAMLNode.Kind, parts: [String])], _ keys: inout [String]
  ) {
    let top = stack.count - 1
    if stack[top].kind == .mapping {
      stack[top].parts.append("\(keys.removeLast().debugDescription):\(part)")
    } else {
      stack[top].parts.append(part)
    }
  }
}

package import Basics
package import CEL
package import YAML

/// A mapping of a document, handed to expressions without conversion.
package final class DocumentMap: MapObject {
  package let node: YAMLNode
  private let whole: Origin?

  /// The mapping `node`, which is part of the document that `origin` comes from.
  package init(node: YAMLNode, of origin: Origin?) {
    self.node = node
    whole = origin
  }

  package var origin: Origin? { whole?.descending(to: node) }

  package func member(_ key: String) -> Value? {
    node[key].map { Value(document: $0, of: whole) }
  }

  package func member(_ name: HashedName) -> Value? {
    node[name].map { Value(document: $0, of: whole) }
  }

  package func hasMember(_ key: String) -> Bool { node[key] != nil }

  package func hasMember(_ name: HashedName) -> Bool { node[name] != nil }

  package var count: Int { node.entries.count }

  package var keys: [Value] {
    node.entries.map { Value.string($0.key) }
  }
}

/// A sequence of a document, handed to expressions without conversion.
package final class DocumentList: ListObject {
  private let elements: [Value]

  /// The sequence `node`, which is part of the document that `origin` comes from.
  package init(node: YAMLNode, of origin: Origin?) {
    // Made at once, because a list is mostly read element by element, and by several rules.
    var elements: [Value] = []
    let nodes = node.elements
    elements.reserveCapacity(nodes.count)
    for element in nodes { elements.append(Value(document: element, of: origin)) }
    self.elements = elements
  }

  package var count: Int { elements.count }

  package func element(at index: Int) -> Value { elements[index] }
}

extension Value {
  /// A node of a document as expressions see it; maps and lists stay lazy and know where they come
  /// from.
  package init(document node: YAMLNode, of origin: Origin? = nil) {
    switch node.kind {
    case .mapping: self = .map(DocumentMap(node: node, of: origin))
    case .sequence: self = .list(DocumentList(node: node, of: origin))
    case .scalar: self.init(node.scalar)
    }
  }

  private init(_ scalar: Scalar) {
    switch scalar {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .uint(let value): self = .uint(value)
    case .float(let value): self = .double(value)
    case .string(let value): self = .string(value)
    }
  }
}

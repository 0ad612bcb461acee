package import KubernetesModel
import Findings
import Provenance
import YAML

/// What the user imagines to be different about a dump.
package struct Hypothesis: Sendable {
  /// How many nodes are added, and like which one.
  package var addedNodes: (count: Int, like: String)?
  /// Assignments such as `node-a.spec.unschedulable=false`, in order.
  package var assignments: [String] = []

  package init() {}

  /// Changes a snapshot; throws what cannot be done, in the user's words.
  package func apply(to snapshot: inout ClusterSnapshot) throws(HypothesisError) {
    for assignment in assignments { try assign(assignment, in: &snapshot) }
    guard let (count, like) = addedNodes else { return }
    guard let model = snapshot.nodes.named(like) else {
      throw HypothesisError("--like \(like): the dump holds no such node")
    }
    guard (1...100_000).contains(count) else {
      throw HypothesisError("--add-nodes wants a number from 1 to 100000")
    }
    let nodes = (1...count).map { model.twin(named: "\(like)-more-\($0)") }
    let daemons = snapshot.pods(onNode: like).filter(\.runsOnEveryNode)
    let pods = nodes.flatMap { node in daemons.map { $0.twin(on: node.metadata.name) } }
    snapshot[keyPath: Node.snapshotArray] = (snapshot.nodes + nodes).inOrder
    snapshot[keyPath: Pod.snapshotArray] = (snapshot.pods + pods).inOrder
  }

  /// Sets one field of one object: `NODE.path=value`, or `KIND/[NAMESPACE/]NAME.path=value` for nodes and pods.
  private func assign(
    _ text: String, in snapshot: inout ClusterSnapshot
  ) throws(HypothesisError) {
    guard let equals = text.firstIndex(of: "=") else {
      throw HypothesisError("--set \(text): expected OBJECT.field=value")
    }
    let (left, value) = (text[..<equals], String(text[text.index(after: equals)...]))
    if let rest = left.dropping("pod/") {
      return try assign(rest, value, of: Pod.self, in: &snapshot, text)
    }
    try assign(left.dropping("node/") ?? left, value, of: Node.self, in: &snapshot, text)
  }

  private func assign<Object: KubernetesObject>(
    _ left: Substring, _ value: String, of kind: Object.Type, in snapshot: inout ClusterSnapshot,
    _ text: String
  ) throws(HypothesisError) {
    let list = snapshot[keyPath: Object.snapshotArray]
    let named = list.indices.filter { index in
      list[index].metadata.names.contains { left.hasPrefix("\($0).") }
    }
    // Names may hold dots, so the longest name that fits is meant.
    let best = named.max { list[$0].metadata.name.count < list[$1].metadata.name.count }
    guard let best,
      let name = list[best].metadata.names.first(where: { left.hasPrefix("\($0).") })
    else {
      throw HypothesisError("--set \(text): the dump holds no such \(Object.kind.lowercased())")
    }
    let path = FieldPath(parsing: String(left.dropFirst(name.count + 1)))
    snapshot[keyPath: Object.snapshotArray][best] = try list[best].setting(path, to: value, text)
  }
}

/// Why a hypothesis cannot be simulated.
package struct HypothesisError: Error, CustomStringConvertible {
  package var description: String

  init(_ description: String) { self.description = description }
}

extension Substring {
  fileprivate func dropping(_ prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}

extension ObjectMeta {
  /// The ways in which the user may name the object.
  fileprivate var names: [String] { namespace.isEmpty ? [name] : [name, "\(namespace)/\(name)"] }
}

extension KubernetesObject {
  /// The object with one field set to a value, which is read as YAML.
  fileprivate func setting(
    _ path: FieldPath, to value: String, _ text: String
  ) throws(HypothesisError) -> Self {
    let reader = DocumentReader()
    guard let own = reader.read(encodedObject(), file: "object").documents.first,
      let new = reader.read(Array(value.utf8), file: "--set").documents.first
    else { throw HypothesisError("--set \(text): '\(value)' is not a value") }
    var builder = DocumentBuilder(file: "--set")
    builder.copy(own.root, setting: path.steps[...], to: new.root)
    var problems: [LoadProblem] = []
    let changed = Self(decoding: builder.finish().root, problems: &problems)
    if let problem = problems.first { throw HypothesisError("--set \(text): \(problem.says)") }
    guard changed != self || own.root.node(at: path) != nil else {
      throw HypothesisError("--set \(text): \(Self.kind) has no field \(path)")
    }
    return changed
  }
}

extension DocumentBuilder {
  /// Copies a node, with the one at `path` set to another; what is missing on the way is made.
  fileprivate mutating func copy(
    _ node: YAMLNode?, setting path: ArraySlice<FieldPath.Step>, to value: YAMLNode
  ) {
    guard let step = path.first else { return copy(value) }
    let rest = path.dropFirst()
    switch step {
    case .key(let name):
      let entries =
        node?.kind == .mapping ? Array(node?.entries.map { ($0.key, $0.value) } ?? []) : []
      mapping { builder in
        for (key, child) in entries where key != name {
          builder.key(key)
          builder.copy(child)
        }
        builder.key(name)
        builder.copy(entries.first { $0.0 == name }?.1, setting: rest, to: value)
      }
    case .index(let index):
      let elements = node?.kind == .sequence ? Array(node?.elements.map { $0 } ?? []) : []
      sequence { builder in
        for (place, element) in elements.enumerated() where place < index { builder.copy(element) }
        builder.copy(
          elements.indices.contains(index) ? elements[index] : nil, setting: rest, to: value)
        for (place, element) in elements.enumerated() where place > index { builder.copy(element) }
      }
    }
  }

  private mutating func copy(_ node: YAMLNode) {
    switch node.kind {
    case .scalar: scalar(node.scalar)
    case .sequence: sequence { builder in for element in node.elements { builder.copy(element) } }
    case .mapping:
      mapping { builder in
        for entry in node.entries {
          builder.key(entry.key)
          builder.copy(entry.value)
        }
      }
    }
  }
}

import Basics
package import Findings
package import KubernetesModel
import Provenance

/// Finds pods and nodes that the API server would have refused, and leaves them out.
package struct InputAudit {
  package private(set) var problems: [LoadProblem] = []
  /// The snapshot without what was refused.
  package private(set) var snapshot: ClusterSnapshot

  /// How many pods are worth handing to another processor.
  private static let chunk = 4_096

  package init(of snapshot: ClusterSnapshot) {
    self.snapshot = snapshot
    let (pods, nodes) = (snapshot.pods, snapshot.nodes)
    // By index, because most are fine, and need not be copied to be looked at.
    let parts = Array(stride(from: 0, to: pods.count, by: Self.chunk)).concurrentMap { start in
      Self.faulty(pods, start..<Swift.min(start + Self.chunk, pods.count))
    }
    for (index, faults) in parts.joined() { report(faults, of: pods[index]) }
    let refusedPods = parts.joined().map(\.index)
    if !refusedPods.isEmpty {
      self.snapshot[keyPath: Pod.snapshotArray] = pods.without(refusedPods)
    }
    let refusedNodes = nodes.indices.filter { !isAcceptable(nodes[$0]) }
    if !refusedNodes.isEmpty {
      self.snapshot[keyPath: Node.snapshotArray] = nodes.without(refusedNodes)
    }
    problems.sort()
  }

  /// The pods of a part that would be refused, and why.
  private static func faulty(
    _ pods: [Pod], _ range: Range<Int>
  ) -> [(index: Int, faults: [SpecFault])] {
    var faulty: [(index: Int, faults: [SpecFault])] = []
    let pods = pods.span
    for index in range where !pods[index].isTerminal {
      let faults = pods[index].faults
      if !faults.isEmpty { faulty.append((index, faults)) }
    }
    return faulty
  }

  private mutating func report(_ faults: [SpecFault], of pod: Pod) {
    let object = ObjectReference(
      kind: "Pod", namespace: pod.metadata.namespace, name: pod.metadata.name)
    for fault in faults { report(fault, in: object) }
  }

  private mutating func isAcceptable(_ node: Node) -> Bool {
    let object = ObjectReference(kind: "Node", name: node.metadata.name)
    let lists = [("allocatable", node.status.allocatable), ("capacity", node.status.capacity)]
    var isAcceptable = true
    for (name, list) in lists {
      for (resource, amount) in list where amount.sign < 0 {
        report(
          SpecFault("status.\(name)[\(resource)]", "\(amount) is negative; the node is left out"),
          in: object)
        isAcceptable = false
      }
    }
    if node.status.allocatable.isEmpty, node.status.capacity.isEmpty {
      report(
        SpecFault("status", "the node states no allocatable resources, so no pod fits on it"),
        in: object)
    }
    return isAcceptable
  }

  private mutating func report(_ fault: SpecFault, in object: ObjectReference) {
    let path = FieldPath(parsing: fault.field)
    let place =
      snapshot.place(of: path, in: object)
      ?? Place(file: object.description, mark: Mark(line: 1, column: 1))
    problems.append(
      LoadProblem(.invalidValue, at: place, object: object, field: fault.field, says: fault.says))
  }
}

extension Array {
  fileprivate func without(_ refused: [Int]) -> Self {
    let refused = Set(refused)
    return indices.compactMap { refused.contains($0) ? nil : self[$0] }
  }
}

/// A field of a spec that the API server would refuse.
struct SpecFault: Hashable, Sendable {
  var field: String
  var says: String

  init(_ field: String, _ says: String) {
    self.field = field
    self.says = says
  }
}

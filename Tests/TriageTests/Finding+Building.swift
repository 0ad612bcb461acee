import Findings
import Provenance

extension Finding {
  /// A finding about a pod, which is also what it blames unless said otherwise.
  static func of(
    _ cause: String, pod: String = "a", in container: String? = nil, severity: Severity = .error,
    confidence: Double = 0.9, refines: String? = nil, blaming object: ObjectReference? = nil,
    explains: [String] = [], alternatives: [String] = [], evidence: [Evidence] = [],
    remedies: [Remedy] = [], key: String = ""
  ) -> Finding {
    let pod = ObjectReference(kind: "Pod", namespace: "shop", name: pod)
    return Finding(
      cause: cause, refines: refines, severity: severity, confidence: confidence,
      playbook: .crashLoopBackOff, object: object ?? pod,
      affected: AffectedObject(pod, container: container), says: "\(cause) of \(pod.name)",
      evidence: evidence, explains: explains,
      alternatives: alternatives.map {
        Alternative(cause: $0, confidence: 0.1, unless: "not \($0)")
      }, remedies: remedies, key: key)
  }

  /// A finding about a node itself.
  static func about(node: String, _ cause: String, explains: [String]) -> Finding {
    let node = ObjectReference(kind: "Node", name: node)
    return Finding(
      cause: cause, severity: .error, confidence: 0.9, playbook: .node, object: node,
      affected: AffectedObject(node), says: "\(cause) of \(node.name)", explains: explains)
  }
}

extension RootCause {
  /// The cause and what it explains: `oom(exit loop)`.
  var shape: String {
    explains.isEmpty ? cause : "\(cause)(\(explains.joined(separator: " ")))"
  }
}

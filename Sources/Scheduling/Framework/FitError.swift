/// The sentence kube-scheduler writes into a pod's `PodScheduled` condition and event.
package struct FitError: Error, CustomStringConvertible, Sendable {
  package var nodeCount: Int
  package var diagnosis: Diagnosis

  package init(nodeCount: Int, _ diagnosis: Diagnosis) {
    self.nodeCount = nodeCount
    self.diagnosis = diagnosis
  }

  package var description: String {
    var text = "0/\(nodeCount) nodes are available:"
    if diagnosis.preFilterMessage.isEmpty {
      let histogram = histogram(of: diagnosis.reasonCounts)
      if !histogram.isEmpty { text += " \(histogram)." }
    } else {
      text += " \(diagnosis.preFilterMessage)."
    }
    if !diagnosis.postFilterMessage.isEmpty { text += " \(diagnosis.postFilterMessage)" }
    return text
  }
}

extension Diagnosis {
  /// How many nodes bear each reason.
  package var reasonCounts: [String: Int] {
    var counts: [String: Int] = [:]
    for index in rejections.indices {
      let rejection = rejections[index] ?? (isExcluded[index] ? absent : nil)
      for reason in rejection?.reasons ?? [] { counts[reason, default: 0] += 1 }
    }
    return counts
  }
}

/// kube-scheduler's list of reasons: each as "count reason", sorted as strings.
func histogram(of counts: [String: Int]) -> String {
  counts.map { "\($1) \($0)" }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    .joined(separator: ", ")
}

import KubernetesModel

/// The order of the scheduling queue: priority, then age, then name.
package enum PrioritySort {
  /// Whether `one` is tried before `other`.
  package static func precedes(_ one: PodInfo, _ other: PodInfo) -> Bool {
    if one.priority != other.priority { return one.priority > other.priority }
    let ages = (one.pod.metadata.creationTimestamp, other.pod.metadata.creationTimestamp)
    switch ages {
    case (let first?, let second?) where first != second: return first < second
    case (nil, _?): return true
    case (_?, nil): return false
    default: return one.key.utf8.lexicographicallyPrecedes(other.key.utf8)
    }
  }
}

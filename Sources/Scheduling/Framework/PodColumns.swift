import Basics
import Synchronization

/// Pods by the values of those label keys that someone asked for; the pods never change.
///
/// Few of the labels that pods bear are ever asked for, and mostly it is one key.
final class PodColumns: Sendable {
  private typealias Column = [Symbol: [PlacedPod]]

  private let pods: [[PlacedPod]]
  private let columns = Mutex<[Symbol: Column]>([:])

  init(of pods: [[PlacedPod]]) { self.pods = pods }

  /// The pods that bear a label, in their order.
  func pods(bearing label: LabelSet.Label) -> [PlacedPod] {
    columns.withLock { columns in
      if let column = columns[label.key] { return column[label.value] ?? [] }
      let column = column(of: label.key)
      columns[label.key] = column
      return column[label.value] ?? []
    }
  }

  private func column(of key: Symbol) -> Column {
    let parts = pods.concurrentMap { pods in
      var column: Column = [:]
      for placed in pods {
        if let value = placed.pod.labels[key] { column[value, default: []].append(placed) }
      }
      return column
    }
    guard var column = parts.first else { return [:] }
    for part in parts.dropFirst() {
      for (value, pods) in part { column[value, default: []] += pods }
    }
    return column
  }
}

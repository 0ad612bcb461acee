import Basics
import KubernetesModel

/// The pods of a snapshot as the scheduler sees them, read on all processors.
///
/// Pods that have ended and pods on unknown nodes do not count.
struct PodReading {
  /// How many pods are worth handing to another processor, which has to meet the texts of all of them anew.
  private static let chunk = 4_096

  /// The pods on nodes, in the order of the snapshot.
  private(set) var placed: [[PlacedPod]] = []
  /// The places of the pods that have no node yet.
  private(set) var waiting: [Int] = []

  /// What one processor reads at a time.
  private struct Part: Sendable {
    var placed: [PlacedPod] = []
    var waiting: [Int] = []

    init(of pods: [Pod], _ range: Range<Int>, on nodes: NodeTable, _ symbols: SharedSymbols) {
      var reader = SymbolReader(symbols)
      placed.reserveCapacity(range.count)
      // A span lends its elements, of which an array counts every part.
      let pods = pods.span
      for index in range where !pods[index].isTerminal {
        let name = pods[index].spec.nodeName
        if name.isEmpty {
          waiting.append(index)
        } else if let node = nodes.id(of: name) {
          placed.append(PlacedPod(pod: PodInfo(pods[index], symbols: &reader), node: node))
        }
      }
    }
  }

  init(of pods: [Pod], on nodes: NodeTable, symbols: inout SymbolTable) {
    let shared = SharedSymbols(symbols)
    let parts = Array(stride(from: 0, to: pods.count, by: Self.chunk)).concurrentMap { start in
      Part(of: pods, start..<min(start + Self.chunk, pods.count), on: nodes, shared)
    }
    symbols = shared.table
    placed = parts.map(\.placed)
    waiting = parts.flatMap(\.waiting)
  }
}

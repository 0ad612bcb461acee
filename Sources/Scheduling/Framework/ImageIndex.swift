import Basics
import KubernetesModel
import Synchronization

/// Which nodes hold an image, found out when a pod that fits somewhere is first scored.
///
/// A table whose nodes change takes a new one.
final class ImageIndex: Sendable {
  /// One node's entry for an image name.
  private struct Holder: Sendable {
    var node: Int32
    var size: Int64
  }

  /// How many nodes are worth handing to another processor; each lists up to a hundred names.
  private static let chunk = 128

  private let holders = Mutex<[String: [Holder]]?>(nil)

  /// The size of an image on each of `nodes`, nil where the node does not list it.
  func sizes(of image: String, on nodes: [Node]) -> [Int64?] {
    let found = holders.withLock { holders in
      let known = holders ?? Self.holders(among: nodes)
      holders = known
      return known[image] ?? []
    }
    var sizes = [Int64?](repeating: nil, count: nodes.count)
    // Of several entries of a node the last counts.
    for holder in found { sizes[Int(holder.node)] = holder.size }
    return sizes
  }

  private static func holders(among nodes: [Node]) -> [String: [Holder]] {
    let parts = Array(stride(from: 0, to: nodes.count, by: chunk)).concurrentMap { start in
      var holders: [String: [Holder]] = [:]
      for node in start..<min(start + chunk, nodes.count) {
        for image in nodes[node].status.images {
          let holder = Holder(node: Int32(truncatingIfNeeded: node), size: image.sizeBytes)
          for name in image.names { holders[name, default: []].append(holder) }
        }
      }
      return holders
    }
    return parts.reduce(into: [:]) { whole, part in
      for (name, holders) in part { whole[name, default: []] += holders }
    }
  }
}

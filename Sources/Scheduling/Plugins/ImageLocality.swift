import KubernetesModel

/// Prefers nodes that hold the pod's images already.
package struct ImageLocality: ScorePlugin {
  package let name: PluginName = "ImageLocality"

  package init() {}

  package func prepareScore(
    _ pod: PodInfo, on feasible: [NodeID], filters: [PreparedFilter], in cluster: ClusterState
  ) -> (any NodeScorer)? {
    let containers = pod.pod.spec.initContainers + pod.pod.spec.containers
    let images = containers.map { Self.normalized($0.image) }
    return ImageScorer(images: images.map { ImageScorer.Image(named: $0, in: cluster.nodes) })
  }

  /// The name under which a node lists the image: with the tag `latest` when it has none.
  private static func normalized(_ name: String) -> String {
    let colon = name.utf8.lastIndex(of: UInt8(ascii: ":"))
    let slash = name.utf8.lastIndex(of: UInt8(ascii: "/"))
    guard let colon else { return name + ":latest" }
    return slash.map { colon > $0 } ?? true ? name : name + ":latest"
  }
}

private struct ImageScorer: NodeScorer {
  struct Image: Sendable {
    /// The size on each node, nil where it is not there.
    var sizes: [Int64?]
    /// The share of all nodes that hold it.
    var spread: Double

    init(named name: String, in nodes: NodeTable) {
      sizes = nodes.images.sizes(of: name, on: nodes.objects)
      spread = Double(sizes.count { $0 != nil }) / Double(nodes.count)
    }
  }

  private static let mebibyte: Int64 = 1024 * 1024
  private static let least = 23 * mebibyte
  private static let greatestPerContainer = 1000 * mebibyte

  var images: [Image]

  func score(_ node: NodeID, in cluster: ClusterState) -> Int64 {
    var sum: Int64 = 0
    for image in images {
      guard let size = image.sizes[node.index] else { continue }
      sum &+= Int64(saturating: Double(size) * image.spread)
    }
    let greatest = Self.greatestPerContainer * Int64(images.count)
    let bounded = min(max(sum, Self.least), max(greatest, Self.least))
    guard greatest > Self.least else { return 0 }
    return maxNodeScore * (bounded - Self.least) / (greatest - Self.least)
  }
}

extension Int64 {
  /// Go's conversion of a float that may lie outside of the range.
  init(saturating value: Double) {
    if value.isNaN {
      self = 0
    } else {
      self = Int64(exactly: value.rounded(.towardZero)) ?? (value < 0 ? .min : .max)
    }
  }
}

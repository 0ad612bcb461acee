import KubernetesModel
import Provenance
import Scheduling

/// One thing that keeps a pod off a node: the cause it stands for, and how far it is meant to be.
struct PlacementBlocker: Hashable, Sendable {
  /// How deliberate it is that the pod stays away, the least deliberate first.
  ///
  /// A full node is an accident; a cordon or a taint that keeps nodes for others is somebody's will; a
  /// node that the pod does not ask for is none of its nodes at all.
  enum Tier: Int, Comparable, Sendable {
    /// The node has no room now.
    case room
    /// Other pods, ports or devices are in the way.
    case company
    /// The pod has to be where its volumes or companions are.
    case position
    /// The node is not well.
    case health
    /// Somebody closed the node for a while.
    case cordon
    /// The node is kept for others.
    case dedication
    case controlPlane
    /// The pod asks for other nodes.
    case selection

    static func < (one: Tier, other: Tier) -> Bool { one.rawValue < other.rawValue }
  }

  var cause: String
  var tier: Tier
  /// One clause with names and numbers; the scheduler's words where nothing more is known.
  var says = ""
  var shortage: ResourceShortage?
  var taint: Taint?
  /// What the pod asks of the node's labels.
  var demand: String?
  /// The pod that has what this one wants.
  var holder: ObjectReference?
  /// The volume or claim that it is about.
  var volume: ObjectReference?
  /// Where the dump shows it.
  var evidence: [FieldReference] = []

  init(_ cause: String, _ tier: Tier, says: String = "") {
    self.cause = cause
    self.tier = tier
    self.says = says
  }
}

extension PlacementBlocker {
  /// Taints that the node lifecycle controller, the kubelet or a cloud sets for a condition of the node.
  private static let conditions = [
    "node.kubernetes.io/not-ready": "node-not-ready",
    "node.kubernetes.io/unreachable": "node-not-ready",
    "node.kubernetes.io/out-of-service": "node-not-ready",
    "node.cloudprovider.kubernetes.io/uninitialized": "node-not-ready",
    "node.cloudprovider.kubernetes.io/shutdown": "node-not-ready",
    "node.kubernetes.io/memory-pressure": "node-memory-pressure",
    "node.kubernetes.io/disk-pressure": "node-disk-pressure",
    "node.kubernetes.io/pid-pressure": "node-pid-pressure",
    "node.kubernetes.io/network-unavailable": "node-network-unavailable",
  ]

  /// What a taint of this key stands for.
  init(taintKey key: String, says: String) {
    if key == "node.kubernetes.io/unschedulable" {
      self.init("node-cordoned", .cordon, says: says)
    } else if let cause = Self.conditions[key] {
      self.init(cause, .health, says: says)
    } else if key.hasPrefix("node-role.kubernetes.io/") {
      self.init("untolerated-taint", .controlPlane, says: says)
    } else {
      self.init("untolerated-taint", .dedication, says: says)
    }
  }

  /// What it means that so much of a resource is not there.
  init(resource: String, says: String) {
    let cause =
      switch resource {
      case "pods": "too-many-pods"
      case "cpu", "memory", "ephemeral-storage": "insufficient-\(resource)"
      default: "insufficient-extended-resource"
      }
    self.init(cause, .room, says: says)
  }
}

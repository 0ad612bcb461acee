import Basics
import KubernetesModel

extension PlacementBlocker {
  /// Beginnings of kube-scheduler's reasons, 1.24 to 1.36, and what they stand for; see
  /// pkg/scheduler/framework/plugins.
  private static let words: [(beginning: String, cause: String, tier: Tier)] = [
    ("node(s) were unschedulable", "node-cordoned", .cordon),
    ("node(s) had unknown conditions", "node-not-ready", .health),
    ("node(s) didn't match Pod's required features", "nodeaffinity-no-match", .selection),
    ("node(s) didn't match the requested node name", "node-name-missing", .selection),
    ("node(s) had untolerated taint(s)", "untolerated-taint", .dedication),
    ("node(s) didn't match Pod's node affinity", "nodeaffinity-no-match", .selection),
    ("node(s) didn't match node selector", "nodeaffinity-no-match", .selection),
    ("node(s) didn't match scheduler-enforced", "nodeaffinity-no-match", .selection),
    ("pod affinity terms conflict", "nodeaffinity-no-match", .selection),
    ("node(s) didn't have free ports", "hostport-conflict", .company),
    ("Too many pods", "too-many-pods", .room),
    ("node(s) had no available disk", "volume-in-use", .company),
    ("node(s) unavailable due to PersistentVolumeClaim with", "volume-in-use", .company),
    ("node has pod using PersistentVolumeClaim", "volume-in-use", .company),
    ("node(s) exceed max volume count", "volume-limit-reached", .room),
    ("node(s) didn't match PersistentVolume's", "volume-node-affinity-conflict", .position),
    ("node(s) had volume node affinity", "volume-node-affinity-conflict", .position),
    ("node(s) had no available volume zone", "volume-node-affinity-conflict", .position),
    ("node(s) didn't find available persistent", "pvc-no-matching-pv", .position),
    ("node(s) did not have enough free storage", "pvc-no-matching-pv", .position),
    ("node(s) unavailable due to one or more pvc", "pvc-lost", .position),
    ("node(s) didn't match pod topology spread", "topology-spread-unsatisfied", .company),
    ("node(s) didn't match pod affinity/anti", "pod-anti-affinity", .company),
    ("node(s) didn't match pod affinity", "pod-affinity-no-match", .position),
    ("node(s) didn't match pod anti-affinity", "pod-anti-affinity", .company),
    ("node(s) didn't satisfy existing pods anti", "pod-anti-affinity", .company),
    ("cannot allocate all claims", "resource-claim-unavailable", .company),
    ("resourceclaim", "resource-claim-unavailable", .company),
    ("resource claim", "resource-claim-unavailable", .company),
    ("request ", "resource-claim-unavailable", .company),
    ("cannot fit resource", "insufficient-extended-resource", .room),
    ("cannot schedule extended resource claim", "insufficient-extended-resource", .room),
    ("waiting for ephemeral volume controller", "pvc-not-found", .position),
    ("no class for claim", "pvc-storageclass-missing", .position),
    ("failed to find storage class", "pvc-storageclass-missing", .position),
    ("pod has unbound immediate", "pvc-no-matching-pv", .position),
    ("running PreBind plugin \"VolumeBinding\"", "pvc-provisioner-missing", .position),
  ]

  /// What a reason in kube-scheduler's words stands for; nil when it is none of them.
  init?(reason: String) {
    if reason.hasPrefix("Insufficient ") {
      let resource = reason.dropFirst("Insufficient ".count).prefix { !$0.isWhitespace }
      let name = resource.last == "." ? resource.dropLast() : resource
      self.init(resource: String(name), says: reason)
    } else if let key = Self.taintKey(in: reason) {
      self.init(taintKey: key, says: reason)
    } else if reason.hasPrefix("persistentvolumeclaim \"") {
      self.init(Self.claimCause(of: reason), .position, says: reason)
    } else if reason.hasPrefix("node(s) didn't satisfy plugin") {
      self.init(narrowedBy: reason)
    } else if reason.hasSuffix("CSI driver is not installed on the node") {
      self.init("csi-driver-missing", .health, says: reason)
    } else if let known = Self.words.first(where: { reason.hasPrefix($0.beginning) }) {
      self.init(known.cause, known.tier, says: reason)
    } else {
      return nil
    }
  }

  /// `node(s) had untolerated taint {KEY: VALUE}`, or the older `had taint {KEY: VALUE}, that the pod …`.
  private static func taintKey(in reason: String) -> String? {
    guard reason.hasPrefix("node(s) had ") else { return nil }
    guard let start = reason.range(of: "taint {") else { return nil }
    return String(reason[start.upperBound...].prefix { $0 != ":" && $0 != "}" })
  }

  /// A plugin that knows beforehand which nodes can do: those of a volume, of devices, or named ones.
  private init(narrowedBy reason: String) {
    if reason.range(of: "NodeAffinity") != nil {
      self.init("nodeaffinity-no-match", .selection, says: reason)
    } else if reason.range(of: "DynamicResources") != nil {
      self.init("resource-claim-unavailable", .company, says: reason)
    } else {
      self.init("volume-node-affinity-conflict", .position, says: reason)
    }
  }

  private static func claimCause(of reason: String) -> String {
    if reason.range(of: "\" is being deleted") != nil { return "pvc-being-deleted" }
    if reason.range(of: "\" bound to non-existent") != nil { return "pvc-lost" }
    return "pvc-not-found"
  }
}

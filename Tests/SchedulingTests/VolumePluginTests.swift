import Scheduling
import TestSupport
import Testing

@Suite("Volume plugins")
struct VolumePluginTests {
  /// A cluster of nodes `a` (zone z1) and `b` (zone z2) with further objects, and what is decided.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var objects: [String]
    var decisions: [String]

    init(_ description: String, _ objects: [String], _ decisions: [String]) {
      testDescription = description
      self.objects = objects
      self.decisions = decisions
    }
  }

  private static let nodes = [
    Manifest.node("a", labels: "topology.kubernetes.io/zone: z1"),
    Manifest.node("b", labels: "topology.kubernetes.io/zone: z2"),
  ]

  private static func storageClass(_ name: String, _ provisioner: String, _ more: String = "")
    -> String
  {
    """
    ---
    {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: \(name)},
     provisioner: \(provisioner), volumeBindingMode: WaitForFirstConsumer\(more)}
    """
  }

  private static func claim(
    _ name: String, _ spec: String, meta: String = "", phase: String = "Pending"
  ) -> String {
    """
    ---
    {apiVersion: v1, kind: PersistentVolumeClaim,
     metadata: {name: \(name), namespace: default, uid: \(name)-uid\(meta)},
     spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 2Gi}}, \(spec)},
     status: {phase: \(phase)}}
    """
  }

  private static func bound(_ name: String, to volume: String, _ spec: String = "") -> String {
    claim(
      name, "volumeName: \(volume)\(spec)",
      meta: ", annotations: {pv.kubernetes.io/bind-completed: 'yes'}", phase: "Bound")
  }

  private static func volume(
    _ name: String, _ spec: String, size: String = "5Gi", phase: String = "Available",
    labels: String = ""
  ) -> String {
    """
    ---
    {apiVersion: v1, kind: PersistentVolume, metadata: {name: \(name), labels: {\(labels)}},
     spec: {capacity: {storage: \(size)}, accessModes: [ReadWriteOnce], \(spec)},
     status: {phase: \(phase)}}
    """
  }

  private static func csi(_ name: String) -> String {
    "csi: {driver: csi.example.com, volumeHandle: \(name)}"
  }

  private static func reachable(from zone: String) -> String {
    """
    nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions:
      [{key: topology.kubernetes.io/zone, operator: In, values: [\(zone)]}]}]}}
    """
  }

  private static func pod(_ name: String, _ claims: String...) -> String {
    Manifest.pod(name, ", volumes: [\(volumes(claims))]")
  }

  private static func running(_ name: String, on node: String, _ claims: String...) -> String {
    Manifest.running(name, on: node, ", volumes: [\(volumes(claims))]")
  }

  private static func volumes(_ claims: [String]) -> String {
    claims.map { "{name: \($0), persistentVolumeClaim: {claimName: \($0)}}" }
      .joined(separator: ", ")
  }

  private static func none(_ pod: String, _ reasons: String) -> String {
    "\(pod) unschedulable: 0/2 nodes are available: \(reasons). no new claims to deallocate, "
      + "preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling."
  }

  private static func refused(_ pod: String, _ reason: String) -> String {
    "\(pod) unschedulable: 0/2 nodes are available: \(reason). not found"
  }

  static let binding: [Case] = [
    Case(
      "the smallest volume that is large enough and reachable is bound",
      [
        storageClass("local", "kubernetes.io/no-provisioner"),
        volume("large", "storageClassName: local, \(reachable(from: "z1"))", size: "9Gi"),
        volume("small", "storageClassName: local, \(reachable(from: "z1"))", size: "3Gi"),
        volume("tiny", "storageClassName: local, \(reachable(from: "z1"))", size: "1Gi"),
        claim("c", "storageClassName: local"), claim("d", "storageClassName: local"),
        claim("e", "storageClassName: local"), pod("p", "c"), pod("q", "d"), pod("r", "e"),
      ],
      [
        "p on a", "q on a",
        none("r", "2 node(s) didn't find available persistent volumes to bind"),
      ]),
    Case(
      "a volume of another mode, or one that is not available, is not bound",
      [
        storageClass("local", "kubernetes.io/no-provisioner"),
        volume("block", "storageClassName: local, volumeMode: Block"),
        volume("released", "storageClassName: local", phase: "Released"),
        claim("c", "storageClassName: local"), pod("p", "c"),
      ], [none("p", "2 node(s) didn't find available persistent volumes to bind")]),
    Case(
      "pods that share an unbound claim go to the node that was chosen for it",
      [
        storageClass("fast", "csi.example.com"), claim("c", "storageClassName: fast"),
        pod("p", "c"),
        Manifest.running("busy", on: "a").replacing(
          "image: i}", with: "image: i, resources: {requests: {cpu: '7', memory: 7Gi}}}"),
        pod("q", "c").replacing(
          "image: i}", with: "image: i, resources: {requests: {cpu: '2'}}}"),
      ], ["p on b", "q on b"]),
    Case(
      "a class provisions only in its topologies",
      [
        storageClass(
          "zonal", "csi.example.com",
          ", allowedTopologies: [{matchLabelExpressions: "
            + "[{key: topology.kubernetes.io/zone, values: [z2]}]}]"),
        claim("c", "storageClassName: zonal"), pod("p", "c"),
      ], ["p on b"]),
    Case(
      "a driver that reports its capacity must have enough near the node",
      [
        storageClass("fast", "csi.example.com"),
        """
        ---
        {apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name: csi.example.com},
         spec: {storageCapacity: true}}
        ---
        {apiVersion: storage.k8s.io/v1, kind: CSIStorageCapacity,
         metadata: {name: z1, namespace: default}, storageClassName: fast, capacity: 9Gi,
         maximumVolumeSize: 1Gi, nodeTopology: {matchLabels: {topology.kubernetes.io/zone: z1}}}
        ---
        {apiVersion: storage.k8s.io/v1, kind: CSIStorageCapacity,
         metadata: {name: z2, namespace: default}, storageClassName: fast, capacity: 2Gi,
         nodeTopology: {matchLabels: {topology.kubernetes.io/zone: z2}}}
        """, claim("c", "storageClassName: fast"), pod("p", "c"),
        claim("d", "storageClassName: fast").replacing("storage: 2Gi", with: "storage: 3Gi"),
        pod("q", "d"),
      ], ["p on b", none("q", "2 node(s) did not have enough free storage")]),
    Case(
      "a claim whose class is gone has to be bound by somebody else first",
      [claim("c", "storageClassName: gone"), pod("p", "c")],
      [refused("p", "pod has unbound immediate PersistentVolumeClaims")]),
    Case(
      "a bound volume keeps its pod in reach",
      [volume("v", csi("v") + ", " + reachable(from: "z2")), bound("c", to: "v"), pod("p", "c")],
      ["p on b"]),
    Case(
      "a volume that is gone turns the pod away",
      [bound("c", to: "gone"), pod("p", "c")],
      [refused("p", "persistentvolume \"gone\" not found")]),
  ]

  static let ephemeral: [Case] = [
    Case(
      "the volume of an ephemeral claim is missed on each node",
      [
        bound("p-v", to: "gone").replacing(
          "uid: p-v-uid",
          with: "uid: p-v-uid, ownerReferences: [{apiVersion: v1, kind: Pod, name: p, "
            + "uid: p-uid, controller: true}]"),
        Manifest.pod("p", ", volumes: [{name: v, ephemeral: {volumeClaimTemplate: {}}}]"),
      ],
      [
        none("p", "2 node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)")
      ]),
    Case(
      "a pod waits for the claim of its ephemeral volume",
      [Manifest.pod("p", ", volumes: [{name: v, ephemeral: {volumeClaimTemplate: {}}}]")],
      [
        refused(
          "p",
          "waiting for ephemeral volume controller to create the persistentvolumeclaim \"p-v\"")
      ]),
    Case(
      "the claim of an ephemeral volume must be the pod's own",
      [
        claim("p-v", "storageClassName: fast"),
        Manifest.pod("p", ", volumes: [{name: v, ephemeral: {volumeClaimTemplate: {}}}]"),
      ],
      [refused("p", "PVC default/p-v was not created for pod default/p (pod is not owner)")]),
  ]

  static let zones: [Case] = [
    Case(
      "a volume's zone label holds for nodes that have zones",
      [
        Manifest.node("c"),
        volume("v", csi("v"), labels: "topology.kubernetes.io/zone: z2__z3"),
        bound("c", to: "v"), pod("p", "c"),
      ], ["p on b"]),
    Case(
      "a beta label is held against the current one",
      [
        volume("v", csi("v"), labels: "failure-domain.beta.kubernetes.io/zone: z1"),
        bound("c", to: "v"), pod("p", "c"),
      ], ["p on a"]),
  ]

  private static func csiNode(_ name: String, _ driver: String, limit: Int, meta: String = "")
    -> String
  {
    """
    ---
    {apiVersion: storage.k8s.io/v1, kind: CSINode, metadata: {name: \(name)\(meta)},
     spec: {drivers: [{name: \(driver), nodeID: \(name), allocatable: {count: \(limit)}}]}}
    """
  }

  private static let full = "1 node(s) exceed max volume count"

  static let limits: [Case] = [
    Case(
      "a volume that pods of a node share is attached once",
      [
        csiNode("a", "csi.example.com", limit: 1), csiNode("b", "csi.example.com", limit: 0),
        volume("v", csi("v")), bound("c", to: "v"), running("r", on: "a", "c"), pod("p", "c"),
      ], ["p on a"]),
    Case(
      "attachments count although no pod of the node uses them",
      [
        csiNode("a", "csi.example.com", limit: 1), csiNode("b", "csi.example.com", limit: 1),
        volume("v", csi("v")), volume("w", csi("w")), bound("c", to: "v"),
        """
        ---
        {apiVersion: storage.k8s.io/v1, kind: VolumeAttachment, metadata: {name: at},
         spec: {attacher: csi.example.com, nodeName: a, source: {persistentVolumeName: w}}}
        """, pod("p", "c"),
      ], ["p on b"]),
    Case(
      "in-tree volumes count under the driver that serves them",
      [
        csiNode("a", "ebs.csi.aws.com", limit: 1), csiNode("b", "ebs.csi.aws.com", limit: 2),
        volume("v", "awsElasticBlockStore: {volumeID: 'aws://z1/vol-1'}"),
        volume("w", "awsElasticBlockStore: {volumeID: vol-2}"), bound("c", to: "v"),
        bound("d", to: "w"), pod("p", "c", "d"),
      ], ["p on b"]),
  ]

  static let restrictions: [Case] = [
    Case(
      "a claim for one pod alone is in use wherever the other pod runs",
      [
        volume("v", csi("v")),
        bound("c", to: "v").replacing("[ReadWriteOnce]", with: "[ReadWriteOncePod]"),
        running("r", on: "a", "c"), pod("p", "c"),
      ],
      [
        "p unschedulable: 0/2 nodes are available: 2 node(s) unavailable due to "
          + "PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod. "
          + "no new claims to deallocate, preemption: 0/2 nodes are available: 2 No preemption "
          + "victims found for incoming pod."
      ]),
    Case(
      "a disk is shared by readers only",
      [
        Manifest.running(
          "r", on: "a", ", volumes: [{name: v, gcePersistentDisk: {pdName: d, readOnly: true}}]"),
        Manifest.pod("p", ", volumes: [{name: v, gcePersistentDisk: {pdName: d}}]"),
        Manifest.pod(
          "q", ", volumes: [{name: v, gcePersistentDisk: {pdName: d, readOnly: true}}]"),
      ], ["p on b", "q on a"]),
    Case(
      "a claim that is not there turns the pod away",
      [pod("p", "c")], [refused("p", "persistentvolumeclaim \"c\" not found")]),
  ]

  static let migration: [Case] = [
    Case(
      "a migrated volume is reached by the driver's zone label",
      [
        Manifest.node("a2", labels: "topology.gke.io/zone: z1, topology.kubernetes.io/zone: z1"),
        csiNode(
          "a", "x", limit: 9,
          meta:
            ", annotations: {storage.alpha.kubernetes.io/migrated-plugins: kubernetes.io/gce-pd}"
        ),
        csiNode(
          "a2", "x", limit: 9,
          meta:
            ", annotations: {storage.alpha.kubernetes.io/migrated-plugins: kubernetes.io/gce-pd}"
        ),
        volume("v", "gcePersistentDisk: {pdName: d}, " + reachable(from: "z1")),
        bound("c", to: "v"), pod("p", "c"),
      ], ["p on a2"])
  ]

  @Test(
    "decide as kube-scheduler's do",
    arguments: binding + ephemeral + zones + limits + restrictions + migration)
  func decision(_ example: Case) {
    let cluster = SimulatedCluster(Self.nodes + example.objects)
    #expect(cluster.decisions == example.decisions)
  }

  @Test("a pod goes only where its features are declared")
  func declaredFeatures() {
    let declaring = Manifest.node("b").replacing(
      "{allocatable", with: "{declaredFeatures: [UserNamespacesHostNetworkSupport], allocatable")
    let cluster = SimulatedCluster([
      Manifest.node("a"), declaring,
      Manifest.pod("p", ", hostNetwork: true, hostUsers: false"),
      Manifest.pod("q", "").replacing(
        "image: i}",
        with: "image: i, restartPolicyRules: [{action: RestartAllContainers}]}"),
    ])
    #expect(
      cluster.decisions == [
        "p on b",
        "q unschedulable: 0/2 nodes are available: 2 node(s) didn't match Pod's required features. "
          + "no new claims to deallocate, preemption: 0/2 nodes are available: 2 Preemption is not "
          + "helpful for scheduling.",
      ])
  }
}

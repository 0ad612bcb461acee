import KubernetesModel
import Provenance
import Testing
import YAML

@Suite struct SnapshotLookupTests {
  static let dump = """
    apiVersion: v1
    kind: List
    items:
    - apiVersion: v1
      kind: Pod
      metadata:
        {name: web-1, namespace: shop, uid: u1, labels: {app: web, tier: front},
         ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: r2}]}
      spec: {nodeName: n1}
    - apiVersion: v1
      kind: Pod
      metadata:
        {name: old, namespace: shop, uid: u2,
         ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: r1}]}
    - {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web, namespace: shop, uid: r2}}
    - {apiVersion: v1, kind: Service, metadata: {name: all, namespace: shop}}
    - {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}}}
    - {apiVersion: v1, kind: Service, metadata: {name: db, namespace: shop}, spec: {selector: {app: db}}}
    - {apiVersion: v1, kind: Event, metadata: {name: e2, namespace: shop}, message: second,
       lastTimestamp: "2026-11-22T10:00:02Z",
       involvedObject: {kind: Pod, namespace: shop, name: web-1, uid: u1}}
    - {apiVersion: v1, kind: Event, metadata: {name: e1, namespace: shop}, message: third,
       eventTime: "2026-11-22T10:00:03Z",
       involvedObject: {kind: Pod, namespace: shop, name: web-1, uid: u1}}
    - {apiVersion: v1, kind: Event, metadata: {name: e3, namespace: shop}, message: other life,
       involvedObject: {kind: Pod, namespace: shop, name: web-1, uid: u0}}
    - {apiVersion: v1, kind: Event, metadata: {name: e4, namespace: shop}, message: first,
       firstTimestamp: "2026-11-22T10:00:01Z",
       involvedObject: {kind: Pod, namespace: shop, name: web-1}}
    - {apiVersion: v1, kind: Event, metadata: {name: e5, namespace: default}, message: node,
       involvedObject: {kind: Node, name: n1, uid: n1}}
    """

  let snapshot: ClusterSnapshot

  init() throws {
    var builder = ClusterSnapshot.Builder()
    builder.add(try document(Self.dump))
    snapshot = builder.build()
  }

  @Test("pods are found by their node")
  func byNode() {
    #expect(snapshot.pods(onNode: "n1").map(\.metadata.name) == ["web-1"])
    #expect(snapshot.pods(onNode: "n2") == [])
  }

  @Test("events are found by object, oldest first, without those about an earlier object")
  func events() {
    let pod = ObjectReference(kind: "Pod", namespace: "shop", name: "web-1")
    #expect(
      snapshot.events(about: pod, uid: "u1").map(\.message) == ["first", "second", "third"])
    #expect(snapshot.events(about: pod).count == 4)
    let node = ObjectReference(kind: "Node", name: "n1")
    #expect(snapshot.events(about: node, uid: "real-uid").map(\.message) == ["node"])
  }

  @Test("dependents are found by the uid of their owner, else by its name")
  func dependents() {
    let owner = ObjectReference(kind: "ReplicaSet", namespace: "shop", name: "web")
    #expect(snapshot.dependents(of: owner, uid: "r2").map(\.name) == ["web-1"])
    #expect(snapshot.dependents(of: owner).map(\.name) == ["old", "web-1"])
  }

  @Test("services are found by the pods they select; one without a selector selects none")
  func services() throws {
    let pod = try #require(snapshot.pods.named("web-1", in: "shop"))
    #expect(snapshot.services(selecting: pod).map(\.metadata.name) == ["web"])
  }
}

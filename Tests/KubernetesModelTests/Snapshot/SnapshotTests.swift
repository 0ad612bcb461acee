import Findings
import KubernetesModel
import Provenance
import Testing
import YAML

@Suite struct SnapshotTests {
  private func snapshot(_ documents: String...) throws -> ClusterSnapshot {
    var builder = ClusterSnapshot.Builder()
    for (number, text) in documents.enumerated() {
      builder.add(try document(text, file: "\(number).yaml"))
    }
    return builder.build()
  }

  private func pod(_ name: String, version: String = "", node: String = "") -> String {
    """
    {apiVersion: v1, kind: Pod, metadata: {name: \(name), namespace: shop, \
    resourceVersion: '\(version)'}, spec: {nodeName: '\(node)'}}
    """
  }

  @Test("objects are sorted by namespace and name, whatever the order of the documents")
  func sorted() throws {
    let snapshot = try snapshot(
      pod("b"), pod("a"), "{apiVersion: v1, kind: Pod, metadata: {name: z}}")
    #expect(snapshot.pods.map(\.metadata.name) == ["z", "a", "b"])
    #expect(snapshot.pods.map(\.metadata.namespace) == ["default", "shop", "shop"])
    #expect(snapshot.pods.named("b", in: "shop")?.metadata.name == "b")
    #expect(snapshot.pods.named("b") == nil)
    #expect(snapshot.namespacesSeen == ["default", "shop"])
  }

  @Test("objects are sorted as their references are, however their names begin")
  func sortedAsReferences() {
    let beginnings = ["", "a", "A", "a-b", "é", "zz", "0123456789abcdef", "0123456789abcdef-1"]
    let names = beginnings.flatMap {
      [$0 + "x", $0 + "0123456789-a", $0 + "0123456789-b", $0 + "é"]
    }
    var builder = ClusterSnapshot.Builder()
    for name in names.reversed() + names {
      for namespace in ["b", "a", "ä"] {
        var (pod, map) = (Pod(), ConfigMap())
        (pod.metadata.name, pod.metadata.namespace) = (name, namespace)
        (map.metadata.name, map.metadata.namespace) = (name, namespace)
        builder.add(pod)
        builder.add(map)
      }
    }
    let snapshot = builder.build()
    let references = snapshot.references
    #expect(references == Set(references).sorted())
    #expect(references.count == 2 * 3 * Set(names).count)
    #expect(
      snapshot.pods.map(\.metadata.name) == references.suffix(snapshot.pods.count).map(\.name))
  }

  @Test("lists are unpacked, and their items need not repeat the kind")
  func lists() throws {
    let snapshot = try snapshot(
      "{apiVersion: v1, kind: List, items: [\(pod("a")), {apiVersion: v1, kind: PodList, items: []}]}",
      "{apiVersion: v1, kind: NodeList, items: [{metadata: {name: w1}}]}",
      "{apiVersion: apps/v1, kind: DeploymentList, items: []}")
    #expect(snapshot.pods.count == 1)
    #expect(snapshot.nodes.map(\.metadata.name) == ["w1"])
    #expect(snapshot.kindsSeen == ["Deployment", "Node", "Pod"])
    #expect(!snapshot.holds(kind: "Secret"))
    #expect(snapshot.problems == [])
  }

  @Test("a bare list of objects is read where the file says their kind")
  func assumedKind() throws {
    var builder = ClusterSnapshot.Builder()
    builder.add(try document("[{metadata: {name: c}}]"), assuming: "PersistentVolumeClaim")
    builder.add(try document("{apiVersion: v1, kind: List, items: []}"), assuming: "Secret")
    let snapshot = builder.build()
    #expect(snapshot.kindsSeen == ["PersistentVolumeClaim", "Secret"])
    #expect(snapshot.persistentVolumeClaims.map(\.metadata.name) == ["c"])
  }

  @Test(
    "what is no object is reported",
    arguments: [
      ("just a text", "not an object: a string"), ("{spec: {}}", "not an object: no kind"),
      ("{kind: Pod}", "not an object: no apiVersion"), ("[1]", "not an object: a list"),
    ])
  func noObject(_ text: String, says: String) throws {
    let problems = try snapshot(text).problems
    #expect(problems.map(\.kind) == [.notAnObject])
    #expect(problems.map(\.says) == [says])
  }

  @Test("kinds of other groups and versions keep their documents")
  func others() throws {
    let service = "apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: s}"
    let snapshot = try snapshot(
      "{\(service), spec: {a: 1}}",
      "{apiVersion: extensions/v1beta1, kind: Deployment, metadata: {name: d}}")
    #expect(snapshot.services.isEmpty)
    #expect(snapshot.others.map { $0["metadata"]?["name"]?.string } == ["s"])
    #expect(snapshot.deployments.map(\.metadata.name) == ["d"])
    let reference = ObjectReference(kind: "Service", name: "s")
    #expect(snapshot.document(of: reference)?["spec"] != nil)
  }

  @Test("of two copies the newer one counts, and only a different one is noted")
  func duplicates() throws {
    let identical = try snapshot(pod("a", version: "9"), pod("a", version: "9"))
    #expect(identical.pods.count == 1 && identical.problems.isEmpty)
    let different = try snapshot(
      pod("a", version: "10", node: "new"), pod("a", version: "9", node: "old"))
    #expect(different.pods.map(\.spec.nodeName) == ["new"])
    #expect(different.problems.map(\.kind) == [.duplicateObject])
    #expect(
      different.problems.map(\.description) == [
        "1.yaml:1:1: another copy of pod/a; the one at 0.yaml:1:1 is used"
      ])
  }

  @Test("a document wins over a text about the same object, silently")
  func texts() throws {
    var described = Pod()
    described.metadata.name = "a"
    described.metadata.namespace = "shop"
    described.spec.nodeName = "by text"
    var builder = ClusterSnapshot.Builder()
    builder.add(try document(pod("a", node: "by document")))
    builder.add(described, origin: .text)
    let snapshot = builder.build()
    #expect(snapshot.pods.map(\.spec.nodeName) == ["by document"])
    #expect(snapshot.problems == [])
  }

  @Test("the newest time of any object is the time of the dump, but for the end of a grace period")
  func newestTime() throws {
    let snapshot = try snapshot(
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: p
        deletionTimestamp: "2026-11-22T11:00:00Z"
        managedFields: [{time: "2026-11-22T10:00:02Z", fieldsV1: {f:spec: {}}}]
      """,
      "{apiVersion: example.com/v1, kind: X, metadata: {name: x, creationTimestamp: '2026-11-22T10:00:01Z'}}"
    )
    #expect(snapshot.newestTimestamp?.description == "2026-11-22T10:00:02Z")
  }

  @Test("a field is found in its document, or the nearest thing above it")
  func places() throws {
    let snapshot = try snapshot(
      "apiVersion: v1\nkind: Node\nmetadata:\n  name: w1\nspec:\n  podCIDR: x")
    let node = ObjectReference(kind: "Node", name: "w1")
    let path = FieldPath(parsing: "spec.podCIDR")
    #expect(snapshot.place(of: path, in: node)?.description == "0.yaml:6:3")
    #expect(snapshot.place(of: node)?.description == "0.yaml:1:1")
  }

  @Test("nobody gets at the document of a secret")
  func secretDocuments() throws {
    let snapshot = try snapshot(
      "{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: a}, data: {x: eA==}}")
    let secret = ObjectReference(kind: "Secret", namespace: "a", name: "s")
    #expect(snapshot.secrets.map(\.keys.keys) == [["x"]])
    #expect(snapshot.contains(secret) && snapshot.document(of: secret) == nil)
  }
}

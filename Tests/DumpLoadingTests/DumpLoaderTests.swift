import DumpLoading
import Findings
import Foundation
import KubernetesModel
import Provenance
import Testing

@Suite("Dump loader")
struct DumpLoaderTests {
  private static let pod = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop, resourceVersion: "2"}

    """

  private func load(_ files: [String: String]) throws -> LoadedDump {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return DumpLoader().load([folder.path(percentEncoded: false)])
  }

  @Test("reads YAML and JSON in folders below, and passes over the rest")
  func folders() throws {
    let dump = try load([
      "a/pod.yaml": Self.pod,
      "a/b/node.json": #"{"apiVersion":"v1","kind":"Node","metadata":{"name":"n"}}"#,
      "notes.pdf": "kind: Pod",
    ])
    #expect(dump.snapshot.pods.map(\.metadata.name) == ["web"])
    #expect(dump.snapshot.nodes.map(\.metadata.name) == ["n"])
    #expect(dump.passedOver.count == 1)
  }

  @Test("an empty list says that the kind was collected")
  func emptyLists() throws {
    let dump = try load(["pvc.yaml": "apiVersion: v1\nkind: List\nitems: []\n"])
    #expect(dump.snapshot.holds(kind: "PersistentVolumeClaim"))
    #expect(!dump.snapshot.holds(kind: "Pod"))
  }

  @Test("of two copies of an object the newer resourceVersion counts")
  func copies() throws {
    let older = Self.pod.replacing("\"2\"", with: "\"1\"") + "spec: {nodeName: old}\n"
    let dump = try load(["a.yaml": Self.pod + "spec: {nodeName: new}\n", "b.yaml": older])
    #expect(dump.snapshot.pods.map(\.spec.nodeName) == ["new"])
    #expect(dump.problems.map(\.kind) == [.duplicateObject])
  }

  @Test("what cannot be read is told with its place, and the rest is read")
  func broken() throws {
    let dump = try load(["broken.yaml": "a: [1, 2\n---\n" + Self.pod, "empty.yaml": ""])
    #expect(dump.snapshot.pods.count == 1)
    #expect(dump.problems.map(\.kind) == [.syntaxError, .unreadableFile])
  }

  @Test("a field of the wrong type loses nothing else")
  func wrongType() throws {
    let dump = try load(["pod.yaml": Self.pod + "spec: {containers: none, nodeName: n1}\n"])
    #expect(dump.snapshot.pods.first?.spec.nodeName == "n1")
    #expect(dump.problems.first?.kind == .wrongType)
    #expect(dump.problems.first?.place.line == 4)
  }

  @Test("the same files have the same digest, others another")
  func digests() throws {
    let files = MemoryFile(path: "a.yaml", bytes: Array(Self.pod.utf8))
    let first = DumpLoader().load(objects: [files], logs: []).digest
    #expect(first.hasPrefix("mix64:"))
    #expect(first == DumpLoader().load(objects: [files], logs: []).digest)
  }

  @Test("reads a list that does not say its kind by the name of its file")
  func bareList() {
    let dump = LoadedText([
      ("bundle/nodes.yaml", "items:\n- metadata: {name: a}\n- metadata: {name: b}\nmetadata: {}\n")
    ]).dump
    #expect(dump.snapshot.nodes.map(\.metadata.name) == ["a", "b"])
    #expect(dump.snapshot.holds(kind: "Node"))
  }
}

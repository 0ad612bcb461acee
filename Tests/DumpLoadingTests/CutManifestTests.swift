import DumpLoading
import KubernetesModel
import Provenance
import Testing

@Suite("Manifests that break off")
struct CutManifestTests {
  private static let item = """
    {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "NAME", "namespace": "shop"}}
    """

  private static func items(_ names: [String]) -> String {
    names.map { item.replacing("NAME", with: $0) }.joined(separator: ",\n")
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var path: String
    var text: String
    var names: [String]
  }

  static let cases = [
    Case(
      testDescription: "a list of kubectl, whose kind stands at its end",
      path: "cm.json",
      text: #"{"apiVersion": "v1", "items": ["# + items(["a", "b"])
        + #", {"apiVersion": "v1", "ki"#,
      names: ["a", "b"]),
    Case(
      testDescription: "a list of the API server, whose kind comes first",
      path: "cm.json",
      text: #"{"kind": "ConfigMapList", "apiVersion": "v1", "items": ["# + items(["a", "b"])
        + ", {",
      names: ["a", "b"]),
    Case(
      testDescription: "a list in YAML that ends behind a line",
      path: "cm.yaml",
      text: """
        apiVersion: v1
        items:
        - apiVersion: v1
          kind: ConfigMap
          metadata: {name: a, namespace: shop}
        - apiVersion: v1
          kind: ConfigMap

        """,
      names: ["a"]),
    Case(
      testDescription: "a list in YAML that ends in a word",
      path: "cm.yaml",
      text: """
        apiVersion: v1
        items:
        - apiVersion: v1
          kind: ConfigMap
          metadata: {name: a, namespace: shop}
        - apiVersion: v1
          kind: ConfigMap
          metadata: {name: b, namespace: shop}
        - apiVersion: v1
          kin
        """,
      names: ["a", "b"]),
    Case(
      testDescription: "one object in a list of its own",
      path: "cm.json",
      text: #"{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "others": "#
        + #"[{"a": 1}, {"b"#,
      names: ["a"]),
    Case(
      testDescription: "one object in YAML in a list of its own",
      path: "cm.yaml",
      text: """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a, namespace: shop}
        others:
        - a: 1
        - b: [
        """,
      names: ["a"]),
    Case(
      testDescription: "one object",
      path: "cm.json",
      text: #"{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a", "lab"#,
      names: ["a"]),
    Case(
      testDescription: "one object in a paste",
      path: "paste.txt",
      text: """
        $ kubectl get cm a -o json
        {
            "apiVersion": "v1",
            "kind": "ConfigMap",
            "metadata": {
                "name": "a",
                "lab
        $ exit
        """,
      names: ["a"]),
  ]

  @Test("are read as far as they go, and show neither all nor the whole", arguments: cases)
  func cut(_ example: Case) throws {
    let dump = LoadedText([(example.path, example.text)]).dump
    let maps = dump.snapshot.configMaps
    #expect(maps.map(\.metadata.name).sorted() == example.names)
    #expect(!dump.problems.isEmpty)
    #expect(!dump.snapshot.holds(kind: "ConfigMap"))
    for map in maps {
      let reference = ObjectReference(
        kind: "ConfigMap", namespace: map.metadata.namespace, name: map.metadata.name)
      #expect(dump.snapshot.isPartial(reference))
    }
  }

  @Test("may break off anywhere")
  func anywhere() {
    let text = Self.cases[1].text
    for length in 1..<text.count {
      let dump = LoadedText([("cm.json", String(text.prefix(length)))]).dump
      #expect(dump.snapshot.objectCount <= 2)
      #expect(!dump.problems.isEmpty)
    }
  }
}

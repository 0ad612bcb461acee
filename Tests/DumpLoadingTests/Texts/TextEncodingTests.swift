import DumpLoading
import Findings
import KubernetesModel
import Testing

@Suite("Texts that are not in UTF-8")
struct TextEncodingTests {
  private static let table = """
    NAME   READY   STATUS    RESTARTS   AGE   IP         NODE     NOMINATED NODE   READINESS GATES
    web    1/1     Running   0          5m    10.0.0.9   node-a   <none>           <none>

    """
  private static let description = """
    Name:         web
    Namespace:    shop
    Node:         node-a/10.0.0.1
    QoS Class:    BestEffort
    Events:       <none>

    """
  private static let manifest = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop}
    spec: {nodeName: node-a}

    """

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
  }

  static let cases = [
    Case(testDescription: "a table, low octet first", bytes: [0xFF, 0xFE] + units(table, 0)),
    Case(testDescription: "a table, high octet first", bytes: [0xFE, 0xFF] + units(table, 8)),
    Case(
      testDescription: "a table with the line ends of Windows",
      bytes: [0xFF, 0xFE] + units(table.replacing("\n", with: "\r\n"), 0)),
    Case(testDescription: "a description", bytes: [0xFF, 0xFE] + units(description, 0)),
    Case(
      testDescription: "a description that was cut within a character",
      bytes: [0xFF, 0xFE] + units(description, 0) + [0x20]),
    Case(testDescription: "a manifest", bytes: [0xFF, 0xFE] + units(manifest, 0)),
  ]

  /// The units of UTF-16, each with the octet above `first` bits in front.
  private static func units(_ text: String, _ first: Int) -> [UInt8] {
    text.utf16.flatMap { unit in
      [UInt8(truncatingIfNeeded: unit >> first), UInt8(truncatingIfNeeded: unit >> (8 - first))]
    }
  }

  @Test("are read as those that are", arguments: cases)
  func reading(_ example: Case) {
    let dump = DumpLoader().load(
      objects: [MemoryFile(path: "pods.txt", bytes: example.bytes)], logs: [])
    #expect(dump.problems.map(\.description) == [])
    #expect(dump.snapshot.pods.map(\.metadata.name) == ["web"])
    #expect(dump.snapshot.pods.map(\.spec.nodeName) == ["node-a"])
  }
}

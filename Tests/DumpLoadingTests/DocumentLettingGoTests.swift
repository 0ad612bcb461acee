import DumpLoading
import Findings
import Foundation
import KubernetesModel
import Provenance
import Testing
import YAML

@Suite("Documents that were let go")
struct DocumentLettingGoTests {
  private static let count = 4_000

  /// A pod of about 300 octets, as a cluster has it.
  private static func pod(_ number: Int, phase: String) -> String {
    """
    - apiVersion: v1
      kind: Pod
      metadata:
        name: pod-\(number)
        namespace: shop
        uid: 1d9c4fd7-7d1c-4b5f-9d33-\(100_000_000_000 + number)
        annotations:
          about: |
            - dashes
            \(String(repeating: "and words ", count: 6))
      spec:
        containers:
        - {name: c, image: "i:\(number)"}
      status:
        phase: \(phase)
        conditions:
        - type: Ready
          status: "\(phase == "Running" ? "True" : "False")"

    """
  }

  private static func list(phase: (Int) -> String = { _ in "Running" }) -> String {
    "apiVersion: v1\nitems:\n" + (0..<count).map { pod($0, phase: phase($0)) }.joined()
      + "kind: List\n"
  }

  private static func json(of text: String) -> String {
    let root = DocumentReader().read(text, file: "").documents[0].root
    let elements = root["items"]?.elements.map { $0 } ?? []
    let items = elements.map { "        " + String(decoding: $0.json(), as: UTF8.self) }
    return """
      {
          "apiVersion": "v1",
          "items": [
      \(items.joined(separator: ",\n"))
          ],
          "kind": "List"
      }

      """
  }

  private static func reference(_ number: Int) -> ObjectReference {
    ObjectReference(kind: "Pod", namespace: "shop", name: "pod-\(number)")
  }

  /// Loads a text from a file, and changes the file before the dump is looked at.
  private func load(
    _ text: String, keepsDocuments: Bool = false, change: (URL) throws -> Void = { _ in },
    then look: (LoadedDump) throws -> Void
  ) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".yaml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let dump = DumpLoader(keepsDocuments: keepsDocuments).load([file.path(percentEncoded: false)])
    try change(file)
    try look(dump)
  }

  private func transcript(of dump: LoadedDump) -> [String] {
    stride(from: 0, to: Self.count, by: 97).map { number in
      let object = Self.reference(number)
      let place = dump.snapshot.place(of: FieldPath(parsing: "status.phase"), in: object)
      let json = dump.snapshot.document(of: object).map {
        String(decoding: $0.json(), as: UTF8.self)
      }
      return "\(json ?? "none") \(place?.mark.description ?? "nowhere")"
    }
  }

  @Test("say what they said", arguments: [false, true])
  func same(isJSON: Bool) throws {
    let text = isJSON ? Self.json(of: Self.list()) : Self.list()
    var kept: [String] = []
    try load(text, keepsDocuments: true) { kept = transcript(of: $0) }
    try load(text) { dump in
      #expect(transcript(of: dump) == kept)
      #expect(kept.allSatisfy { !$0.hasPrefix("none") && !$0.hasSuffix("nowhere") })
      #expect(dump.changes.isEmpty)
    }
    let held = DumpLoader().load(
      objects: [.init(path: "a.yaml", bytes: Array(text.utf8))], logs: [])
    #expect(transcript(of: held) == kept)
  }

  @Test(
    "are gone with what was written over them, and that is said",
    arguments: [
      "written over", "cut off", "deleted",
    ])
  func changed(how: String) throws {
    try load(
      Self.list(),
      change: { file in
        switch how {
        case "written over":
          try Data(Self.list(phase: { _ in "Pending" }).utf8).write(to: file)
        case "cut off": try Data("apiVersion: v1\n".utf8).write(to: file)
        default: try FileManager.default.removeItem(at: file)
        }
      }
    ) { dump in
      let (snapshot, object) = (dump.snapshot, Self.reference(7))
      #expect(dump.changes.isEmpty)
      #expect(snapshot.hasDocument(of: object))
      #expect(snapshot.document(of: object) == nil)
      #expect(snapshot.place(of: FieldPath(parsing: "spec"), in: object)?.mark.line == 129)
      #expect(snapshot.pods.count == Self.count)
      #expect(dump.changes.map(\.kind) == [.unreadableFile])
    }
  }

  @Test("are kept where pods are in trouble", arguments: [1, 6])
  func troubled(every: Int) throws {
    let text = Self.list { $0 % every == 0 ? "Pending" : "Running" }
    try load(text, change: { try FileManager.default.removeItem(at: $0) }) { dump in
      #expect(dump.snapshot.document(of: Self.reference(7)) != nil)
      #expect(dump.changes.isEmpty)
    }
  }
}

import CEL
import Foundation
import Provenance
import RuleEngine
import YAML

/// A made-up world to ask rules about: kettles, the sockets they hang on, and guests who wait for
/// tea.
enum Kitchen {
  /// The package's own folder.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static let folder = root + "/Fixtures/Rules/kitchen"

  static let vocabulary = RuleFile(
    path: "vocabulary.yaml",
    text: """
      subjects:
        Kettle: {is: a kettle, variables: {kettle: it, socket: its socket, guests: who waits}}
      triggers: {phase: its phase}
      symptoms: {no-tea: nobody has tea}
      """)

  static func book() throws -> RuleBook {
    try RuleBook(files: RuleFolder.files(at: folder), laws: .tested)
  }

  /// A book of one rule with the given text, beside the vocabulary.
  static func book(of rule: String, named name: String = "odd-kettle") throws -> RuleBook {
    let file = RuleFile(path: "\(name).yaml", text: rule)
    return try RuleBook(files: [vocabulary, file], laws: .formal)
  }

  /// One subject for each kettle of the documents.
  static func subjects(in text: String, file: String = "kitchen.yaml") throws -> [Subject] {
    let roots = DocumentReader().read(text, file: file).documents.map(\.root)
    let sockets = roots.filter { $0["kind"]?.text == "Socket" }
    return roots.filter { $0["kind"]?.text == "Kettle" }.map { subject($0, sockets: sockets) }
  }

  private static let facts: FactTable<YAMLNode> = FactTable([
    "litres": { kettle in
      kettle.node(at: FieldPath(parsing: "status.litres")).map { Value(document: $0) } ?? .int(0)
    }
  ])

  private static func subject(_ kettle: YAMLNode, sockets: [YAMLNode]) -> Subject {
    let origin = origin(of: kettle)
    let socket = sockets.first.map { Value(document: $0, of: Self.origin(of: $0)) } ?? .null
    let guests = kettle["spec"]?["guests"].map { Value(document: $0, of: origin) } ?? .list([])
    let events = kettle["events"].map { $0.elements.compactMap { $0["reason"]?.text } } ?? []
    let phase = kettle["status"]?["phase"].map { ["phase:\($0.text)"] } ?? []
    return Subject(
      kind: "Kettle", reference: origin.object, triggers: phase + events.map { "event:\($0)" },
      origin: origin,
      variables: FactObject([
        "kettle": { .map(FactObject(facts.names, origin: origin) { facts.facts[$0](kettle) }) },
        "socket": { socket },
        "guests": { guests },
      ]))
  }

  private static func origin(of node: YAMLNode) -> Origin {
    Origin(
      ObjectReference(
        kind: node["kind"]?.text ?? "", name: node["metadata"]?["name"]?.text ?? ""),
      root: node)
  }
}

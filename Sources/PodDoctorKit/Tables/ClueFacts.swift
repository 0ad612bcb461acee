import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of the line that says why a container ended.
enum ClueFacts {
  /// A clue with the container and pod it is about.
  struct Base: Sendable {
    var clue: Clue
    var container: ContainerCase
    var pod: PodCase
  }

  static let table = FactTable<Base>([
    "cause": { .string($0.clue.cause) },
    "text": { .string(text(of: $0)) },
    "signature": { .string($0.clue.line.signature.name) },
    "group": { .string($0.clue.line.signature.group) },
    "chance": { .double(Double($0.clue.line.signature.weight) / 100) },
    "fromLog": { .bool($0.clue.field == nil) },
    "captures": { .texts($0.clue.line.captures) },
    "field": { .string($0.clue.field ?? "") },
    "paths": { .texts($0.clue.paths) },
    "hosts": { base in
      .facts(
        base.clue.hosts(seenBy: base.pod).map { HostFacts.object(.init(host: $0, pod: base.pod)) })
    },
    "mountPath": { .text($0.clue.mount(in: $0.container.life.spec)?.mount.mountPath) },
    "mountName": { .text($0.clue.mount(in: $0.container.life.spec)?.mount.name) },
    "mountReadOnly": { .bool($0.clue.mount(in: $0.container.life.spec)?.mount.readOnly ?? false) },
    "mountField": { base in
      .text(
        base.clue.mount(in: base.container.life.spec).map {
          "\(base.container.life.path).volumeMounts[\($0.index)]"
        })
    },
  ])

  static func object(_ base: Base) -> FactObject {
    guard base.clue.field == nil else {
      return FactObject(base, table, origin: base.pod.origin)
    }
    let place = Place(
      file: base.clue.file, mark: Mark(line: base.clue.line.number, column: 1))
    let origin = Origin(base.pod.reference, place: place, text: base.clue.line.text)
    return FactObject(base, table, origin: origin)
  }

  /// The line without the blanks around it.
  private static func text(of base: Base) -> String {
    let text = base.clue.line.text.drop { $0.isWhitespace }
    let end = text.lastIndex { !$0.isWhitespace }
    return end.map { String(text[...$0]) } ?? ""
  }
}

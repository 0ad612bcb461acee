import CEL
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a container's log.
enum LogFacts {
  /// A log, and the pod whose log it is.
  struct Base: Sendable {
    var log: LogReading
    var pod: ObjectReference
  }

  static let table = FactTable<Base>([
    "file": { .string($0.log.file) },
    "count": { .number($0.log.lineCount) },
    "tail": { .texts($0.log.tail) },
    "lines": { base in .facts(base.log.lines.map { LineFacts.object($0, of: base) }) },
    "listens": { .numbers($0.log.listeningPorts) },
    "starting": { .bool($0.log.isStarting) },
    "last": { base in .text(base.log.tail.last) },
    "end": { base in .fact(LastLineFacts.object(base)) },
  ])

  static func object(_ log: LogReading, of pod: ObjectReference) -> FactObject {
    FactObject(Base(log: log, pod: pod), table, origin: Origin(pod))
  }
}

/// What rules can ask of the last line of a log, which stands for its place.
enum LastLineFacts {
  static let table = FactTable<LogFacts.Base>(["text": { .text($0.log.tail.last) }])

  static func object(_ log: LogFacts.Base) -> FactObject? {
    guard let text = log.log.tail.last, let number = log.log.lastNumber else { return nil }
    let place = Place(file: log.log.file, mark: Mark(line: number, column: 1))
    return FactObject(log, table, origin: Origin(log.pod, place: place, text: text))
  }
}

/// What rules can ask of a line that a signature recognises.
enum LineFacts {
  static let table = FactTable<LogReading.Line>([
    "text": { .string($0.text) },
    "signature": { .string($0.signature.name) },
    "group": { .string($0.signature.group) },
    "cause": { .string($0.signature.cause) },
    "weight": { .number($0.signature.weight) },
    "number": { .number($0.number) },
    "fromEnd": { .number($0.fromEnd) },
    "occurrences": { .number($0.occurrences) },
  ])

  static func object(_ line: LogReading.Line, of log: LogFacts.Base) -> FactObject {
    let place = Place(file: log.log.file, mark: Mark(line: line.number, column: 1))
    return FactObject(line, table, origin: Origin(log.pod, place: place, text: line.text))
  }
}

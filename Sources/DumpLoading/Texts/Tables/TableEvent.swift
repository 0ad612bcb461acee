import Basics
import KubernetesModel
import YAML

/// A row of `kubectl get events` or `kubectl events`, of any version, or of columns that somebody chose.
struct TableEvent {
  private static let lastSeen = ["LAST SEEN", "LASTSEEN", "LAST", "LASTTIMESTAMP", "TIME", "AGE"]
  private static let firstSeen = ["FIRST SEEN", "FIRSTSEEN", "FIRST", "FIRSTTIMESTAMP"]

  private let row: TableRow
  private let context: TableContext
  private let object: (kind: String, name: String)
  private let seen: (first: Timestamp?, last: Timestamp?)
  private let count: Int32

  /// Reads a row; nil when it shows no event.
  init?(_ row: TableRow, in context: TableContext) {
    guard let object = Self.object(of: row), row.value("REASON") != nil || row.value("TYPE") != nil
    else { return nil }
    (self.row, self.context, self.object) = (row, context, object)
    let told = Self.lastSeen.lazy.compactMap { row[$0] }.first
    let age = told.flatMap { EventAge($0.text) }
    let last = told.flatMap { age?.last?.time(before: context.present) ?? Timestamp($0.text) }
    guard told == nil || age != nil || last != nil else { return nil }
    let first = row.value(Self.firstSeen).flatMap {
      Age($0.text)?.time(before: context.present) ?? Timestamp($0.text)
    }
    seen = (first ?? age?.first?.time(before: context.present) ?? last, last)
    let count = row.value("COUNT").flatMap { Int32($0.text) } ?? Int32(clamping: age?.count ?? 1)
    self.count = max(1, count)
  }

  /// What the event is about: `pod/web-1`, or in old tables a kind and the name of the event.
  private static func object(of row: TableRow) -> (kind: String, name: String)? {
    guard let told = row.value(["OBJECT", "KIND"])?.text else { return nil }
    let halves = told.split(separator: "/", maxSplits: 1).map(String.init)
    if halves.count == 2 { return (kind(halves[0]), halves[1]) }
    guard let kind = row.value("KIND") else {
      return KindNames.kind(named: told).map { ($0, "") } ?? ("", told)
    }
    let name = row.value("OBJECT")?.text ?? name(in: row.value(TableHeader.name)?.text ?? "")
    return (self.kind(kind.text), name)
  }

  private static func kind(_ name: String) -> String { KindNames.kind(named: name) ?? name }

  /// The object's name in that of an event, such as `web-1.17c3a4b5d6e7f801`.
  private static func name(in event: String) -> String {
    guard let dot = event.lastIndex(of: ".") else { return event }
    let suffix = event[event.index(after: dot)...].utf8
    let isStamp = suffix.count >= 14 && UInt64(String(Substring(suffix)), radix: 16) != nil
    return isStamp ? String(event[..<dot]) : event
  }
}

extension TableEvent {
  private var namespace: String { row.value("NAMESPACE")?.text ?? context.namespace }

  /// A name that tells events apart and is the same for the same event in another table.
  private func name(numbering names: inout [String: Int]) -> String {
    var digest = ByteDigest()
    digest.add("\(namespace)\0\(object.kind)")
    for heading in ["TYPE", "REASON", TableHeader.message] {
      digest.add(row[heading]?.text ?? "")
      digest.add("\0")
    }
    let name = "\(object.name).\(digest.digits)"
    let number = (names[name] ?? 0) + 1
    names[name] = number
    return number == 1 ? name : "\(name).\(number)"
  }

  /// The event; `names` counts how often each name was given to an event of the table.
  func document(numbering names: inout [String: Int]) -> Document {
    let name = name(numbering: &names)
    var builder = DocumentBuilder(file: context.file, at: row.mark)
    builder.mapping { builder in
      builder.field("apiVersion", Event.apiVersion)
      builder.field("kind", Event.kind)
      builder.field(
        "metadata",
        mapping: { builder in
          builder.field("name", name)
          builder.field("namespace", namespace)
        })
      builder.field("type", row.value("TYPE"))
      builder.field("reason", row.value("REASON"))
      builder.key("involvedObject")
      involvedObject(to: &builder)
      builder.field("message", row[TableHeader.message])
      builder.key("source")
      source(to: &builder)
      builder.time("firstTimestamp", seen.first, at: row.value(Self.firstSeen + Self.lastSeen))
      builder.time("lastTimestamp", seen.last, at: row.value(Self.lastSeen))
      builder.mark = row.value(["COUNT"] + Self.lastSeen)?.mark ?? row.mark
      builder.field("count", count)
    }
    return builder.finish()
  }

  private func involvedObject(to builder: inout DocumentBuilder) {
    builder.mapping { builder in
      builder.mark = row.value(["OBJECT", "KIND"])?.mark ?? row.mark
      builder.field("kind", object.kind)
      builder.field("name", object.name)
      if KindTable.type(kind: object.kind)?.isNamespaced ?? true {
        builder.field("namespace", namespace)
      }
      builder.field("fieldPath", row.value("SUBOBJECT"))
    }
  }

  /// `kubelet, node-a` names a component and its host.
  private func source(to builder: inout DocumentBuilder) {
    let cell = row.value("SOURCE")
    let parts = cell?.text.split(separator: ",", maxSplits: 1) ?? []
    builder.mapping { builder in
      builder.mark = cell?.mark ?? row.mark
      if let component = parts.first { builder.field("component", String(component)) }
      if parts.count == 2 { builder.field("host", String(parts[1].drop { $0 == " " })) }
    }
  }
}

import Basics
import KubernetesModel
import Provenance
import YAML

/// Counts what a journal says over and over, and makes events of it.
struct JournalDigest {
  /// The most events of one journal.
  private static let limit = 2_000
  /// The most texts that are kept apart for one object and reason; more are counted under the newest of them.
  private static let textsLimit = 12
  private static let longestMessage = 4_096

  private struct Entry {
    var note: JournalNote
    var first: Timestamp?
    var count = 1
  }

  /// An object and a reason.
  private struct Topic: Hashable {
    var subject: JournalNote.Subject
    var reason: String
  }

  private var entries: [Entry] = []
  private var positions: [JournalNote.Identity: Int] = [:]
  private var topics: [Topic: [Int]] = [:]

  mutating func add(_ note: JournalNote) {
    var note = note
    if note.identity.message.utf8.count > Self.longestMessage {
      let bytes = note.identity.message.utf8.prefix(Self.longestMessage)
      note.identity.message = String(decoding: bytes, as: UTF8.self)
    }
    let topic = Topic(subject: note.identity.subject, reason: note.identity.reason)
    let known = topics[topic] ?? []
    if let position = positions[note.identity] {
      count(note, at: position)
    } else if known.count >= Self.textsLimit, let last = known.last {
      positions[entries[last].note.identity] = nil
      positions[note.identity] = last
      count(note, at: last)
    } else if entries.count < Self.limit {
      positions[note.identity] = entries.count
      topics[topic] = known + [entries.count]
      entries.append(Entry(note: note, first: note.time))
    }
  }

  private mutating func count(_ note: JournalNote, at position: Int) {
    entries[position].count += 1
    entries[position].note = note
  }

  /// The events, each where its last line stands.
  func events(file: String) -> [Document] { entries.map { event($0, file: file) } }

  private func event(_ entry: Entry, file: String) -> Document {
    let note = entry.note
    var builder = DocumentBuilder(file: file, at: Mark(line: note.line, column: 1))
    builder.mapping { event in
      event.field("apiVersion", "v1")
      event.field("kind", "Event")
      event.key("metadata")
      event.mapping { metadata in
        metadata.field("name", name(of: note, in: file))
        metadata.field("namespace", note.identity.subject.namespace)
      }
      event.key("involvedObject")
      event.mapping { note.identity.subject.write(to: &$0) }
      event.field("reason", note.identity.reason)
      event.field("message", note.identity.message)
      event.key("source")
      event.mapping { source in
        source.field("component", note.component)
        source.field("host", note.host)
      }
      if let first = entry.first { event.field("firstTimestamp", first.description) }
      if let last = note.time { event.field("lastTimestamp", last.description) }
      event.field("count", entry.count)
      event.field("type", "Warning")
    }
    return builder.finish()
  }

  /// A name like those that components give their events; the same line of the same file has the same.
  private func name(of note: JournalNote, in file: String) -> String {
    var digest = ByteDigest()
    for part in [file, "\(note.line)", note.identity.reason, note.identity.message] {
      digest.add(part)
    }
    let hash = digest.description.split(separator: ":").last ?? ""
    return "\(note.identity.subject.label).\(hash)"
  }
}

extension JournalNote.Subject {
  fileprivate var label: String {
    switch self {
    case .pod(_, let name, let uid, _): name.isEmpty ? uid : name
    case .node(let name): name
    }
  }

  fileprivate var namespace: String {
    switch self {
    case .pod(let namespace, _, _, _): namespace.isEmpty ? "default" : namespace
    case .node: "default"
    }
  }

  fileprivate func write(to object: inout DocumentBuilder) {
    switch self {
    case .pod(let namespace, let name, let uid, let container):
      object.field("kind", "Pod")
      object.field("namespace", namespace)
      object.field("name", name)
      if !uid.isEmpty { object.field("uid", uid) }
      if !container.isEmpty { object.field("fieldPath", "spec.containers{\(container)}") }
    case .node(let name):
      object.field("kind", "Node")
      object.field("name", name)
      object.field("uid", name)
    }
  }
}

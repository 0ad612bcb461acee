import Basics
import Findings
import KubernetesModel
import Provenance
import YAML

/// The texts of a dump, read after its documents: only those and all texts together tell against which time ages
/// count, and which events are new.
struct DumpTexts: Sendable {
  private(set) var objects: [ObjectReader] = []
  private(set) var logs: [ContainerLog] = []
  private(set) var problems: [LoadProblem] = []
  /// The kinds of which a text shows all objects that there were.
  private(set) var listedKinds: Set<String> = []
  /// The present that ages count from; nil when there are no texts.
  private(set) var present: TextPresent?
  /// What lines of journals tell that stand in a paste, as events about pods and nodes.
  private(set) var journaled: [LoadedObject] = []
  /// Texts that turn out to be what a node's programs logged.
  private(set) var journals: [JournalFile] = []
  /// The files in which nothing was understood.
  private(set) var notUnderstood: Set<String> = []

  /// Reads the texts.
  ///
  /// - Parameters:
  ///   - readings: what was read of all files of the dump.
  ///   - now: the present, where the user says what it is.
  init(_ readings: [FileReading], now: Timestamp?) {
    let texts = readings.compactMap(\.text)
    guard !texts.isEmpty else { return }
    let known = readings.flatMap(\.objects).flatMap(\.objects)
    let newest = known.compactMap(\.newestTimestamp).max()
    let surveys = texts.concurrentMap(chunkSize: Self.chunk) { TextSurvey(of: $0.bytes) }
    let times = surveys.compactMap(\.newest) + (newest.map { [$0] } ?? [])
    let present = TextPresent(given: now, newest: times.max())
    let namespace = Self.onlyNamespace(of: surveys, known)
    let pastes = texts.concurrentMap(chunkSize: Self.chunk) {
      PastedText(
        $0, present: present, namespace: $0.namespace.isEmpty ? namespace : $0.namespace)
    }
    self.present = present
    for (text, paste) in zip(texts, pastes) { take(paste, of: text) }
    takeObjects(of: pastes, beside: known)
  }

  /// How many texts are worth handing to another processor.
  private static let chunk = 4

  /// The namespace of everything that does not name its own: the only one that the dump speaks of, else kubectl's.
  private static func onlyNamespace(of surveys: [TextSurvey], _ known: [LoadedObject]) -> String {
    var namespaces = surveys.reduce(into: Set<String>()) { $0.formUnion($1.namespaces) }
    if namespaces.isEmpty {
      namespaces = Set(known.map(\.reference.namespace).filter { !$0.isEmpty })
    }
    return namespaces.count == 1 ? namespaces.first ?? usualNamespace : usualNamespace
  }

  /// The namespace of commands that name none, unless somebody's settings name another.
  private static let usualNamespace = "default"

  private mutating func take(_ paste: PastedText, of text: FileReading.Text) {
    guard paste.isUnderstood else {
      if let journal = journal(in: text) { return journals.append(journal) }
      if !paste.journaled.isEmpty { return journaled += paste.journaled.map(JournalFiles.event) }
      if !text.otherwise.isEmpty {
        problems += text.otherwise
      } else if text.isNamed {
        problems += [
          .unreadable(
            text.file,
            "no manifest and no output of kubectl get, describe, events or logs was found in it")
        ]
      } else {
        notUnderstood.insert(text.file)
      }
      return
    }
    logs += paste.logs
    journaled += paste.journaled.map(JournalFiles.event)
    listedKinds.formUnion(paste.listedKinds)
    problems += paste.problems + paste.problemsOfManifests
    objects += paste.cutManifests
    for document in paste.manifests.documents {
      let readers = ObjectReader.readers(of: document.root, inFileOf: nil)
      // What stands in a list without its head is not all that it held.
      objects += document.root.isSequence ? readers.map(\.excerpt) : readers
    }
  }

  private func journal(in text: FileReading.Text) -> JournalFile? {
    let lines = TextLine.lines(of: Array(text.bytes.prefix(LogFile.headSize)))
    guard let present, JournalReader.isJournal(lines, file: text.file, present: present) else {
      return nil
    }
    return JournalFile(text.bytes, file: text.file)
  }

  private mutating func takeObjects(of pastes: [PastedText], beside known: [LoadedObject]) {
    var merged = TextObjects()
    for paste in pastes { merged.add(paste.objects) }
    let events = (known + objects.flatMap(\.objects)).compactMap { $0.value as? Event }
    objects += merged.merged(beside: events).map { ObjectReader($0.root) }
  }
}

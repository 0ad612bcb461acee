import KubernetesModel
import YAML

/// Reads the journals among the files of a dump once its present is known.
struct JournalFiles {
  /// What the journals tell, as events about pods and nodes.
  private(set) var events: [LoadedObject] = []

  /// Reads the files that are journals by their names, and those among `strangers` that turn out to be.
  init(_ files: [JournalFile], among strangers: inout [LogFile], present: TextPresent?) {
    let present = present ?? TextPresent(time: Timestamp(seconds: 0), isNominal: true)
    for file in files { add(JournalReader.read(whole: file, present: present)) }
    strangers.removeAll { file in
      let lines = TextLine.lines(of: file.head)
      guard JournalReader.isJournal(lines, file: file.path, present: present) else { return false }
      add(JournalReader.read(whole: JournalFile(file.source), present: present))
      return true
    }
  }

  private mutating func add(_ reading: TextReading) {
    events += reading.objects.map(Self.event)
  }

  /// The event that a reader of journals wrote.
  static func event(_ document: Document) -> LoadedObject {
    LoadedObject(
      decoding: document.root, apiVersion: Event.apiVersion, kind: Event.kind, origin: .journal)
  }
}

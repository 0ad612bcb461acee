import DumpLoading
import KubernetesModel

/// Texts as tests write them, loaded as a dump of files.
struct LoadedText {
  let dump: LoadedDump

  init(_ text: String, named path: String = "paste.txt", now: String? = nil) {
    self.init([(path, text)], now: now)
  }

  init(_ files: [(path: String, text: String)], now: String? = nil) {
    dump = DumpLoader(now: now.flatMap { Timestamp($0) }).load(
      objects: files.map { MemoryFile(path: $0.path, bytes: Array($0.text.utf8)) }, logs: [])
  }

  var pods: [Pod] { dump.snapshot.pods }
  var events: [Event] { dump.snapshot.events }
}

/// One file of a dump, by what its name says is in it.
struct InputFile: Sendable {
  /// What is looked for in a file.
  enum Content: Sendable {
    case objects
    /// Logs; of containers where the name tells whose, else those of `kubectl cluster-info dump`.
    case log(LogFileName?)
    /// What a node's kubelet, container runtime or kernel logged.
    case journal
    /// Neither: named in the report as passed over.
    case other
  }

  var path: String
  var content: Content

  /// A file that the user named counts as objects whatever it is called, unless it is called like a log.
  init(named path: String) {
    self.path = path
    content = Self.content(of: path)
    if case .other = content { content = .objects }
  }

  /// A file that holds objects, whatever it is called.
  init(objectsAt path: String) {
    self.path = path
    content = .objects
  }

  /// A file that was found in a folder.
  init(foundAt path: String) {
    self.path = path
    content = Self.content(of: path)
  }

  /// Whether nothing of the file is looked at.
  var isPassedOver: Bool {
    if case .other = content { true } else { false }
  }

  private static func content(of path: String) -> Content {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if name == "logs.txt" { return .log(nil) }
    if JournalFileName.isJournal(path) { return .journal }
    if let log = LogFileName(path) { return .log(log) }
    let endings = [".yaml", ".yml", ".json"]
    return endings.contains { name.hasSuffix($0) } ? .objects : .other
  }

  /// The kind that a file is named after: `pvc.yaml` holds claims, if only an empty list of them.
  var kindByName: String? {
    let name = path.split(separator: "/").last?.lowercased() ?? ""
    guard let dot = name.firstIndex(of: ".") else { return nil }
    return KindNames.kind(named: String(name[..<dot]))
  }
}

/// A file whose bytes are in memory already.
package struct MemoryFile: Sendable {
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// One file of a dump, by what its name says is in it.
struct InputFile: Sendable {
  /// What is looked for in a file.
  enum Content: Sendable {
    case objects
    /// Whatever the content turns out to be; the user named the file, or its name is that of a text.
    case any
    /// Logs; of containers where the name tells whose, else those of `kubectl cluster-info dump`.
    case log(LogFileName?)
    /// What a node's kubelet, container runtime or kernel logged.
    case journal
    /// Neither: named in the report as passed over.
    case other
  }

  var path: String
  var content: Content
  /// Whether the user named the file itself, not a folder in which it lies.
  var isNamed = false

  /// A file that the user named is looked into whatever it is called.
  init(named path: String) {
    self.path = path
    content = Self.content(of: path)
    if case .other = content { content = .any }
    isNamed = true
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
    if manifestEndings.contains(where: name.hasSuffix) { return .objects }
    return !name.contains(".") || textEndings.contains(where: name.hasSuffix) ? .any : .other
  }

  private static let manifestEndings = [".yaml", ".yml", ".json"]
  private static let textEndings = [".txt", ".text", ".out", ".md", ".describe", ".desc"]

  /// The kind of which a file's name in the plural says that it holds all objects.
  var kindListedByName: String? {
    let name = path.split(separator: "/").last?.split(separator: ".").first ?? ""
    return name.hasSuffix("s") ? kindByName : nil
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

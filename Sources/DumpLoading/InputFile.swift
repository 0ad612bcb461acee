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
    /// Why the collector could not read objects of a kind.
    case failures(kind: String)
    /// Neither: named in the report as passed over.
    case other
  }

  /// The path as reports call it, by which a file that is in no archive can be opened.
  var path: String
  var content: Content
  /// The path as far as it tells what is in the file: that of an archive's entry is told without the archive.
  private let name: String
  /// Whether the user named it, so that it should hold something; folders and archives hold all kinds of files.
  let isNamed: Bool

  private init(_ path: String, name: String, _ content: Content, isNamed: Bool) {
    self.path = path
    self.name = name
    self.content = content
    self.isNamed = isNamed
  }

  /// A file that the user named is looked into whatever it is called.
  init(named path: String) {
    self.init(named: path, shownAs: path)
  }

  private init(named name: String, shownAs path: String) {
    var content = Self.content(of: name)
    if case .other = content { content = .any }
    self.init(path, name: name, content, isNamed: true)
  }

  /// A file that holds objects, whatever it is called.
  init(objectsAt path: String) {
    self.init(path, name: path, .objects, isNamed: true)
  }

  /// A file that was found in a folder.
  init(foundAt path: String) {
    self.init(foundAt: path, shownAs: path)
  }

  /// A file that was found in an archive at `name`; reports call it `path`.
  init(foundAt name: String, shownAs path: String) {
    self.init(path, name: name, Self.content(of: name), isNamed: false)
  }

  /// What is in a compressed file, which its name tells without the endings of the compressions; all of them are undone
  /// at once.
  var uncompressed: InputFile {
    let endings = [".gz", ".bz2", ".xz", ".zst", ".zip"]
    var inner = name
    while let ending = endings.first(where: inner.lowercased().hasSuffix) {
      inner.removeLast(ending.count)
    }
    return isNamed
      ? InputFile(named: inner, shownAs: path) : InputFile(foundAt: inner, shownAs: path)
  }

  /// Whether nothing of the file is looked at.
  var isPassedOver: Bool {
    if case .other = content { true } else { false }
  }

  /// Whether the name is that of a log.
  var isLog: Bool {
    if case .log = content { true } else { false }
  }

  private static func content(of path: String) -> Content {
    switch BundleLayouts.content(of: path) {
    case .objects: return .objects
    case .log(let log): return .log(log)
    case .failures(let kind): return .failures(kind: kind)
    case .text: return .any
    case .journal: return .journal
    case .nothing: return .other
    case nil: break
    }
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
    if case .objects(let kind?) = BundleLayouts.content(of: name) { return kind }
    let name = name.split(separator: "/").last?.lowercased() ?? ""
    guard let dot = name.firstIndex(of: ".") else { return nil }
    return KindNames.kind(collectedAs: String(name[..<dot]))
  }

  /// The namespace that the command was told whose output the file holds; empty where that is not known.
  var namespaceByName: String {
    if case .text(let namespace) = BundleLayouts.content(of: name) { namespace } else { "" }
  }

  /// Whether a collector wrote "null" where it read null.
  var holdsNullTexts: Bool {
    LayoutPath(name).map(SupportBundleKitLayout.holdsNullTexts) ?? false
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

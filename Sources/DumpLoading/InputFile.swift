import Basics

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
  /// The kind that the file is named after: `pvc.yaml` holds claims, if only an empty list of them.
  let kindByName: String?
  /// The namespace that the command was told whose output the file holds; empty where that is not known.
  let namespaceByName: String
  /// Whether a collector wrote "null" where it read null.
  let holdsNullTexts: Bool

  /// A file whose name tells what is in it, unless that is known.
  private init(_ path: String, name: String, holding content: Content? = nil, isNamed: Bool) {
    self.path = path
    self.name = name
    self.isNamed = isNamed
    let place = LayoutPath(name)
    let bundled = place.flatMap(BundleLayouts.content)
    self.content = content ?? Self.content(bundled, of: name, isNamed: isNamed)
    kindByName = Self.kind(bundled, of: name)
    namespaceByName = if case .text(let namespace) = bundled { namespace } else { "" }
    holdsNullTexts = place.map(SupportBundleKitLayout.holdsNullTexts) ?? false
  }

  /// A file that the user named is looked into whatever it is called.
  init(named path: String) {
    self.init(path, name: path, isNamed: true)
  }

  /// A file that holds objects, whatever it is called.
  init(objectsAt path: String) {
    self.init(path, name: path, holding: .objects, isNamed: true)
  }

  /// A file that was found in a folder.
  init(foundAt path: String) {
    self.init(foundAt: path, shownAs: path)
  }

  /// A file that was found in an archive at `name`; reports call it `path`.
  init(foundAt name: String, shownAs path: String) {
    self.init(path, name: name, isNamed: false)
  }

  /// What is in a compressed file, which its name tells without the endings of the compressions; all of them are undone
  /// at once.
  var uncompressed: InputFile {
    let endings = [".gz", ".bz2", ".xz", ".zst", ".zip"]
    var inner = name
    while let ending = endings.first(where: inner.lowercased().hasSuffix) {
      inner.removeLast(ending.count)
    }
    return InputFile(path, name: inner, isNamed: isNamed)
  }

  /// Whether nothing of the file is looked at.
  var isPassedOver: Bool {
    if case .other = content { true } else { false }
  }

  /// Whether the name is that of a log.
  var isLog: Bool {
    if case .log = content { true } else { false }
  }

  private static func content(
    _ bundled: BundledContent?, of name: String, isNamed: Bool
  ) -> Content {
    let content = bundled.map(content) ?? content(of: name)
    if isNamed, case .other = content { return .any }
    return content
  }

  /// What a layout puts where the file is.
  private static func content(_ bundled: BundledContent) -> Content {
    switch bundled {
    case .objects: .objects
    case .log(let log): .log(log)
    case .failures(let kind): .failures(kind: kind)
    case .text: .any
    case .journal: .journal
    case .nothing: .other
    }
  }

  private static func content(of path: String) -> Content {
    let name = path.fileName
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

  private static func kind(_ bundled: BundledContent?, of path: String) -> String? {
    if case .objects(let kind?) = bundled { return kind }
    let name = path.fileName.lowercased()
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    return KindNames.kind(collectedAs: String(name[..<dot]))
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

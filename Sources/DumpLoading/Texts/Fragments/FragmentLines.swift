import KubernetesModel

/// The lines of a paste that belong to a manifest whose beginning is missing.
struct FragmentLines {
  private(set) var lines: ArraySlice<TextLine>
  let isJSON: Bool

  /// Longer than any object that the API server takes.
  private static let most = 100_000

  /// Takes the lines from the first on, up to what can be no part of the same object; none where none begins.
  init(_ lines: ArraySlice<TextLine>) {
    isJSON = lines.first.map(Self.isJSON) ?? false
    guard Self.begin(lines) else {
      self.lines = []
      return
    }
    self.lines = lines[..<(isJSON ? Self.endOfJSON(lines) : Self.endOfYAML(lines))]
  }

  /// Whether the first of the lines bears a key, or begins an item, that objects have.
  private static func begin(_ lines: ArraySlice<TextLine>) -> Bool {
    guard let line = lines.first else { return false }
    if isJSON(line) {
      return line.content.first != UInt8(ascii: "{")
        || ManifestStretch.find(lines)?.isManifest != true
    }
    if ManifestStretch.isOwner(lines) { return true }
    // What begins with its apiVersion is whole.
    guard let key = key(in: line), keys.contains(key), key != "apiVersion" else { return false }
    return key != "kind" || !hasVersion(lines, beside: line)
  }

  /// Whether the manifest bears its apiVersion behind its kind, so that nothing is missing.
  private static func hasVersion(_ lines: ArraySlice<TextLine>, beside first: TextLine) -> Bool {
    lines.prefix(most).prefix { $0.indent >= first.indent && !$0.content.equals("---") }
      .contains { $0.indent == first.indent && $0.begins(with: "apiVersion:") }
  }

  private static func endOfYAML(_ lines: ArraySlice<TextLine>) -> Int {
    var margin = Int.max
    var opener: TextLine?
    var end = lines.startIndex
    for (index, line) in zip(lines.indices, lines).prefix(most) {
      if line.isBlank || line.begins(with: "#") && !ShellPrompt.isPrompt(line) { continue }
      if line.indent <= margin {
        guard belongs(line, below: opener) else { break }
        margin = line.indent
        opener = line
      } else if ShellPrompt.isPrompt(line) || line.begins(with: "```") {
        break
      }
      end = index + 1
    }
    return end
  }

  /// Whether a line that stands no deeper than those before it goes on with the object.
  private static func belongs(_ line: TextLine, below opener: TextLine?) -> Bool {
    let isItem = line.content.first == UInt8(ascii: "-")
    let isFirst = opener == nil
    if isItem, line.begins(with: "- apiVersion:") {
      return isFirst || opener?.content.last == UInt8(ascii: ":") && opener?.indent == line.indent
    }
    if line.begins(with: "apiVersion:") || line.content.equals("---") { return isFirst }
    if line.begins(with: "kind: List") { return false }
    return key(in: line) != nil || isItem && !line.content.begins(with: "---")
  }

  /// The key at the start of a line of YAML, or of its first item.
  private static func key(in line: TextLine) -> String? {
    var content = line.content
    while content.begins(with: "- ") { content = content.dropFirst(2).trimmingBlanks() }
    let word = content.prefix { $0.isLetter || $0.isDigit }
    guard let first = word.first, first.isLetter, !first.isUppercaseLetter else { return nil }
    let rest = content[word.endIndex...]
    guard rest.first == UInt8(ascii: ":"), rest.dropFirst().first?.isBlank ?? true else {
      return nil
    }
    return String(decoding: word, as: UTF8.self)
  }

  /// The names of all fields that parts of manifests are told by.
  private static let keys: Set<String> = {
    var names: Set<String> = ["kind", "metadata", "spec", "status"]
    for kind in FragmentKind.all {
      guard let type = KindTable.type(kind: kind.kind),
        let shape = KindTable.shape(apiVersion: type.apiVersion, kind: kind.kind)
      else { continue }
      shape.addNames(to: &names)
    }
    return names
  }()

  // MARK: JSON

  /// Whether a line bears a key of JSON.
  private static func isJSON(_ line: TextLine) -> Bool {
    guard line.content.first == UInt8(ascii: "\"") else {
      return line.content.equals("{") || line.begins(with: "{\"") || line.content.equals("},")
        || line.content.equals("}")
    }
    guard let end = line.content.dropFirst().firstIndex(of: UInt8(ascii: "\"")) else {
      return false
    }
    return line.content[end...].begins(with: "\":")
  }

  private static func endOfJSON(_ lines: ArraySlice<TextLine>) -> Int {
    let starts = "\"{}[],-0123456789tfn".utf8
    let end = lines.prefix(most).firstIndex { line in
      !line.isBlank && !starts.contains(line.content.first ?? 0)
    }
    return end ?? lines.startIndex + min(lines.count, most)
  }
}

extension FieldShape {
  fileprivate func addNames(to names: inout Set<String>) {
    switch self {
    case .structure(let fields):
      for (name, shape) in fields where names.insert(name).inserted || !shape.isScalar {
        shape.addNames(to: &names)
      }
    case .list(let shape), .map(let shape): shape.addNames(to: &names)
    case .scalar, .any, .ignored, .keys: break
    }
  }

  private var isScalar: Bool { if case .scalar = self { true } else { false } }
}

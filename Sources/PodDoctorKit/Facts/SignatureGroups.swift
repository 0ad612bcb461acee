import RuleEngine

/// Cuts a file of signatures into its groups without parsing it: from a key at the margin to the next.
///
/// A run of the program needs few of the groups, and reading all of them costs more than all else it does.
struct SignatureGroups {
  /// The text of each group, as a file of its own, by the group's name.
  let files: [String: RuleFile]

  init(of file: RuleFile) {
    var files: [String: RuleFile] = [:]
    var open: (name: String, from: String.Index)?
    let bytes = file.text.utf8
    func close(at end: String.Index) {
      guard let group = open else { return }
      let text = String(file.text[group.from..<end])
      files[group.name, default: RuleFile(path: file.path, text: "")].text += text
    }
    var line = bytes.startIndex
    while line < bytes.endIndex {
      let end = bytes[line...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      if let name = Self.key(in: bytes[line..<end]) {
        close(at: line)
        open = (name, line)
      }
      line = end == bytes.endIndex ? end : bytes.index(after: end)
    }
    close(at: bytes.endIndex)
    self.files = files
  }

  /// The key of a line that begins with one and holds nothing else.
  private static func key(in line: Substring.UTF8View) -> String? {
    guard let first = line.first, first.isLetter, line.last == UInt8(ascii: ":") else { return nil }
    return String(Substring(line.dropLast()))
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}

import Provenance
import RuleEngine
import YAML

/// Makes a patch of a part of a document one of the whole document, for a strategic merge.
struct PatchFrame {
  /// What leads to the part, from the outside in: a key, or the name of an element of a list.
  private enum Level {
    case key(String)
    case element(name: String)
  }

  private let levels: [Level]

  init(around origin: Origin?) {
    var levels: [Level] = []
    var node = origin?.root
    for step in origin?.path?.steps ?? [] {
      switch step {
      case .key(let key):
        levels.append(.key(key))
        node = node?[key]
      case .index(let index):
        node = node?[index]
        levels.append(.element(name: node?["name"]?.string ?? ""))
      }
    }
    self.levels = levels
  }

  /// The patch with the keys around it.
  func whole(_ patch: String) -> String {
    var lines = patch.split(separator: "\n").map(String.init)
    for level in levels.reversed() {
      switch level {
      case .key(let key): lines = ["\(Self.scalar(key)):"] + lines.map { "  \($0)" }
      case .element(let name):
        lines = ["- name: \(Self.scalar(name))"] + lines.map { "  \($0)" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text that YAML reads as the same text.
  static func scalar(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    let first = text.utf8.first ?? UInt8(ascii: "-")
    guard isPlain, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20),
      !["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(text.lowercased())
    else {
      return "'"
        + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
    return text
  }
}

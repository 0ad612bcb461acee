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
    var whole = ""
    var indentation = ""
    for level in levels {
      switch level {
      case .key(let key): whole += "\(indentation)\(Self.scalar(key)):\n"
      case .element(let name): whole += "\(indentation)- name: \(Self.scalar(name))\n"
      }
      indentation += "  "
    }
    for line in patch.utf8.split(separator: UInt8(ascii: "\n")) {
      whole += indentation
      whole += Substring(line)
      whole += "\n"
    }
    return whole
  }

  private static let words: Set = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]

  /// A text that YAML reads as the same text.
  static func scalar(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    let first = text.utf8.first ?? UInt8(ascii: "-")
    guard isPlain, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20),
      !words.contains(text.lowercased())
    else {
      return "'"
        + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
    return text
  }
}

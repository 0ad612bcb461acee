import Basics
import KubernetesModel

/// A script that a container hands to a shell with `-c`, read as far as a diagnosis needs it.
struct ShellScript: Sendable {
  private static let shells: Set<String> = ["sh", "bash", "ash", "dash"]
  private static let openers = [
    "if": "fi", "for": "done", "while": "done", "until": "done", "case": "esac",
  ]
  private static let closers: Set<String> = ["fi", "done", "esac"]
  /// After these words a command begins.
  private static let leaders: Set<String> = ["then", "else", "elif", "do", "!", "time", "{", "("]

  let text: String

  /// Nil when the container runs no script of its own.
  init?(of container: Container) {
    let words = container.command + container.args
    guard let shell = words.first?.split(separator: "/").last, Self.shells.contains(String(shell)),
      let flag = words.firstIndex(where: { $0.hasPrefix("-") && $0.hasSuffix("c") }),
      words.indices.contains(flag + 1)
    else { return nil }
    text = String(words[flag + 1].prefix(16_384))
  }

  /// The word that would close what the script leaves open, such as `fi`; nil when all is closed.
  var missingWord: String? {
    var open: [String] = []
    for word in commandWords {
      if let closer = Self.openers[word] {
        open.append(closer)
      } else if Self.closers.contains(word), open.last == word {
        open.removeLast()
      }
    }
    return open.last
  }

  /// Variables that the script wants set: it compares them with the empty string or demands them.
  var demandedVariables: [String] {
    var names: [String] = []
    for marker in ["-z \"$", "-z $"] {
      for rest in tails(behind: marker) {
        let name = Self.name(at: rest.first == "{" ? rest.dropFirst() : rest)
        if !names.contains(name) { names.append(name) }
      }
    }
    for rest in tails(behind: "${") {
      let name = Self.name(at: rest)
      let after = rest.dropFirst(name.count)
      guard after.hasPrefix(":?") || after.hasPrefix("?") else { continue }
      if !names.contains(name) { names.append(name) }
    }
    return names.filter { !$0.isEmpty && !text.contains($0 + "=") }
  }

  private func tails(behind marker: String) -> [Substring] {
    var tails: [Substring] = []
    var rest = text[...]
    while let range = rest.range(of: marker), tails.count < 64 {
      rest = rest[range.upperBound...]
      tails.append(rest)
    }
    return tails
  }

  private static func name(at text: Substring) -> String {
    String(text.prefix { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) })
  }

  /// The words that stand where a command begins, outside of quotes, comments and here-documents.
  private var commandWords: [String] {
    var words: [String] = []
    for line in code {
      var begins = true
      for token in ShellTokens.tokens(of: line) {
        switch token {
        case .separator: begins = true
        case .word(let word):
          if begins { words.append(word) }
          begins = begins && Self.leaders.contains(word) || Self.openersOfConditions.contains(word)
        }
      }
    }
    return words
  }

  private static let openersOfConditions: Set<String> = ["if", "while", "until", "elif"]

  /// The script's lines without quoted text and the bodies of here-documents.
  private var code: [Substring] {
    var lines: [Substring] = []
    var ending: String?
    for line in ShellTokens.unquoted(text).split(separator: "\n", omittingEmptySubsequences: true) {
      if let end = ending {
        if line.drop(while: \.isWhitespace) == end { ending = nil }
        continue
      }
      lines.append(line)
      if let range = line.range(of: "<<"), !line[range.upperBound...].hasPrefix("<") {
        let word = line[range.upperBound...].drop { "-'\"\\ ".contains($0) }
        ending = Self.name(at: word)
      }
    }
    return lines
  }
}

/// Cuts shell code into words and what separates commands.
enum ShellTokens {
  enum Token {
    case word(String)
    case separator
  }

  static func tokens(of line: Substring) -> [Token] {
    var tokens: [Token] = []
    var word = ""
    func finish() {
      if !word.isEmpty { tokens.append(.word(word)) }
      word = ""
    }
    for character in line {
      if character == "#", word.isEmpty { break }
      if character.isWhitespace {
        finish()
      } else if ";&|()".contains(character) {
        finish()
        tokens.append(.separator)
      } else {
        word.append(character)
      }
    }
    finish()
    return tokens
  }

  /// The text with `Q` in place of all that stands in quotes.
  static func unquoted(_ text: String) -> String {
    var result = ""
    var quote: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
        result.append("Q")
      } else {
        result.append(character)
      }
    }
    return result
  }
}

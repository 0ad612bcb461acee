/// Tells lines of a paste in which somebody typed a command: `$ kubectl …`, `user@host:~$ …`, `# kubectl …`.
enum ShellPrompt {
  /// Whether the line is a prompt, with a command or without one.
  static func isPrompt(_ line: TextLine) -> Bool { command(in: line) != nil }

  /// The words of the command; nil when the line is no prompt.
  ///
  /// Much else begins with `#`, `>` or `%`, so kubectl or a tool like it must follow those; behind a dollar sign
  /// any command may.
  static func command(in line: TextLine) -> [String]? {
    let content = line.content
    let bare = Tool.command(of: content)
    if let bare, Tool.verbs.contains(bare.dropFirst().first ?? "") { return bare }
    guard let sign = indexOfSign(in: content) else { return nil }
    let rest = content[sign...].dropFirst(content[sign] > 0x7F ? 3 : 1)
    if let command = Tool.command(of: rest) { return command }
    let isDollar = content[sign] == UInt8(ascii: "$")
    guard isDollar, sign == content.startIndex || isUserAndHost(content[..<sign]) else {
      return nil
    }
    return rest.words.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Where the first sign that ends a prompt stands: `$`, `#`, `%` or `>` before a blank, or the arrow of a shell
  /// with decorations.
  private static func indexOfSign(in content: ArraySlice<UInt8>) -> Int? {
    let end = min(content.endIndex, content.startIndex + longest)
    return (content.startIndex..<end).first { index in
      switch content[index] {
      case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: ">"):
        index + 1 == content.endIndex || content[index + 1].isBlank
      case 0xE2: content[index...].begins(with: "❯") || content[index...].begins(with: "➜")
      default: false
      }
    }
  }

  /// How much may stand before the sign.
  private static let longest = 120

  private static func isUserAndHost(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains(UInt8(ascii: "@")) || text.contains(UInt8(ascii: "~"))
      || text.first == UInt8(ascii: "[")
  }

  /// The programs whose output people paste.
  private enum Tool {
    static let verbs: Set<String> = [
      "get", "describe", "logs", "log", "events", "top", "apply", "create", "delete", "explain",
      "-n", "--namespace", "previous", "rollout", "exec", "config", "version", "cluster-info",
      "auth", "scale", "edit", "run", "-u", "-xe", "ps", "inspect",
    ]

    private static let names: Set<String> = [
      "kubectl", "kubectl.exe", "k", "kubecolor", "oc", "journalctl", "crictl",
      "stern",
    ]
    private static let wrappers: Set<String> = ["sudo", "k3s", "microk8s", "minikube", "watch"]

    /// The words from the program on, when it is one of these.
    static func command(of text: ArraySlice<UInt8>) -> [String]? {
      // Of nearly every line the first word tells that it is none.
      var scanner = LineScanner(text)
      guard let word = scanner.word(), wrappers.contains(word) || word == "--" || isTool(word)
      else { return nil }
      var words = text.words.map { String(decoding: $0, as: UTF8.self) }
      while let first = words.first, wrappers.contains(first) || first == "--" {
        words.removeFirst()
      }
      guard let first = words.first else { return nil }
      return isTool(first) ? words : nil
    }

    /// Whether a word is the name of a program, with folders or without.
    private static func isTool(_ word: String) -> Bool {
      if names.contains(word) { return true }
      guard word.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") })
      else { return false }
      let name = word.split(separator: "/").last.map(String.init) ?? word
      let plain = name.split(separator: ".").last.map(String.init) ?? name
      return names.contains(name) || names.contains(plain)
    }
  }
}

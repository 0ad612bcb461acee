/// What a command that somebody typed tells of the output below it.
struct KubectlCommand: Sendable {
  enum Verb: Sendable {
    case get, describe, logs, stern, other
  }

  private(set) var verb = Verb.other
  /// Empty when the command names none.
  private(set) var namespace = ""
  /// The kind, where it is one that poddoctor knows.
  private(set) var kind: String?
  private(set) var names: [String] = []
  private(set) var container = ""
  private(set) var isOfPreviousRun = false

  init() {}

  /// Reads the words of a command, the program first.
  init(_ words: [String]) {
    let isStern = words.first.map { $0.split(separator: "/").last == "stern" } == true
    var words = words.dropFirst()
    if let pipe = words.firstIndex(where: { $0 == "|" || $0 == ">" }) { words = words[..<pipe] }
    var plain: [String] = []
    while let word = words.popFirst() {
      switch word {
      case "-n", "--namespace": namespace = words.popFirst() ?? ""
      case "-c", "--container": container = words.popFirst() ?? ""
      case "-p", "--previous", "--previous=true", "previous": isOfPreviousRun = true
      case "-l", "--selector", "-o", "--output", "--context", "--kubeconfig", "--tail", "--since",
        "-f", "--filename", "--sort-by", "--field-selector":
        if Self.takesNext(word, words.first) { _ = words.popFirst() }
      default: takeJoined(word, into: &plain)
      }
    }
    if isStern { verb = .stern } else { take(plain) }
  }

  /// `-f` follows logs and names a file elsewhere; options never take an option.
  private static func takesNext(_ word: String, _ next: String?) -> Bool {
    word != "-f" && next?.hasPrefix("-") == false
  }

  private mutating func takeJoined(_ word: String, into plain: inout [String]) {
    if let value = Self.value(of: word, "--namespace=") {
      namespace = value
    } else if let value = Self.value(of: word, "--container=") {
      container = value
    } else if word.hasPrefix("-n"), word.utf8.count > 2 {
      namespace = String(word.dropFirst(word.hasPrefix("-n=") ? 3 : 2))
    } else if !word.hasPrefix("-") {
      plain.append(word)
    }
  }

  private static func value(of word: String, _ option: String) -> String? {
    word.hasPrefix(option) ? String(word.dropFirst(option.count)) : nil
  }

  private mutating func take(_ plain: [String]) {
    var words = plain[...]
    switch words.popFirst() {
    case "get": verb = .get
    case "describe": verb = .describe
    case "logs", "log": verb = .logs
    case "events":
      (verb, kind) = (.get, "Event")
      return
    default: return
    }
    if verb == .logs { takeLogged(words) } else { takeKind(words) }
  }

  private mutating func takeKind(_ words: ArraySlice<String>) {
    guard let first = words.first else { return }
    let parts = first.split(separator: "/", maxSplits: 1).map(String.init)
    kind = KindNames.kind(named: parts[0])
    names = parts.count > 1 ? [parts[1]] : Array(words.dropFirst())
  }

  /// `logs POD [CONTAINER]`, `logs pod/POD`, `logs deploy/NAME`.
  private mutating func takeLogged(_ words: ArraySlice<String>) {
    guard let first = words.first else { return }
    let parts = first.split(separator: "/", maxSplits: 1).map(String.init)
    names = [parts.last ?? first]
    kind = parts.count > 1 ? KindNames.kind(named: parts[0]) : "Pod"
    if container.isEmpty, let second = words.dropFirst().first, words.count == 2 {
      container = second
    }
  }
}

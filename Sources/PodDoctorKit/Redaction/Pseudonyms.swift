import Findings
import Provenance

/// Replaces names of objects, images and hosts, and addresses, by pseudonyms that keep their sort.
struct Pseudonyms: ReportRewriter {
  /// Longer words are no names.
  private static let longestWord = 512

  private var book: PseudonymBook
  /// Names and addresses that only texts showed, with the pseudonyms they got when they were met.
  private var met: [String: String] = [:]
  /// What the user named, and its last part, which tells nothing of the user's folders.
  private let sources: [(path: String, short: String)]

  init(_ names: NameCollection, sources: [String]) {
    book = PseudonymBook(names)
    self.sources = sources.filter { $0 != "-" }.map { path in
      (path, path.split(separator: "/").last.map(String.init) ?? path)
    }.sorted { $0.path.utf8.count > $1.path.utf8.count }
  }

  mutating func object(_ object: ObjectReference) -> ObjectReference {
    if object.kind == "File" { return ObjectReference(kind: object.kind, name: file(object.name)) }
    return ObjectReference(
      kind: object.kind, namespace: text(object.namespace), name: text(object.name))
  }

  /// Only keys of maps, in brackets, are chosen by people.
  mutating func field(_ path: String) -> String {
    guard path.contains("[") else { return path }
    return path.split(separator: "]", omittingEmptySubsequences: false).map { part in
      guard let open = part.firstIndex(of: "[") else { return String(part) }
      let key = String(part[part.index(after: open)...])
      return part[...open] + text(key)
    }.joined(separator: "]")
  }

  mutating func file(_ path: String) -> String {
    for source in sources where path.hasPrefix(source.path) {
      return text(source.short + path.dropFirst(source.path.count))
    }
    return text(path)
  }

  mutating func text(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      let word = bytes[position...].prefix(Self.longestWord).prefix(while: Self.isPart)
      if word.isEmpty {
        output.append(bytes[position])
        position += 1
      } else {
        rewrite(word, in: bytes, into: &output)
        position = word.endIndex
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Replaces the names in a word, the longest first; names end where a letter or digit has none beside it.
  private mutating func rewrite(
    _ word: ArraySlice<UInt8>, in bytes: [UInt8], into output: inout [UInt8]
  ) {
    var position = word.startIndex
    while position < word.endIndex {
      let isStart = position == word.startIndex || !Self.isAlphanumeric(word[position - 1])
      if isStart, let (name, pseudonym) = match(in: word[position...], of: bytes) {
        output += Array(pseudonym.utf8)
        position += name
      } else {
        output.append(word[position])
        position += 1
      }
    }
  }

  private mutating func match(
    in word: ArraySlice<UInt8>, of bytes: [UInt8]
  ) -> (length: Int, pseudonym: String)? {
    var end = word.endIndex
    while end > word.startIndex {
      let isEnd = end == word.endIndex || !Self.isAlphanumeric(word[end])
      if isEnd, Self.isAlphanumeric(word[end - 1]) {
        let name = String(decoding: word[..<end], as: UTF8.self)
        if let pseudonym = pseudonym(of: name, at: word.startIndex, in: bytes) {
          return (end - word.startIndex, pseudonym)
        }
      }
      end -= 1
    }
    return nil
  }

  private mutating func pseudonym(of name: String, at start: Int, in bytes: [UInt8]) -> String? {
    if let known = book.pseudonyms[name] ?? met[name] { return known }
    let prefix: String
    if Self.isAddress(name), PseudonymBook.isTelling(address: name) {
      prefix = "ip"
    } else if Self.isHost(name), Self.isHostExpected(at: start, in: bytes) {
      prefix = "host"
    } else {
      return nil
    }
    let pseudonym = book.next(prefix)
    met[name] = pseudonym
    return pseudonym
  }

  /// An address of IPv4.
  private static func isAddress(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { (UInt8($0)).map { _ in true } ?? false }
  }

  /// A name with a domain that is none of the cluster's own or of a public registry.
  private static func isHost(_ name: String) -> Bool {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, !labels.contains(where: \.isEmpty), !labels.contains("svc"),
      !name.utf8.contains(where: { "/:@".utf8.contains($0) })
    else { return false }
    return !PseudonymBook.isWellKnown(name) && labels.last?.utf8.first.map { $0 > 57 } == true
  }

  /// Whether what stands before says that a host follows.
  private static func isHostExpected(at start: Int, in bytes: [UInt8]) -> Bool {
    let before = bytes[..<start]
    return ["://", "lookup ", "host ", "hostname ", "@", "host: ", "host \""].contains { words in
      before.suffix(words.utf8.count).elementsEqual(words.utf8)
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "._:/@-".utf8.contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte >= 48 && byte <= 57 || byte | 0x20 >= 97 && byte | 0x20 <= 122
  }
}

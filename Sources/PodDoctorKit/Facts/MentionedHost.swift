import Basics
import KubernetesModel
import Provenance

/// A host that a container's command, arguments or environment speaks of.
struct MentionedHost: Sendable, Hashable {
  /// As it is written, without scheme, port and path.
  var host: String
  var port: Int?
  /// The Service it would be inside the cluster: its name and namespace; nil for names of the outside.
  var service: String?
  var namespace: String?

  init(host: String, port: Int?, seenFrom home: String) {
    self.host = host
    self.port = port
    let labels = host.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch labels.count {
    case 1 where Self.isServiceName(labels[0]):
      (service, namespace) = (labels[0], home)
    case 2 where Self.isServiceName(labels[0]) && Self.isServiceName(labels[1]):
      (service, namespace) = (labels[0], labels[1])
    case 3... where labels[2] == "svc":
      (service, namespace) = (labels[0], labels[1])
    case 4... where labels[3] == "svc":
      // pod.service.namespace.svc: a pod behind a headless Service
      (service, namespace) = (labels[1], labels[2])
    default: break
    }
  }

  /// A DNS label that starts with a letter, as names of Services do.
  private static func isServiceName(_ text: String) -> Bool {
    guard text != "localhost", let first = text.utf8.first, (97...122).contains(first),
      text.utf8.count <= 63
    else {
      return false
    }
    return text.utf8.last != 45
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }
}

/// Finds the hosts in a shell line: what stands after a program that talks to hosts, in a URL, or before a port.
struct HostScanner {
  private static let programs: Set<String> = [
    "nslookup", "ping", "dig", "host", "nc", "ncat", "telnet", "wget", "curl", "wait-for",
    "wait-for-it", "wait-for-it.sh", "pg_isready", "mysqladmin", "redis-cli", "mongo", "mongosh",
    "psql", "mysql", "grpcurl", "hosts",
  ]
  private static let hostFlags: Set<String> = ["-h", "--host", "-H", "--hostname"]

  private let home: String
  private var found: [MentionedHost] = []

  /// Hosts in `texts`, in order, each once; names without dots are taken as Services of namespace `home`.
  static func hosts(in texts: [String], seenFrom home: String) -> [MentionedHost] {
    var scanner = HostScanner(home: home)
    for text in texts.prefix(64) { scanner.scan(text.beginning) }
    var seen: Set<MentionedHost> = []
    return scanner.found.filter { seen.insert($0).inserted }
  }

  private init(home: String) {
    self.home = home
  }

  private mutating func scan(_ text: Substring) {
    var program: String?
    var previous = ""
    for word in text.utf8.split(whereSeparator: Self.separatesWords) {
      let word = String(Substring(word))
      defer { previous = word }
      if let name = Self.programName(word) {
        program = name
      } else if addAddress(word) {
        program = nil
      } else if Self.hostFlags.contains(previous) || (program != nil && Self.looksLikeHost(word)) {
        add(word, port: nil)
        program = nil
      }
    }
  }

  /// Adds `scheme://host:port/path` and `host:port`.
  private mutating func addAddress(_ word: String) -> Bool {
    guard Self.mayBeAddress(word) else { return false }
    var rest = Substring(word)
    let scheme = rest.range(of: "://")
    if let scheme { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "/" && $0 != "?" }
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    let port = parts.count == 2 ? Int(parts[1]) : nil
    guard let host = parts.first, scheme != nil || (port ?? 0) > 0 else { return false }
    guard Self.looksLikeHost(String(host)) else { return false }
    add(String(host), port: port)
    return true
  }

  /// Whether a word has a colon, and a port behind it or a slash somewhere.
  private static func mayBeAddress(_ word: String) -> Bool {
    var hasColon = false
    var hasPath = false
    for byte in word.utf8 {
      hasColon = hasColon || byte == UInt8(ascii: ":")
      hasPath = hasPath || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?")
    }
    return hasColon && (hasPath || word.utf8.last.map { (48...57).contains($0) } == true)
  }

  private mutating func add(_ host: String, port: Int?) {
    found.append(MentionedHost(host: host.lowercased(), port: port, seenFrom: home))
  }

  private static func separatesWords(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...UInt8(ascii: " "), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "="),
      UInt8(ascii: ","):
      true
    default: false
    }
  }

  private static func programName(_ word: String) -> String? {
    let slash = word.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { String(word[word.utf8.index(after: $0)...]) } ?? word
    return programs.contains(name) ? name : nil
  }

  private static func looksLikeHost(_ word: String) -> Bool {
    guard let first = word.utf8.first, word.utf8.count > 1 else { return false }
    let isLetter = (97...122).contains(first | 32)
    return isLetter
      && word.utf8.allSatisfy {
        (97...122).contains($0 | 32) || (48...57).contains($0) || $0 == 45 || $0 == 46
      }
  }
}

extension String {
  /// As much of a shell line as is looked at.
  var beginning: Substring { utf8.count > 4096 ? prefix(4096) : self[...] }
}

import KubernetesModel

extension KnownPods {
  /// Words that stand in the names of log files beside those of pods and containers.
  private static let ignored: Set<String> = [
    "log", "logs", "pod", "pods", "container", "current", "previous", "prev", "stdout", "stderr",
    "output", "out", "full", "tail", "kubectl", "describe", "error", "errors", "default",
  ]
  /// A pod whose name stands in a part of a path, and what stands before and behind it.
  struct Mention {
    var pod: Pod
    var before: String
    var behind: String
  }

  /// The pods with the longest name that stands in `part` between dots, dashes or underscores.
  func mentions(in part: String) -> [Mention] {
    let bytes = Array(part.utf8)
    guard bytes.count < 512 else { return [] }
    let starts = [0] + bytes.indices.filter { Self.isSeparator(bytes[$0]) }.map { $0 + 1 }
    let ends = bytes.indices.filter { Self.isSeparator(bytes[$0]) } + [bytes.count]
    var best: [Mention] = []
    var length = 0
    for start in starts.prefix(32) {
      for end in ends.suffix(32) where end - start > length {
        let name = String(decoding: bytes[start..<end], as: UTF8.self)
        guard let found = positions[name] else { continue }
        length = end - start
        let before = String(decoding: bytes[..<max(0, start - 1)], as: UTF8.self)
        let behind = String(decoding: bytes[min(bytes.count, end + 1)...], as: UTF8.self)
        best = found.map { Mention(pod: pods[$0], before: before, behind: behind) }
      }
    }
    return best.filter { isNamespace($0.before, of: $0.pod) }
  }

  /// Whether what stands before a pod's name can: its namespace or a word that says nothing.
  private func isNamespace(_ text: String, of pod: Pod) -> Bool {
    text.isEmpty || text == pod.metadata.namespace || Self.isIgnored(text)
      || text.hasSuffix(pod.metadata.namespace)
        && Self.isIgnored(String(text.dropLast(pod.metadata.namespace.utf8.count + 1)))
  }

  /// The container behind the pod's name or in a deeper part; empty when none is named, nil when something else is.
  func container(in mention: Mention, _ deeper: ArraySlice<String>) -> String? {
    let behind = mention.behind.drop { $0 == "_" || $0 == "-" || $0 == "." }
    let names = mention.pod.containerNames.sorted { $0.utf8.count > $1.utf8.count }
    for part in [String(behind)] + deeper {
      if let name = names.first(where: { Self.is(part, $0) }) { return name }
    }
    return Self.isIgnored(String(behind)) ? "" : nil
  }

  /// Whether a part of a path is a container's name, alone or before words that say nothing.
  private static func `is`(_ part: String, _ name: String) -> Bool {
    guard part.hasPrefix(name) else { return false }
    let rest = part.dropFirst(name.count)
    return rest.isEmpty || rest.utf8.first.map(isSeparator) == true && isIgnored(String(rest))
  }

  /// Whether a text consists of words that say nothing, and numbers.
  private static func isIgnored(_ text: String) -> Bool {
    text.utf8.split(whereSeparator: isSeparator).allSatisfy { word in
      word.allSatisfy(\.isDigit) || ignored.contains(String(Substring(word)).lowercased())
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { "_-.".utf8.contains(byte) }
}

import KubernetesModel

extension KnownPods {
  /// Whether the first lines begin with the names of pod and container, as stern and kubetail print them.
  func areNamed(in head: [UInt8]) -> Bool {
    var start = head.startIndex
    for _ in 0..<8 where start < head.endIndex {
      let end = head[start...].firstIndex(of: 10) ?? head.endIndex
      if entry(in: head[start..<end]) != nil { return true }
      start = end + 1
    }
    return false
  }

  /// Takes such a file apart.
  func streams(in excerpt: LogExcerpt) -> [LogStreams.Stream] {
    LogStreams.streams(in: excerpt, entry)
  }

  /// `POD CONTAINER line`, `NAMESPACE POD CONTAINER line`, `[POD] line` or `[POD CONTAINER] line`.
  private func entry(in line: ArraySlice<UInt8>) -> LogEntry? {
    var scanner = LineScanner(ANSI.skipped(at: line))
    let isBracketed = scanner.take("[")
    var names: [String] = []
    while names.count < 3 {
      let word = scanner.take { !$0.isBlank && $0 != UInt8(ascii: "]") && $0 != 27 }
      guard !word.isEmpty else { return nil }
      names.append(String(decoding: word, as: UTF8.self))
      var behind = LineScanner(ANSI.skipped(at: scanner.rest))
      let isClosed = isBracketed && behind.take("]")
      if isClosed || !isBracketed, let writer = writer(named: names, isWhole: isBracketed) {
        _ = behind.take(" ")
        let text = LogForm.behindStamp(behind.rest) ?? behind.rest
        return LogEntry(writer: writer, text: text)
      }
      guard behind.take(" ") else { return nil }
      scanner = LineScanner(ANSI.skipped(at: behind.rest))
    }
    return nil
  }

  private func writer(named names: [String], isWhole: Bool) -> LogOwner? {
    guard names.count > 1 || isWhole else { return nil }
    let (pod, container) =
      names.count == 1 ? (names[0], "") : (names[names.count - 2], names[names.count - 1])
    let namespace = names.count == 3 ? names[0] : ""
    let isKnown = (positions[pod] ?? []).contains { position in
      let known = pods[position]
      return (container.isEmpty || known.hasContainer(named: container))
        && (namespace.isEmpty || known.metadata.namespace == namespace)
    }
    return isKnown ? LogOwner(namespace: namespace, pod: pod, container: container) : nil
  }
}

/// Terminal colours in a line.
private enum ANSI {
  /// The line without the escape sequences that it begins with.
  static func skipped(at line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while line.first == 27, line.dropFirst().first == UInt8(ascii: "[") {
      let rest = line.dropFirst(2).drop { $0.isDigit || $0 == UInt8(ascii: ";") }
      guard rest.first == UInt8(ascii: "m") else { return line }
      line = rest.dropFirst()
    }
    return line
  }
}

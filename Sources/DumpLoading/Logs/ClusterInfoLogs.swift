/// The log file that `kubectl cluster-info dump` writes for a pod: a block for each container.
struct ClusterInfoLogs {
  private static let start = Array("==== START logs for container ".utf8)
  private static let end = Array("==== END logs for container ".utf8)

  /// Whether a line begins or ends a block.
  static func isLandmark(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: start) || line.starts(with: end)
  }

  /// Whether a file begins with such a block.
  static func begin(_ bytes: [UInt8]) -> Bool { bytes.starts(with: start) }

  /// The logs in the file.
  static func logs(in excerpt: LogExcerpt, file: String) -> [ContainerLog] {
    var logs: [ContainerLog] = []
    var open: Block?
    excerpt.forEachLine { line, number in
      if line.starts(with: start) {
        open = head(line).map { Block(owner: $0) }
      } else if line.starts(with: end), let block = open {
        logs.append(block.log(file: file))
        open = nil
      } else {
        open?.add(line, number)
      }
    }
    if let open { logs.append(open.log(file: file)) }
    return logs
  }

  private struct Block {
    var owner: LogOwner
    var excerpt = LogExcerpt(bytes: [])

    mutating func add(_ line: ArraySlice<UInt8>, _ number: Int) {
      excerpt.bytes += line
      excerpt.bytes.append(10)
      excerpt.lineNumbers.append(Int32(clamping: number))
    }

    func log(file: String) -> ContainerLog {
      ContainerLog(
        namespace: owner.namespace, pod: owner.pod, container: owner.container, run: .current,
        file: file, text: LogText(excerpt))
    }
  }

  /// Reads `==== START logs for container NAME of pod NAMESPACE/NAME ====`.
  private static func head(_ line: ArraySlice<UInt8>) -> LogOwner? {
    let words = String(decoding: line.dropFirst(start.count), as: UTF8.self).split(separator: " ")
    guard words.count >= 4, words[1] == "of" else { return nil }
    let pod = words[3].split(separator: "/")
    guard pod.count == 2 else { return nil }
    return LogOwner(
      namespace: String(pod[0]), pod: String(pod[1]), container: String(words[0]))
  }
}

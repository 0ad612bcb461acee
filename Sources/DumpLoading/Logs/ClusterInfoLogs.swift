/// The log file that `kubectl cluster-info dump` writes for a pod: a block for each container.
struct ClusterInfoLogs {
  private static let start = Array("==== START logs for container ".utf8)
  private static let end = Array("==== END logs for container ".utf8)

  /// The logs in `bytes`; nil when the file holds no such block.
  static func logs(in bytes: [UInt8], file: String) -> [ContainerLog]? {
    guard bytes.starts(with: start) else { return nil }
    var logs: [ContainerLog] = []
    var open: (head: (container: String, pod: String, namespace: String), from: Int)?
    var line = 0
    while line < bytes.count {
      let next = bytes[line...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
      if bytes[line...].starts(with: start) {
        open = head(bytes[line..<next]).map { ($0, next) }
      } else if bytes[line...].starts(with: end), let block = open {
        logs.append(log(block.head, bytes[block.from..<line], file: file))
        open = nil
      }
      line = next
    }
    if let block = open { logs.append(log(block.head, bytes[block.from...], file: file)) }
    return logs
  }

  /// Reads `==== START logs for container NAME of pod NAMESPACE/NAME ====`.
  private static func head(
    _ line: ArraySlice<UInt8>
  ) -> (container: String, pod: String, namespace: String)? {
    let words = String(decoding: line.dropFirst(start.count), as: UTF8.self).split(separator: " ")
    guard words.count >= 4, words[1] == "of" else { return nil }
    let pod = words[3].split(separator: "/")
    guard pod.count == 2 else { return nil }
    return (String(words[0]), String(pod[1]), String(pod[0]))
  }

  private static func log(
    _ head: (container: String, pod: String, namespace: String), _ bytes: ArraySlice<UInt8>,
    file: String
  ) -> ContainerLog {
    ContainerLog(
      namespace: head.namespace, pod: head.pod, container: head.container, run: .current,
      file: file, bytes: Array(bytes))
  }
}

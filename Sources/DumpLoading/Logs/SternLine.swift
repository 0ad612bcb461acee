/// A line of `stern -o json`: `{"message":"…","namespace":"shop","podName":"web-1","containerName":"app"}`.
struct SternLine {
  let entry: LogEntry

  /// Members stand in any order; a line that names no pod and container is none of stern's.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.first == UInt8(ascii: "{"), line.dropFirst().first == UInt8(ascii: "\"") else {
      return nil
    }
    var rest = line.dropFirst()
    var members: [String: [UInt8]] = [:]
    while let key = GoQuoted.take(from: &rest), members.count < Self.mostMembers {
      guard rest.popFirst() == UInt8(ascii: ":"), let value = Self.takeValue(&rest) else { break }
      members[String(decoding: key, as: UTF8.self)] = value
      guard rest.popFirst() == UInt8(ascii: ",") else { break }
    }
    guard let message = members["message"], let pod = Self.text(members["podName"]),
      let container = Self.text(members["containerName"])
    else { return nil }
    let text = message.last == 10 ? message.dropLast() : message[...]
    let namespace = Self.text(members["namespace"]) ?? ""
    entry = LogEntry(
      writer: LogOwner(namespace: namespace, pod: pod, container: container),
      text: LogForm.behindStamp(text) ?? text)
  }

  private static let mostMembers = 32

  private static func text(_ bytes: [UInt8]?) -> String? {
    bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A text, or the mapping of labels, of which nothing is used.
  private static func takeValue(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    if let text = GoQuoted.take(from: &rest) { return text }
    guard rest.first == UInt8(ascii: "{") else {
      rest = rest.drop { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}") }
      return []
    }
    rest = rest.dropFirst()
    while let byte = rest.first, byte != UInt8(ascii: "}") {
      if GoQuoted.take(from: &rest) == nil { rest = rest.dropFirst() }
    }
    return rest.popFirst().map { _ in [] }
  }
}

/// What CRI-O was asked to make, by the ids under which it logs all that it does about one request.
///
/// Its errors name the id alone; the pod stands in the line with which the request began.
struct RuntimeRequests {
  /// What a request is about.
  struct Subject: Hashable {
    var pod: PodMention
    /// Empty for the sandbox of the pod.
    var container: String
  }

  /// The most requests that are remembered; the oldest are forgotten, for they have ended.
  private static let limit = 512
  private static let beginnings: [StaticString] = [
    "Creating container: ", "Running pod sandbox: ",
  ]

  private var subjects: [String: Subject] = [:]
  private var order: [String] = []

  /// Whether a line may be one with which a request begins; most are not, and need not be taken apart.
  static func mayBegin(with text: ArraySlice<UInt8>) -> Bool {
    let head = String(decoding: text.prefix(160), as: UTF8.self)
    return beginnings.contains { head.holds($0) }
  }

  /// Remembers a request that begins: `Creating container: NAMESPACE/POD/CONTAINER`.
  mutating func note(_ words: RuntimeWords) {
    guard let id = words.request, subjects[id] == nil,
      let path = Self.beginnings.lazy.compactMap({ words.message.behind($0) }).first
    else { return }
    let parts = path.split(separator: "/")
    guard parts.count == 3 else { return }
    if order.count >= Self.limit { subjects[order.removeFirst()] = nil }
    order.append(id)
    subjects[id] = Subject(
      pod: PodMention(namespace: String(parts[0]), name: String(parts[1]), uid: ""),
      container: parts[2] == "POD" ? "" : String(parts[2]))
  }

  /// What the request is about under which a line stands; nil when its beginning was not seen.
  subscript(words: RuntimeWords) -> Subject? { words.request.flatMap { subjects[$0] } }
}

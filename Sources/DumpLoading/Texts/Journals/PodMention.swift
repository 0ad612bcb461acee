/// A pod that a line of a journal names.
struct PodMention: Hashable {
  var namespace = ""
  var name = ""
  var uid = ""

  var isKnown: Bool { !name.isEmpty || !uid.isEmpty }

  /// The pod in the fields `pod` and `podUID`, else in the text.
  init(in fields: LogFields, or text: String) {
    if let pod = fields["pod"] {
      let parts = pod.split(separator: "/")
      if parts.count == 2 { (namespace, name) = (String(parts[0]), String(parts[1])) }
      if let joined = Self.joined(in: pod) { self = joined }
    }
    if let uid = fields["podUID"] ?? fields["podUid"], Self.isUID(uid[...]) { self.uid = uid }
    if name.isEmpty { readText(text) }
  }

  /// The pod that a text names in one of the kubelet's ways.
  private mutating func readText(_ text: String) {
    if let joined = Self.joined(in: text) {
      self = joined
    } else if let behind = text.behind("(UID: \"") ?? text.behind("podName:") {
      let found = behind.prefix { $0.isHexDigit || $0 == "-" }
      if uid.isEmpty, Self.isUID(found) { uid = String(found) }
    }
  }

  /// `NAME_NAMESPACE(UID)`, which the kubelet's `format.Pod` writes.
  static func joined(in text: String) -> PodMention? {
    var rest = text[...]
    while let (before, behind) = rest.cut(at: "(") {
      rest = behind
      let uid = behind.prefix { $0.isHexDigit || $0 == "-" }
      guard isUID(uid), behind[uid.endIndex...].first == ")" else { continue }
      let word = before.utf8.reversed().prefix { Self.isNameByte($0) || $0 == UInt8(ascii: "_") }
      let parts = String(decoding: word.reversed(), as: UTF8.self).split(separator: "_")
      guard parts.count == 2 else { continue }
      var mention = PodMention()
      (mention.name, mention.namespace) = (String(parts[0]), String(parts[1]))
      mention.uid = String(uid)
      return mention
    }
    return nil
  }

  /// A pod's id: that of the API server, or the hash of a static pod's manifest.
  static func isUID(_ text: Substring) -> Bool {
    let dashes = text.utf8.count { $0 == UInt8(ascii: "-") }
    return text.utf8.count == 36 && dashes == 4 || text.utf8.count == 32 && dashes == 0
  }

  private init() {}

  init(namespace: String, name: String, uid: String) {
    (self.namespace, self.name, self.uid) = (namespace, name, uid)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isDigit || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}

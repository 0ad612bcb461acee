import Basics
import Findings
import YAML

/// An object as it may be kept: without the values of Secrets and what else looks like a credential.
struct SafeManifest {
  /// Fields that repeat the manifest, values and all, or that nobody reads.
  private static let dropped: Set<String> = [
    "managedFields", "kubectl.kubernetes.io/last-applied-configuration",
  ]

  /// A mapping or sequence that is being written.
  private struct Frame {
    var node: YAMLNode
    var isConcealed: Bool
  }

  private var frames: [Frame] = []
  private var key = ""

  /// The documents of a text in JSON or YAML, as JSON; nil when it cannot be read.
  static func json(of bytes: [UInt8], file: String) -> [UInt8]? {
    let reading = DocumentReader().read(bytes.span, file: file)
    guard !reading.documents.isEmpty, reading.problems.allSatisfy({ !$0.isFatal }) else {
      return nil
    }
    return reading.documents.flatMap { document -> [UInt8] in
      var manifest = SafeManifest()
      return manifest.json(of: document.root) + [10]
    }
  }

  private mutating func json(of root: YAMLNode) -> [UInt8] {
    var json = JSONWriter(into: ByteWriter(), layout: .pretty)
    var walk = TreeWalk(root)
    while let step = walk.next() {
      switch step {
      case .openMapping(let node):
        open(node)
        json.beginObject()
      case .openSequence(let node):
        open(node)
        json.beginArray()
      case .close(let kind):
        _ = frames.popLast()
        if kind == .mapping { json.endObject() } else { json.endArray() }
      case .key(let name, _):
        key = String(decoding: name, as: UTF8.self)
        if Self.dropped.contains(key) { skipValue(of: &walk) } else { json.key(key) }
      case .scalar(let node): write(node, to: &json)
      }
    }
    return json.finish().bytes
  }

  private mutating func open(_ node: YAMLNode) {
    let parent = frames.last
    let isSecret =
      parent?.node["kind"]?.string == "Secret" && (key == "data" || key == "stringData")
    frames.append(Frame(node: node, isConcealed: parent?.isConcealed ?? false || isSecret))
  }

  private func skipValue(of walk: inout TreeWalk) {
    var depth = 0
    while let step = walk.next() {
      switch step {
      case .openMapping, .openSequence: depth += 1
      case .close: depth -= 1
      case .key: continue
      case .scalar: break
      }
      if depth == 0 { return }
    }
  }

  private func write(_ node: YAMLNode, to json: inout JSONWriter) {
    guard let text = node.string else { return node.writeScalar(to: &json) }
    let parent = frames.last
    let isEntry = parent?.node.isMapping ?? false
    if parent?.isConcealed ?? false {
      json.string("")
    } else if isEntry, isCredential(text, in: parent?.node) {
      json.string(Credentials.blot)
    } else {
      json.string(Credentials.blotted(text))
    }
  }

  private func isCredential(_ text: String, in parent: YAMLNode?) -> Bool {
    guard !text.isEmpty else { return false }
    if key == "value", let name = parent?["name"]?.string {
      return Credentials.isCredential(text, named: name)
    }
    return Credentials.isCredential(text, named: key)
  }
}

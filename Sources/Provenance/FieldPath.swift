/// A path to a field inside an object, as the API server writes it: `spec.containers[0].image`.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  /// One step: into a mapping by key, or into a sequence by index.
  package enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  package var steps: [Step]

  package init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// This path with one more step into a mapping.
  package func appending(key: String) -> FieldPath { FieldPath(steps + [.key(key)]) }

  /// This path with one more step into a sequence.
  package func appending(index: Int) -> FieldPath { FieldPath(steps + [.index(index)]) }

  /// Keys that hold a dot, slash or bracket are written `[key]`, as in `metadata.labels[app.kubernetes.io/name]`.
  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .index(let index): Self.append("\(index)", inBracketsTo: &text)
      case .key(let key) where key.utf8.contains(where: Self.isReserved):
        Self.append(key, inBracketsTo: &text)
      case .key(let key):
        if !text.isEmpty { text += "." }
        text += key
      }
    }
    return text
  }

  private static func append(_ step: String, inBracketsTo text: inout String) {
    text += "["
    text += step
    text += "]"
  }
}

extension FieldPath {
  /// Reads a path such as `spec.containers[0].image` or `metadata.labels[app.kubernetes.io/name]`.
  package init(parsing text: String) {
    let octets = text.utf8Span.span
    var steps: [Step] = []
    steps.reserveCapacity(8)
    var start = 0
    var inBrackets = false
    func key(to end: Int) -> String {
      unsafe octets.extracting(start..<end).withUnsafeBufferPointer {
        unsafe String(decoding: $0, as: UTF8.self)
      }
    }
    for end in octets.indices {
      switch (octets[end], inBrackets) {
      case (UInt8(ascii: "."), false), (UInt8(ascii: "["), false):
        if start < end { steps.append(.key(key(to: end))) }
        inBrackets = octets[end] == UInt8(ascii: "[")
      case (UInt8(ascii: "]"), true):
        let key = key(to: end)
        steps.append(Int(key).map(Step.index) ?? .key(key))
        inBrackets = false
      default: continue
      }
      start = end + 1
    }
    if start < octets.count { steps.append(.key(key(to: octets.count))) }
    self.init(steps)
  }

  /// Whether a byte in a key makes that it is written in brackets.
  private static func isReserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "["), UInt8(ascii: "]"): true
    default: false
    }
  }
}

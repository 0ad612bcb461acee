/// A pattern for names: `*` stands for any text, `?` for one character, all else for itself.
package struct Glob: Hashable, Sendable {
  private let pattern: [UInt8]

  package init(_ pattern: String) {
    self.pattern = Array(pattern.utf8)
  }

  /// Whether the text is a plain name, without `*` and `?`.
  package var isLiteral: Bool {
    !pattern.contains(UInt8(ascii: "*")) && !pattern.contains(UInt8(ascii: "?"))
  }

  /// Whether the whole name matches; time is bounded by the product of both lengths.
  package func matches(_ name: String) -> Bool {
    let name = Array(name.utf8)
    var at = 0
    var position = 0
    var star: (at: Int, position: Int)?
    while position < name.count {
      if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
        star = (at, position)
        at += 1
      } else if at < pattern.count, accepts(pattern[at], name[position]) {
        at += 1
        position += 1
      } else if let last = star {
        star = (last.at, last.position + 1)
        at = last.at + 1
        position = last.position + 1
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  private func accepts(_ expected: UInt8, _ byte: UInt8) -> Bool {
    expected == UInt8(ascii: "?") || expected == byte
  }
}

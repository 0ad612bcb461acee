import Basics

/// Finds the values of keys in the mapping that a reader is inside of, and goes back to the one around it.
///
/// It keeps where the keys stand in their document, so that going into a mapping makes no texts.
package struct MappingStack {
  /// One mapping's part of the stack.
  package struct Frame {
    fileprivate var slots: Range<Int>
    /// A bit for each of the keys, which tells most keys that are absent without a look at the slots.
    fileprivate var sieve: UInt64
    /// Not counted: who goes into a mapping holds it until it leaves.
    fileprivate unowned(unsafe) var document: Document?
  }

  private var slots: [KeySlot] = []
  private var frame = Frame(slots: 0..<0, sieve: 0, document: nil)

  package init() {}

  /// Goes into a mapping; the answer is where to go back to.
  package mutating func enter(_ mapping: YAMLNode) -> Frame {
    let outer = frame
    let document = mapping.document
    let start = slots.count
    var sieve: UInt64 = 0
    let end = mapping.isMapping ? mapping.record.first : mapping.index &+ 1
    var cursor = mapping.index &+ 1
    while cursor < end {
      let key = document.nodes[Int(document.resolve(cursor))]
      let value = document.next(after: cursor)
      let slot = KeySlot(key, value: value, in: document)
      slots.append(slot)
      sieve |= slot.bit
      cursor = document.next(after: value)
    }
    frame = Frame(slots: start..<slots.count, sieve: sieve, document: document)
    return outer
  }

  /// Goes back to the mapping that `enter` gave.
  package mutating func leave(to outer: Frame) {
    slots.removeLast(frame.slots.count)
    frame = outer
  }

  /// The value of a key of this mapping; nil when it is absent.
  package func value(of key: StaticString) -> YAMLNode? {
    key.withUTF8Buffer { unsafe value(of: $0.span) }
  }

  private func value(of key: Span<UInt8>) -> YAMLNode? {
    let start = key.word(at: 0)
    guard frame.sieve & KeySlot.bit(start: start, length: key.count) != 0,
      let document = unsafe frame.document
    else { return nil }
    for index in frame.slots where slots[index].start == start {
      let slot = slots[index]
      if slot.isRest(of: key, in: document) { return YAMLNode(in: document, at: slot.value) }
    }
    return nil
  }
}

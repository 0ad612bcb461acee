/// Finds the values of keys in the mapping that a reader is inside of, and goes back to the one around it.
///
/// It keeps where the keys stand in their document, so that going into a mapping makes no texts.
package struct MappingStack {
  private struct Slot {
    let offset: UInt32
    let length: UInt32
    let value: UInt32
  }

  /// One mapping's part of the stack.
  package struct Frame {
    fileprivate var slots: Range<Int>
    /// A bit for each of the keys, which tells most keys that are absent without a look at the slots.
    fileprivate var sieve: UInt64
    fileprivate var document: Document?
  }

  private var slots: [Slot] = []
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
      slots.append(Slot(offset: key.first, length: key.second, value: value))
      let first = key.second > 0 ? document.text[Int(key.first)] : 0
      sieve |= Self.bit(first: first, length: Int(key.second))
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
  package func value(of key: String) -> YAMLNode? {
    let key = key.utf8
    let length = key.count
    guard frame.sieve & Self.bit(first: key.first ?? 0, length: length) != 0,
      let document = frame.document
    else { return nil }
    for index in frame.slots where Int(slots[index].length) == length {
      var offset = Int(slots[index].offset)
      var isEqual = true
      for byte in key {
        isEqual = document.text[offset] == byte
        guard isEqual else { break }
        offset &+= 1
      }
      if isEqual { return YAMLNode(in: document, at: slots[index].value) }
    }
    return nil
  }

  private static func bit(first: UInt8, length: Int) -> UInt64 {
    1 &<< ((UInt64(truncatingIfNeeded: length) &* 11 &+ UInt64(first)) & 63)
  }
}

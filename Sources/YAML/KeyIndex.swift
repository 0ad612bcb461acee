import Basics

/// Where the values of keys stand in the mappings below a node, for a reader that asks each of them for many keys.
///
/// The keys of a mapping are noted when it is first asked for one. A bit tells then of most keys that are absent that
/// they are, without a look at any that is there.
package struct KeyIndex {
  /// The part of the slots that are one mapping's.
  private struct Mapping {
    /// The bits of all keys; none where no key was noted yet.
    var sieve: UInt64 = 0
    var first: UInt32 = 0
    var end: UInt32 = 0
  }

  private let document: Document
  private let root: UInt32
  /// By the places of their nodes, counted from the root.
  private var mappings: [Mapping]
  private var slots: [KeySlot] = []

  /// Makes an index of the mappings in a node, this one included.
  package init(below node: YAMLNode) {
    document = node.document
    root = node.index
    let count = document.next(after: root) &- root
    mappings = Array(repeating: Mapping(), count: Int(count))
    slots.reserveCapacity(Int(count))
  }

  /// The value of a key; nil when it is absent or there is no mapping.
  package mutating func value(of key: Span<UInt8>, in place: NodePlace) -> NodePlace? {
    let number = Int(place.index &- root)
    // What an alias names may stand somewhere else.
    guard number < mappings.count else { return document.value(of: key, in: place) }
    if mappings[number].sieve == 0 { note(place.index, number) }
    let mapping = mappings[number]
    let start = key.word(at: 0)
    guard mapping.sieve & KeySlot.bit(start: start, length: key.count) != 0 else { return nil }
    for index in Int(mapping.first)..<Int(mapping.end) where slots[index].start == start {
      let slot = slots[index]
      if slot.isRest(of: key, in: document) { return NodePlace(index: slot.value) }
    }
    return nil
  }

  private mutating func note(_ place: UInt32, _ number: Int) {
    let mapping = document.nodes[Int(place)]
    guard mapping.kind == .mapping else { return }
    let first = slots.count
    var sieve: UInt64 = 0
    var cursor = place &+ 1
    while cursor < mapping.first {
      let value = document.next(after: cursor)
      let slot = KeySlot(
        document.nodes[Int(document.resolve(cursor))], value: document.resolve(value), in: document)
      slots.append(slot)
      sieve |= slot.bit
      cursor = document.next(after: value)
    }
    mappings[number] = Mapping(
      sieve: sieve, first: UInt32(truncatingIfNeeded: first),
      end: UInt32(truncatingIfNeeded: slots.count))
  }
}

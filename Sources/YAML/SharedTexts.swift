/// Texts of a document that come again and again, each made a string once.
///
/// A string of more than fifteen octets takes memory of its own, and thousands of pods say the same in most of them.
package struct SharedTexts: Sendable {
  private struct Slot {
    var offset: UInt32 = 0
    /// None that is shared is empty.
    var length: UInt32 = 0
    var text = ""
  }

  private var document: Document?
  /// The last text that was made at each hash of its place in the document.
  private var slots: [Slot] = []

  /// A document with fewer nodes is decoded before anything comes often enough.
  private static let manyNodes = 4_096
  private static let slotCount = 1 << 10
  /// What strings hold without memory of their own.
  private static let smallText: UInt32 = 15

  /// Nothing, which shares nothing.
  package init() {}

  /// What the texts of a large document share.
  package init(of document: Document) {
    guard document.nodeCount > Self.manyNodes else { return }
    self.document = document
    slots = Array(repeating: Slot(), count: Self.slotCount)
  }

  /// The text of a string; nil for everything else.
  package mutating func string(of node: YAMLNode) -> String? {
    let record = node.record
    return record.kind == .string ? text(of: record, in: node.document) : nil
  }

  /// The key of a mapping that a cursor stands at.
  package mutating func key(of mapping: YAMLNode, at cursor: EntryCursor) -> String {
    let document = mapping.document
    return text(of: document.keyRecord(at: cursor), in: document)
  }

  private mutating func text(of record: NodeRecord, in document: Document) -> String {
    guard record.second > Self.smallText, document === self.document else {
      return document.string(of: record)
    }
    let slot = Int((record.first &* 0x9E37_79B1) >> 22)
    if slots[slot].offset == record.first, slots[slot].length == record.second {
      return slots[slot].text
    }
    let text = document.string(of: record)
    slots[slot] = Slot(offset: record.first, length: record.second, text: text)
    return text
  }
}

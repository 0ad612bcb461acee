package import Provenance

/// A node of a document: a cheap value that is handed around in place of the document.
///
/// Aliases and merge keys are resolved; of a key that stands twice in a mapping the last value counts.
package struct YAMLNode: Sendable {
  /// The three shapes a node can have.
  package enum Kind: Sendable {
    case scalar, mapping, sequence
  }

  package let document: Document
  let index: UInt32
  /// What is written there, before aliases are followed and keys that stand twice are dropped.
  let written: UInt32

  init(in document: Document, at index: UInt32) {
    self.document = document
    self.index = document.resolve(index)
    written = index
  }

  var record: NodeRecord { document.nodes[Int(index)] }

  package var kind: Kind {
    switch record.kind {
    case .mapping: .mapping
    case .sequence: .sequence
    default: .scalar
    }
  }

  /// Where the node begins; for an alias, where the node that it names begins.
  package var mark: Mark {
    let record = record
    return Mark(line: Int(record.line), column: Int(record.column))
  }

  /// Whether this is all of its document.
  package var isRoot: Bool { written == document.rootIndex }

  package var file: String { document.file }
  package var place: Place { Place(file: document.file, mark: mark) }
  package var isMapping: Bool { record.kind == .mapping }
  package var isSequence: Bool { record.kind == .sequence }
  package var isScalar: Bool { !record.isCollection }
  package var isNull: Bool { record.kind == .null }
  package var isString: Bool { record.kind == .string }

  /// Whether a scalar was written in quotes or as a block, so that it can only be a string.
  package var isQuoted: Bool { record.isQuoted }
}

extension YAMLNode {
  /// The value of a scalar; null for a mapping or a sequence.
  package var scalar: Scalar {
    let record = record
    switch record.kind {
    case .yes: return .bool(true)
    case .no: return .bool(false)
    case .int, .uint, .float, .jsonNumber: return number(record)
    case .string, .mergeKey, .invalidKey: return .string(document.string(of: record))
    case .null, .mapping, .sequence, .alias, .resolved: return .null
    }
  }

  /// A scalar's text as kubectl's converter prints it into JSON, without quotes; empty for a collection.
  ///
  /// The text of a number in a JSON document is exactly the text that stands there.
  package var text: String {
    let record = record
    switch record.kind {
    case .yes: return "true"
    case .no: return "false"
    case .null: return "null"
    case .int, .uint, .float: return numberText(record)
    case .string, .jsonNumber, .mergeKey, .invalidKey: return document.string(of: record)
    case .mapping, .sequence, .alias, .resolved: return ""
    }
  }

  /// The text of a string; nil for everything else.
  package var string: String? {
    let record = record
    return record.kind == .string ? document.string(of: record) : nil
  }

  /// The value of a boolean; nil for everything else.
  package var bool: Bool? {
    switch record.kind {
    case .yes: true
    case .no: false
    default: nil
    }
  }

  /// The value of a whole number that fits; nil for everything else.
  package var int: Int64? {
    guard case .int(let value) = scalar else { return nil }
    return value
  }

  /// The octets of a scalar as they were written once quotes and escapes are gone; empty for a collection.
  package var utf8: ArraySlice<UInt8> {
    let record = record
    return record.isCollection ? [] : document.bytes(of: record)
  }

  private func number(_ record: NodeRecord) -> Scalar {
    let bytes = document.bytes(of: record)
    switch record.kind {
    case .float: return .float(PlainNumber.float(bytes) ?? .nan)
    case .jsonNumber: return PlainNumber.json(bytes)
    default:
      switch PlainNumber.resolve(bytes) {
      case .int(let value): return .int(value)
      case .uint(let value): return .uint(value)
      case .float(let value): return .float(value)
      case nil: return .string(document.string(of: record))
      }
    }
  }
}

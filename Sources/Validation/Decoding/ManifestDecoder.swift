import Basics
import KubernetesModel
import Provenance
import YAML

/// Reads a document as the API server's JSON decoder does, for the errors that it would give.
///
/// The first wrong type is remembered and reading goes on; a text that a type's own reader refuses ends it.
struct ManifestDecoder {
  /// A step of the way to the value that is being read.
  private enum Step {
    /// A field of the type at that place of the schema.
    case field(EntryCursor, of: Int)
    case key(EntryCursor)
    case index(Int)
  }

  private let schema: Schema
  private let minor: Int
  private let root: YAMLNode
  private let document: Document
  private var steps: [Step] = []
  /// The place in the schema of the type whose fields are being read.
  private var owner = 0
  private var typeError: DecodeError?
  private(set) var strictErrors: [StrictError] = []

  /// Makes a decoder of an object by that version's API, `1.minor`.
  init(_ root: YAMLNode, schema: Schema, minor: Int = FieldHistory.newest) {
    self.root = root
    self.schema = schema
    self.minor = minor
    document = root.document
    steps.reserveCapacity(32)
  }

  /// Reads the object, which is a mapping, as one of the type at a place of the schema.
  mutating func read(asTypeAt position: Int) throws(DecodeError) {
    try readFields(at: root.writtenPlace, position)
    if let typeError { throw typeError }
    strictErrors.sort { one, other in
      let (one, other) = (one.place.mark, other.place.mark)
      return (one.line, one.column) < (other.line, other.column)
    }
  }

  /// Reads a value as one of a type, which is given by its place among those of fields.
  private mutating func decode(
    _ written: WrittenPlace, as type: Int, of fields: Schema.Fields
  ) throws(DecodeError) {
    let place = document.resolved(written)
    let (form, expected) = (document.form(at: place), fields.types[type])
    switch (expected.kind, form) {
    case (.any, _): return
    case (.quantity, _): return try readQuantity(document.node(at: place))
    case (_, .null): return
    case (.shape, .mapping): try readFields(at: written, expected.argument)
    case (.map, .mapping): try readEntries(at: written, expected.argument, of: fields)
    case (.list, .sequence): try readElements(at: place, expected.argument, of: fields)
    case (.intOrString, _): try readIntOrString(document.node(at: place))
    case (.time, _), (.duration, _):
      try readMoment(document.node(at: place), as: expected.kind)
    default:
      guard !accepts(place, form, as: expected.kind) else { return }
      remember(
        typeError(
          at: document.node(at: place), as: expected.kind,
          named: schema.goName(of: fields.declared[type])))
    }
  }

  private func isFuture(_ field: EntryCursor, _ position: Int) -> Bool {
    guard minor < FieldHistory.newest else { return false }
    let name = document.key(at: field).text
    return FieldHistory.isUnknown(name, of: schema.shapes[position].name, in: minor)
  }

  private func accepts(_ place: NodePlace, _ form: NodeForm, as kind: FieldType.Kind) -> Bool {
    switch (kind, form) {
    case (.string, .string), (.bool, .bool): true
    case (.int32, .number): isWhole(place, Int32.self)
    case (.int64, .number): isWhole(place, Int64.self)
    case (.float64, .number): isNumber(document.node(at: place))
    case (.bytes, .string): document.string(at: place).map { Base64.isValid($0) } ?? false
    default: false
    }
  }

  /// Whether a number is whole, or is in the text that becomes of it, as that of `1e3` is.
  private func isWhole<Number: FixedWidthInteger>(
    _ place: NodePlace, _ type: Number.Type
  ) -> Bool {
    if let number = document.int(at: place), Number(exactly: number) != nil { return true }
    let node = document.node(at: place)
    return isNumber(node) && Number(node.text) != nil
  }

  /// Whether a value is right that has nothing below it, of a type that says no more than what it is.
  private func acceptsPlain(_ written: WrittenPlace, as kind: FieldType.Kind) -> Bool {
    switch kind {
    case .string, .bool, .int32, .int64:
      let place = document.resolved(written)
      let form = document.form(at: place)
      if case .null = form { return true }
      return accepts(place, form, as: kind)
    default: return false
    }
  }

  private mutating func readFields(
    at written: WrittenPlace, _ position: Int
  ) throws(DecodeError) {
    let outer = owner
    let fields = schema.shapes[position].fields
    owner = position
    var cursor = document.firstEntry(at: document.resolved(written))
    while !cursor.isAtEnd {
      if let type = document.place(ofKeyAt: cursor, in: fields.table), !isFuture(cursor, position) {
        try readValue(at: cursor, as: type, of: fields, .field(cursor, of: position))
      } else {
        noteUnknown(cursor, position)
      }
      document.advance(&cursor)
    }
    owner = outer
    noteRepeated(at: written)
  }

  private mutating func readEntries(
    at written: WrittenPlace, _ type: Int, of fields: Schema.Fields
  ) throws(DecodeError) {
    var cursor = document.firstEntry(at: document.resolved(written))
    while !cursor.isAtEnd {
      try readValue(at: cursor, as: type, of: fields, .key(cursor))
      document.advance(&cursor)
    }
    noteRepeated(at: written)
  }

  private mutating func readValue(
    at cursor: EntryCursor, as type: Int, of fields: Schema.Fields, _ step: Step
  ) throws(DecodeError) {
    let value = document.value(at: cursor)
    if acceptsPlain(value, as: fields.types[type].kind) { return }
    steps.append(step)
    try decode(value, as: type, of: fields)
    steps.removeLast()
  }

  private mutating func readElements(
    at place: NodePlace, _ type: Int, of fields: Schema.Fields
  ) throws(DecodeError) {
    var index = 0
    var cursor = document.firstElement(at: place)
    while let element = document.next(&cursor) {
      steps.append(.index(index))
      try decode(element, as: type, of: fields)
      steps.removeLast()
      index += 1
    }
  }
}

// MARK: - Texts with readers of their own
extension ManifestDecoder {
  private func readQuantity(_ node: YAMLNode) throws(DecodeError) {
    guard !node.isNull else { return }
    let text = node.isScalar ? node.text : "{}"
    do throws(QuantityError) {
      _ = try Quantity(text.trimmingSpaces)
    } catch {
      throw DecodeError(message: error.description, place: node.place)
    }
  }

  private func readIntOrString(_ node: YAMLNode) throws(DecodeError) {
    let (place, form) = (node.nodePlace, document.form(at: node.nodePlace))
    if case .string = form { return }
    if accepts(place, form, as: .int32) { return }
    throw typeError(at: node, as: .int32, named: "int32")
  }

  private func readMoment(_ node: YAMLNode, as kind: FieldType.Kind) throws(DecodeError) {
    guard let text = node.string else { throw typeError(at: node, as: .string, named: "string") }
    guard kind == .time, let message = GoTimeLayout.objection(to: text) else { return }
    throw DecodeError(message: message, place: node.place)
  }

  private func isNumber(_ node: YAMLNode) -> Bool {
    switch node.scalar {
    case .int, .uint, .float: node.isScalar
    default: false
    }
  }
}

// MARK: - Errors
extension ManifestDecoder {
  private mutating func remember(_ error: DecodeError) {
    if typeError == nil { typeError = error }
  }

  private func typeError(
    at node: YAMLNode, as kind: FieldType.Kind, named name: String
  ) -> DecodeError {
    if kind == .bytes, let text = node.string {
      let message = "illegal base64 data at input byte \(Base64.errorOffset(of: text))"
      return DecodeError(message: message, place: node.place)
    }
    let fields = steps.flatMap { step -> [String] in
      guard case .field(let cursor, let position) = step else { return [] }
      let name = document.key(at: cursor).text
      return [schema.shapes[position].embeddedType(of: name), name].compactMap(\.self)
    }
    let context = "Go struct field \(schema.shapes[owner].name).\(fields.joined(separator: "."))"
    let target = "\(steps.isEmpty ? "Go value" : context) of type \(name)"
    return DecodeError(
      message: "json: cannot unmarshal \(description(of: node, as: kind)) into \(target)",
      place: node.place)
  }

  private func description(of node: YAMLNode, as kind: FieldType.Kind) -> String {
    if node.isMapping { return "object" }
    if node.isSequence { return "array" }
    if node.bool != nil { return "bool" }
    guard isNumber(node) else { return "string" }
    return switch kind {
    case .int32, .int64: "number \(node.text)"
    default: "number"
    }
  }

  private mutating func noteUnknown(_ cursor: EntryCursor, _ position: Int) {
    let (key, mark) = document.key(at: cursor)
    let names = schema.shapes[position].fields.table.inOrder
    note(
      "unknown field \"\(strictPath(to: key))\"", at: Place(file: root.file, mark: mark),
      suggestion: names.contains(key) ? nil : Spelling.nearest(to: key, among: names))
  }

  private mutating func noteRepeated(at place: WrittenPlace) {
    guard document.isPutTogether(at: place) else { return }
    let node = document.node(at: place)
    for (key, mark) in node.repeatedKeys {
      note(
        "duplicate field \"\(strictPath(to: key))\"", at: Place(file: node.file, mark: mark),
        suggestion: nil)
    }
  }

  private mutating func note(_ message: String, at place: Place, suggestion: String?) {
    guard strictErrors.count < 100, !strictErrors.contains(where: { $0.message == message })
    else { return }
    strictErrors.append(StrictError(message: message, place: place, suggestion: suggestion))
  }

  private func strictPath(to key: String) -> String {
    var path = ""
    for step in steps {
      switch step {
      case .field(let cursor, _), .key(let cursor): path.appendName(document.key(at: cursor).text)
      case .index(let index): path += "[\(index)]"
      }
    }
    path.appendName(key)
    return path
  }
}

extension String {
  fileprivate mutating func appendName(_ name: String) {
    self += isEmpty ? name : ".\(name)"
  }
}

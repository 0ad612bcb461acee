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
  private var steps: [Step] = []
  private var owner = ""
  private var typeError: DecodeError?
  private(set) var strictErrors: [StrictError] = []

  private let root: YAMLNode

  /// Makes a decoder of an object by that version's API, `1.minor`.
  init(_ root: YAMLNode, schema: Schema, minor: Int = FieldHistory.newest) {
    self.root = root
    self.schema = schema
    self.minor = minor
  }

  /// Reads the object as one of that type.
  mutating func read(as type: ValueType) throws(DecodeError) {
    try decode(root, as: type)
    if let typeError { throw typeError }
    strictErrors.sort { one, other in
      let (one, other) = (one.place.mark, other.place.mark)
      return (one.line, one.column) < (other.line, other.column)
    }
  }

  private mutating func decode(_ node: YAMLNode, as type: ValueType) throws(DecodeError) {
    switch type {
    case .named(let name, let type): try decode(node, as: type, name: name)
    default: try decode(node, as: type, name: nil)
    }
  }

  private mutating func decode(
    _ node: YAMLNode, as type: ValueType, name: String?
  ) throws(DecodeError) {
    switch type {
    case .any: return
    case .quantity: return try readQuantity(node)
    default: break
    }
    guard !node.isNull else { return }
    switch type {
    case .shape(let position) where node.isMapping: try readFields(of: node, position)
    case .map(let element) where node.isMapping: try readEntries(of: node, element)
    case .list(let element) where node.isSequence: try readElements(of: node, element)
    case .intOrString: try readIntOrString(node)
    case .time, .duration: try readMoment(node, as: type)
    case .named(_, let type): try decode(node, as: type, name: name)
    default:
      guard !accepts(node, as: type) else { return }
      remember(typeError(at: node, as: type, name: name))
    }
  }

  private func isFuture(_ field: EntryCursor, _ position: Int) -> Bool {
    guard minor < FieldHistory.newest else { return false }
    let name = root.key(at: field).text
    return FieldHistory.isUnknown(name, of: schema.shapes[position].name, in: minor)
  }

  private func accepts(_ node: YAMLNode, as type: ValueType) -> Bool {
    switch type {
    case .string: node.isString
    case .bool: node.bool != nil
    case .int32: node.int.map { Int32(exactly: $0) != nil } ?? isWhole(node, Int32.self)
    case .int64: node.int != nil || isWhole(node, Int64.self)
    case .float64: isNumber(node)
    case .bytes: node.string.map { Base64.isValid($0) } ?? false
    default: false
    }
  }

  /// Whether a number is whole in the text that becomes of it, as that of `1e3` is.
  private func isWhole<Number: FixedWidthInteger>(_ node: YAMLNode, _ type: Number.Type) -> Bool {
    isNumber(node) && Number(node.text) != nil
  }

  /// Whether a value is right that has nothing below it, of a type that says no more than what it is.
  private func acceptsPlain(_ node: YAMLNode, as type: ValueType) -> Bool {
    switch type {
    case .string, .bool, .int32, .int64: node.isNull || accepts(node, as: type)
    default: false
    }
  }

  private mutating func readFields(of node: YAMLNode, _ position: Int) throws(DecodeError) {
    let outer = owner
    let shape = schema.shapes[position]
    let fields = shape.fields
    owner = shape.name
    var cursor = node.firstEntry
    while !cursor.isAtEnd {
      try readField(of: node, position, at: cursor, fields)
      node.advance(&cursor)
    }
    owner = outer
    noteRepeated(in: node)
  }

  private mutating func readField(
    of node: YAMLNode, _ position: Int, at cursor: EntryCursor, _ fields: Schema.Fields
  ) throws(DecodeError) {
    guard let place = node.place(ofKeyAt: cursor, in: fields.table), !isFuture(cursor, position)
    else { return noteUnknown(cursor, position) }
    try readValue(at: cursor, as: fields.types[place], .field(cursor, of: position))
  }

  private mutating func readEntries(of node: YAMLNode, _ type: ValueType) throws(DecodeError) {
    var cursor = node.firstEntry
    while !cursor.isAtEnd {
      try readValue(at: cursor, as: type, .key(cursor))
      node.advance(&cursor)
    }
    noteRepeated(in: node)
  }

  private mutating func readValue(
    at cursor: EntryCursor, as type: ValueType, _ step: Step
  ) throws(DecodeError) {
    let value = root.value(at: cursor)
    if acceptsPlain(value, as: type) { return }
    steps.append(step)
    try decode(value, as: type)
    steps.removeLast()
  }

  private mutating func readElements(of node: YAMLNode, _ type: ValueType) throws(DecodeError) {
    var index = 0
    for element in node.elements {
      steps.append(.index(index))
      try decode(element, as: type)
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
    if node.string != nil || accepts(node, as: .int32) { return }
    throw typeError(at: node, as: .int32, name: nil)
  }

  private func readMoment(_ node: YAMLNode, as type: ValueType) throws(DecodeError) {
    guard let text = node.string else { throw typeError(at: node, as: .string, name: nil) }
    guard case .time = type, let message = GoTimeLayout.objection(to: text) else { return }
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

  private func typeError(at node: YAMLNode, as type: ValueType, name: String?) -> DecodeError {
    if case .bytes = type, let text = node.string {
      let message = "illegal base64 data at input byte \(Base64.errorOffset(of: text))"
      return DecodeError(message: message, place: node.place)
    }
    let fields = steps.flatMap { step -> [String] in
      guard case .field(let cursor, let position) = step else { return [] }
      let name = root.key(at: cursor).text
      return [schema.shapes[position].embeddedType(of: name), name].compactMap(\.self)
    }
    let context = "Go struct field \(owner).\(fields.joined(separator: "."))"
    let target =
      "\(steps.isEmpty ? "Go value" : context) of type \(name ?? schema.goName(of: type))"
    return DecodeError(
      message: "json: cannot unmarshal \(description(of: node, as: type)) into \(target)",
      place: node.place)
  }

  private func description(of node: YAMLNode, as type: ValueType) -> String {
    if node.isMapping { return "object" }
    if node.isSequence { return "array" }
    if node.bool != nil { return "bool" }
    guard isNumber(node) else { return "string" }
    return switch type {
    case .int32, .int64: "number \(node.text)"
    default: "number"
    }
  }

  private mutating func noteUnknown(_ cursor: EntryCursor, _ position: Int) {
    let (key, mark) = root.key(at: cursor)
    let names = schema.shapes[position].fields.table.inOrder
    note(
      "unknown field \"\(strictPath(to: key))\"", at: Place(file: root.file, mark: mark),
      suggestion: names.contains(key) ? nil : Spelling.nearest(to: key, among: names))
  }

  private mutating func noteRepeated(in node: YAMLNode) {
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
      case .field(let cursor, _), .key(let cursor): path.appendName(root.key(at: cursor).text)
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

import KubernetesModel
import Provenance
import YAML

/// A field of an object: where it is, and what is written there, if anything is.
///
/// A null counts as absent, as it does for the API server.
///
/// It counts no references, for a rule makes hundreds of fields: what it points at lives as long as the walk does
/// that gave the object (``FieldSteps/walking(_:_:)``), and no field is kept for longer.
@safe struct Field {
  private let steps: Unmanaged<FieldSteps>
  /// The field's node, or what is written nearest above it.
  private let anchor: NodePlace
  /// The number of the last step, and in the lowest bit whether something is written there.
  private let packed: UInt32

  private init(
    _ steps: Unmanaged<FieldSteps>, _ step: UInt32, anchor: NodePlace, isPresent: Bool
  ) {
    unsafe self.steps = unsafe steps
    self.anchor = anchor
    packed = step << 1 | (isPresent ? 1 : 0)
  }

  /// A whole object.
  init(_ steps: FieldSteps, root node: YAMLNode) {
    unsafe self.init(
      Unmanaged.passUnretained(steps), 0, anchor: node.nodePlace, isPresent: !node.isNull)
  }

  var isPresent: Bool { packed & 1 != 0 }

  private var step: UInt32 { packed >> 1 }

  fileprivate func walked<Result>(_ body: (FieldSteps) -> Result) -> Result {
    unsafe steps._withUnsafeGuaranteedRef { body($0) }
  }

  /// What is asked of what is written there.
  fileprivate func written<Result>(_ body: (Document, NodePlace) -> Result?) -> Result? {
    isPresent ? walked { body($0.document, anchor) } : nil
  }

  /// The path, as the API server prints it.
  var path: String { walked { $0.path(to: step) } }

  /// What is written there.
  var node: YAMLNode? { written { $0.node(at: $1) } }

  /// Where the field is written; where its parent is, when it is not.
  var place: Place { walked { $0.document.node(at: anchor).place } }
}

// MARK: - Ways
extension Field {
  /// A field of this object.
  subscript(_ name: StaticString) -> Field {
    name.withUTF8Buffer { unsafe below(.child(name), $0.span) }
  }

  /// A field of this object, whose name is not written where it is asked for.
  subscript(named name: String) -> Field {
    below(.named(walked { $0.add(text: name) }), name.utf8Span.span)
  }

  /// An entry of this map.
  func entry(_ key: String) -> Field {
    below(.key(walked { $0.add(text: key) }), key.utf8Span.span)
  }

  private func below(_ name: FieldSteps.Name, _ key: Span<UInt8>) -> Field {
    walked { steps in
      let node = isPresent ? steps.value(of: key, in: anchor) : nil
      return unsafe Field(
        self.steps, steps.add(name, after: step), anchor: node ?? anchor,
        isPresent: node.map { !steps.document.isNull(at: $0) } ?? false)
    }
  }

  /// Whether this object has a field; asks without making one.
  func has(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { unsafe has($0.span) }
  }

  /// Whether this object has a field whose name is not written where it is asked for.
  @_disfavoredOverload
  func has(_ name: String) -> Bool { has(name.utf8Span.span) }

  private func has(_ name: Span<UInt8>) -> Bool {
    guard isPresent else { return false }
    return walked { steps in
      steps.value(of: name, in: anchor).map { !steps.document.isNull(at: $0) } ?? false
    }
  }

  /// The same value, under another path.
  private func renamed(_ step: UInt32) -> Field {
    unsafe Field(steps, step, anchor: anchor, isPresent: isPresent)
  }

  /// The same value, under the path that a message names.
  func shown(as other: Field) -> Field { renamed(other.step) }

  /// The same value, under the path of a child of another field.
  func shown(_ name: String, of other: Field) -> Field {
    renamed(
      walked { steps in steps.add(.named(steps.add(text: name)), after: other.step) })
  }

  /// The same place with nothing written there.
  var absent: Field { unsafe Field(steps, step, anchor: anchor, isPresent: false) }

  /// The same place, with an index after its path.
  func indexed(_ index: Int) -> Field { renamed(walked { $0.add(.index(index), after: step) }) }

  /// The same place, with a key after its path.
  func keyed(_ key: String) -> Field {
    renamed(walked { steps in steps.add(.key(steps.add(text: key)), after: step) })
  }

  /// The elements of this list.
  var elements: Elements { Elements(of: self) }

  fileprivate func child(_ name: FieldSteps.Name, _ place: NodePlace) -> Field {
    walked { steps in
      unsafe Field(
        self.steps, steps.add(name, after: step), anchor: place,
        isPresent: !steps.document.isNull(at: place))
    }
  }

  /// The entries of this map, sorted by their keys.
  var entries: [(key: String, value: Field)] {
    guard let node, node.isMapping else { return [] }
    var entries: [(key: String, value: Field)] = []
    for (key, _, value) in node.entries {
      entries.append((key, child(.key(walked { $0.add(text: key) }), value.nodePlace)))
    }
    guard entries.count > 1 else { return entries }
    return entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}

extension Field {
  /// The elements of a list, walked without allocation.
  struct Elements: Sequence, IteratorProtocol {
    private let list: Field
    private var cursor: ElementCursor
    private var index = 0

    init(of list: Field) {
      self.list = list
      cursor = list.written { $0.firstElement(at: $1) } ?? .none
    }

    var isEmpty: Bool { list.count == 0 }
    var underestimatedCount: Int { list.count }

    mutating func next() -> Field? {
      let place = list.walked { steps in
        steps.document.next(&cursor).map { steps.document.resolved($0) }
      }
      guard let place else { return nil }
      defer { index += 1 }
      return list.child(.index(index), place)
    }
  }
}

// MARK: - Values
extension Field {
  /// Whether there is nothing, an empty text, list or map.
  var isEmpty: Bool {
    written { $0.kind(at: $1) == .scalar ? $0.stringLength(at: $1) == 0 : $0.count(at: $1) == 0 }
      ?? true
  }
  /// Whether there is no text here, or an empty one.
  var isBlank: Bool { written { $0.stringLength(at: $1) } ?? 0 == 0 }
  /// Whether this is what Go takes for nothing: an empty list or map is something.
  var isZero: Bool { written { $0.stringLength(at: $1) == 0 || $0.int(at: $1) == 0 } ?? true }
  var count: Int { written { $0.count(at: $1) } ?? 0 }
  /// The text; empty when there is none.
  var text: String { optionalText ?? "" }
  var optionalText: String? { written { $0.string(at: $1) } }
  var int: Int64? { written { $0.int(at: $1) } }
  var bool: Bool? { written { $0.bool(at: $1) } }
  var isTrue: Bool { bool == true }
  /// The texts of a list.
  var texts: [String] { isPresent ? elements.map(\.text) : [] }

  /// The texts of a map.
  var map: [String: String] {
    var map: [String: String] = [:]
    for (key, _, value) in node?.entries.map({ $0 }) ?? [] { map[key] = value.string ?? "" }
    return map
  }

  var intOrString: IntOrString? {
    guard let node else { return nil }
    if let text = node.string { return .string(text) }
    return node.int.map { .int(Int32(truncatingIfNeeded: $0)) }
  }

  var quantity: Quantity? {
    guard let node else { return nil }
    return try? Quantity(node.text.trimmingSpaces)
  }

  /// The text, or what stands for an absent or empty one.
  func text(or fallback: String) -> String {
    let text = text
    return text.isEmpty ? fallback : text
  }

  /// The value as messages show it.
  var value: BadValue {
    guard let node else { return .text("") }
    if let text = node.string { return .text(text) }
    return .json(node.isScalar ? node.text : GoJSON.text(of: node))
  }
}

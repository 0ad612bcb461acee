package import Findings
package import Provenance
package import YAML

/// Reads the fields of a struct from a document, and notes what is not as it should be.
///
/// One visitor reads a whole object. The keys of the mappings that it is inside of lie on one stack,
/// so that reading allocates nothing but the values themselves.
package struct DecodingVisitor: FieldVisitor {
  package private(set) var problems: [LoadProblem] = []
  /// The newest time among the fields that were read, but for times that lie in the future.
  package private(set) var newestTimestamp: Timestamp?

  /// What the texts share that are read.
  package var texts = SharedTexts()

  private let object: ObjectReference?
  private var path: [DecodingStep] = []
  private var mappings = MappingStack()

  package init(of object: ObjectReference?) {
    self.object = object
  }

  package mutating func field<Value: FieldValue>(_ name: StaticString, _ value: inout Value) {
    guard let node = entry(name) else { return }
    read(&value, from: node, at: .field(name))
  }

  package mutating func required<Value: FieldValue>(_ name: StaticString, _ value: inout Value) {
    field(name, &value)
  }

  package mutating func microTime(_ name: StaticString, _ value: inout Timestamp?) {
    field(name, &value)
  }

  package mutating func alias<Value: FieldValue>(_ name: StaticString, _ value: inout Value) {
    field(name, &value)
  }

  package mutating func typeMeta(apiVersion: inout String, kind: inout String) {
    field("apiVersion", &apiVersion)
    field("kind", &kind)
  }

  package mutating func inlineAlias<Value: APIStruct>(
    where name: StaticString, _ value: inout Value?
  ) {
    guard value == nil, entry(name) != nil else { return }
    var inlined = Value()
    inlined.visit(&self)
    value = inlined
  }

  // Out of line, because each of some 1,600 fields asks; mutating, because it would be given a copy of all else.
  @inline(never)
  private mutating func entry(_ name: StaticString) -> YAMLNode? {
    mappings.value(of: name)
  }
}

extension DecodingVisitor {
  /// Goes into a mapping; the answer is where to go back to.
  mutating func enter(_ mapping: YAMLNode) -> MappingStack.Frame {
    mappings.enter(mapping)
  }

  mutating func leave(to outer: MappingStack.Frame) {
    mappings.leave(to: outer)
  }

  /// Reads one step further down; null is the same as absent.
  @discardableResult
  @inline(never)
  mutating func read<Value: FieldValue>(
    _ value: inout Value, from node: YAMLNode, at step: DecodingStep
  ) -> Bool {
    guard !node.isNull else { return false }
    path.append(step)
    let wasRead = value.read(from: node, with: &self)
    path.removeLast()
    return wasRead
  }

  /// Remembers a time that was read.
  mutating func note(_ time: Timestamp) {
    // A pod that is being deleted bears the time when its grace period ends.
    guard path.last?.isField("deletionTimestamp") != true else { return }
    newestTimestamp = max(newestTimestamp ?? time, time)
  }
}

extension DecodingVisitor {
  /// Reports a value of the wrong type; always false.
  mutating func refuse(_ node: YAMLNode, expecting expected: String) -> Bool {
    report(.wrongType, at: node, "expected \(expected), found \(node.nameOfType)")
  }

  /// Reports a value of the right type that cannot be; always false.
  mutating func refuse(_ node: YAMLNode, invalid says: String) -> Bool {
    report(.invalidValue, at: node, says)
  }

  private mutating func report(_ kind: LoadProblem.Kind, at node: YAMLNode, _ says: String) -> Bool
  {
    let field = FieldPath(path.map(\.inPath)).description
    let prefix = field.isEmpty ? "" : "\(field): "
    problems.append(
      LoadProblem(kind, at: node.place, object: object, field: field, says: prefix + says))
    return false
  }

  /// A whole number that fits; nil, and a report, for anything else.
  mutating func wholeNumber<Number: FixedWidthInteger>(in node: YAMLNode) -> Number? {
    guard node.isNumber else {
      _ = refuse(node, expecting: "a whole number")
      return nil
    }
    if case .int(let number) = node.scalar, let number = Number(exactly: number) { return number }
    // The converter prints 3.0 and 3e0 as 3.
    if let number = Number(node.text) { return number }
    if case .float = node.scalar {
      _ = refuse(node, expecting: "a whole number")
    } else {
      _ = refuse(node, invalid: "\(node.text) is out of range for \(Number.bitWidth) bits")
    }
    return nil
  }
}

extension YAMLNode {
  /// What the node is, in words; never its value, which can be a secret.
  var nameOfType: String {
    switch kind {
    case .mapping: return "an object"
    case .sequence: return "a list"
    case .scalar: break
    }
    return switch scalar {
    case .null: "null"
    case .bool: "a boolean"
    case .int, .uint, .float: "a number"
    case .string: "a string"
    }
  }
}

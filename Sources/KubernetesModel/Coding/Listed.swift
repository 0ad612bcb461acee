package import YAML

/// A list that is written even when it is empty, but not when nobody gave it: Go's slice without `omitempty`.
///
/// Whether an empty list was given shows in what the API server answers, and nowhere else, so it does not count
/// when values are compared.
@propertyWrapper
package struct Listed<Element: FieldValue>: FieldValue {
  @usableFromInline package private(set) var elements: [Element]
  private var isGiven: Bool

  /// A list that nobody gave when it is empty.
  package init(wrappedValue: [Element]) {
    elements = wrappedValue
    isGiven = !wrappedValue.isEmpty
  }

  package var wrappedValue: [Element] {
    get { elements }
    set {
      elements = newValue
      isGiven = true
    }
    _modify {
      defer { isGiven = true }
      yield &elements
    }
  }

  package static var absent: Listed { Listed(wrappedValue: []) }

  package static var shape: FieldShape { [Element].shape }

  package var isOmittable: Bool { elements.isEmpty }

  package var isNil: Bool { !isGiven }

  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    isGiven = elements.read(from: node, with: &decoder)
    return isGiven
  }

  package func write(to json: inout EncodingVisitor) { elements.write(to: &json) }

  package static func == (one: Listed, other: Listed) -> Bool { one.elements == other.elements }

  package func hash(into hasher: inout Hasher) { hasher.combine(elements) }
}

import YAML

/// The steps to the fields of one object that were looked at, from which a path is made when an error names it.
///
/// A field is a step of these and a place in the document, so that looking for one allocates and counts nothing.
final class FieldSteps {
  /// A step, and the number of the one that it follows on.
  ///
  /// It counts no references, for an object has hundreds of them.
  private struct Step {
    let name: Name
    let parent: UInt32
  }

  /// What a step adds to a path.
  enum Name {
    case root
    case child(StaticString)
    /// A child whose name is not written in a rule, and the place of its name among the texts.
    case named(Int)
    /// A key of a map, likewise.
    case key(Int)
    case index(Int)
  }

  let document: Document
  // Nobody changes these while they are read: both is done only by the methods below, which call no others.
  @exclusivity(unchecked) private var steps = [Step(name: .root, parent: 0)]
  @exclusivity(unchecked) private var texts: [String] = []
  @exclusivity(unchecked) private var keys: KeyIndex

  private init(_ node: YAMLNode) {
    document = node.document
    unsafe keys = KeyIndex(below: node)
    unsafe steps.reserveCapacity(1_024)
    unsafe texts.reserveCapacity(64)
  }

  /// Calls a function with an object; fields of it must not be used after.
  static func walking(_ node: YAMLNode, _ body: (Field) -> Void) {
    let steps = FieldSteps(node)
    withExtendedLifetime(steps) { body(Field(steps, root: node)) }
  }

  /// Notes a step after another; the answer is its number.
  func add(_ name: Name, after parent: UInt32) -> UInt32 {
    unsafe steps.append(Step(name: name, parent: parent))
    return unsafe UInt32(truncatingIfNeeded: steps.count &- 1)
  }

  /// Notes a text; the answer is its place among all.
  func add(text: String) -> Int {
    unsafe texts.append(text)
    return unsafe texts.count &- 1
  }

  /// The value of a key in a mapping; nil when it is absent.
  func value(of key: Span<UInt8>, in place: NodePlace) -> NodePlace? {
    unsafe keys.value(of: key, in: place)
  }

  /// The path that ends with a step, as the API server prints it: `spec.containers[0].name`.
  func path(to last: UInt32) -> String {
    var words: [String] = []
    var step = unsafe steps[Int(last)]
    while let word = word(of: step.name) {
      words.append(word)
      step = unsafe steps[Int(step.parent)]
    }
    return words.reversed().joined().droppingFirstDot
  }

  /// A step as the API server prints it; nil for the object itself.
  private func word(of name: Name) -> String? {
    switch name {
    case .root: nil
    case .child(let name): ".\(name)"
    case .named(let place): unsafe ".\(texts[place])"
    case .key(let place): unsafe "[\(texts[place])]"
    case .index(let index): "[\(index)]"
    }
  }
}

extension String {
  fileprivate var droppingFirstDot: String { hasPrefix(".") ? String(dropFirst()) : self }
}

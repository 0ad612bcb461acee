import YAML

/// The steps to the fields of one object that were looked at, from which a path is made when an error names it.
///
/// A field is a step of these and a place in the document, so that looking for one allocates and counts nothing.
final class FieldSteps {
  /// A step, and the number of the one that it follows on.
  struct Step {
    /// What a step adds to a path.
    enum Name {
      case root
      case child(StaticString)
      /// A child whose name is not written in a rule.
      case name(String)
      case key(String)
      case index(Int)
    }

    let name: Name
    let parent: UInt32

    /// The step as the API server prints it; nil for the object itself.
    var text: String? {
      switch name {
      case .root: nil
      case .child(let name): ".\(name)"
      case .name(let name): ".\(name)"
      case .key(let key): "[\(key)]"
      case .index(let index): "[\(index)]"
      }
    }
  }

  let document: Document
  /// Nobody changes it while it is read: both is done only by the methods below, which call no others.
  @exclusivity(unchecked) private var steps = [Step(name: .root, parent: 0)]

  private init(_ document: Document) {
    self.document = document
    unsafe steps.reserveCapacity(1_024)
  }

  /// Calls a function with an object; fields of it must not be used after.
  static func walking(_ node: YAMLNode, _ body: (Field) -> Void) {
    let steps = FieldSteps(node.document)
    withExtendedLifetime(steps) { body(Field(steps, root: node)) }
  }

  /// Notes a step after another; the answer is its number.
  func add(_ name: Step.Name, after parent: UInt32) -> UInt32 {
    unsafe steps.append(Step(name: name, parent: parent))
    return unsafe UInt32(truncatingIfNeeded: steps.count &- 1)
  }

  /// The path that ends with a step, as the API server prints it: `spec.containers[0].name`.
  func path(to last: UInt32) -> String {
    var words: [String] = []
    var step = unsafe steps[Int(last)]
    while let text = step.text {
      words.append(text)
      step = unsafe steps[Int(step.parent)]
    }
    return words.reversed().joined().droppingFirstDot
  }
}

extension String {
  fileprivate var droppingFirstDot: String { hasPrefix(".") ? String(dropFirst()) : self }
}

import YAML

/// The steps to the fields of one object that were looked at, from which a path is made when an error names it.
///
/// A field is a step of these and a place in the document, so that looking for one allocates and counts nothing.
final class FieldSteps {
  /// A step, and which one it follows on.
  enum Step {
    case root
    case child(StaticString, of: UInt32)
    /// A child whose name is not written in a rule.
    case name(String, of: UInt32)
    case key(String, of: UInt32)
    case index(Int, of: UInt32)
  }

  let document: Document
  /// Nobody changes it while it is read: both is done only by the methods below, which call no others.
  @exclusivity(unchecked) private var steps: [Step] = [.root]

  private init(_ document: Document) {
    self.document = document
    unsafe steps.reserveCapacity(1_024)
  }

  /// Calls a function with an object; fields of it must not be used after.
  static func walking(_ node: YAMLNode, _ body: (Field) -> Void) {
    let steps = FieldSteps(node.document)
    withExtendedLifetime(steps) { body(Field(steps, root: node)) }
  }

  /// Notes a step; the answer is its number.
  func add(_ step: Step) -> UInt32 {
    unsafe steps.append(step)
    return unsafe UInt32(truncatingIfNeeded: steps.count &- 1)
  }

  /// The path that ends with a step, as the API server prints it: `spec.containers[0].name`.
  func path(to last: UInt32) -> String {
    var words: [String] = []
    var number = last
    while true {
      switch unsafe steps[Int(number)] {
      case .root: return words.reversed().joined().droppingFirstDot
      case .child(let name, let parent):
        words.append(".\(name)")
        number = parent
      case .name(let name, let parent):
        words.append(".\(name)")
        number = parent
      case .key(let key, let parent):
        words.append("[\(key)]")
        number = parent
      case .index(let index, let parent):
        words.append("[\(index)]")
        number = parent
      }
    }
  }
}

extension String {
  fileprivate var droppingFirstDot: String { hasPrefix(".") ? String(dropFirst()) : self }
}

/// A field's path, which the API server prints as `spec.containers[0].name`.
final class FieldChain: Sendable {
  enum Step: Sendable {
    case child(String)
    case key(String)
    case index(Int)
  }

  private let parent: FieldChain?
  private let step: Step?

  /// The path of a whole object.
  static let root = FieldChain()

  private init() {
    parent = nil
    step = nil
  }

  init(_ step: Step, of parent: FieldChain) {
    self.parent = parent
    self.step = step
  }
}

extension FieldChain: CustomStringConvertible {
  var description: String {
    let head = parent?.description ?? ""
    return switch step {
    case .child(let name): head.isEmpty ? name : "\(head).\(name)"
    case .key(let key): "\(head)[\(key)]"
    case .index(let index): "\(head)[\(index)]"
    case nil: ""
    }
  }
}

import YAML

/// The document of an object: at hand, or to be read again when somebody asks for it.
///
/// A dump holds thousands of objects of which nothing more is asked than their typed values tell.
enum ObjectDocument: Sendable {
  /// No document stands for the object.
  case none
  case held(YAMLNode)
  /// An item of a list, by its number there.
  case inSource(ItemSource, UInt32)

  init(_ node: YAMLNode?) {
    self = node.map { .held($0) } ?? .none
  }

  /// The document; nil when there is none, or when its file has changed since.
  var node: YAMLNode? {
    switch self {
    case .none: nil
    case .held(let node): node
    case .inSource(let source, let item): source.item(Int(item))
    }
  }

  /// Whether there is one, which takes no reading.
  var isThere: Bool {
    if case .none = self { false } else { true }
  }
}

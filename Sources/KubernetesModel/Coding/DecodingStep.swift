import Provenance

/// A step to a value that is read: one that is made for each field, so that it counts nothing for those with fixed names.
package enum DecodingStep {
  /// A field of a struct.
  case field(StaticString)
  /// A key of a map.
  case key(String)
  case index(Int)

  /// The step as a path has it.
  var inPath: FieldPath.Step {
    switch self {
    case .field(let name): .key(name.description)
    case .key(let key): .key(key)
    case .index(let index): .index(index)
    }
  }

  /// Whether this is the field of a struct with this name.
  func isField(_ name: StaticString) -> Bool {
    guard case .field(let own) = self else { return false }
    return own.withUTF8Buffer { own in name.withUTF8Buffer { unsafe own.elementsEqual($0) } }
  }
}

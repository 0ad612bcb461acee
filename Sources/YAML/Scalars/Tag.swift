/// The tags that change how a scalar is read; all others leave its text a string.
enum Tag: String {
  case string = "tag:yaml.org,2002:str"
  case bool = "tag:yaml.org,2002:bool"
  case int = "tag:yaml.org,2002:int"
  case float = "tag:yaml.org,2002:float"
  case null = "tag:yaml.org,2002:null"
  case timestamp = "tag:yaml.org,2002:timestamp"
  case binary = "tag:yaml.org,2002:binary"
  case merge = "tag:yaml.org,2002:merge"

  /// The short form people write: `!!int`.
  var short: String { "!!" + rawValue.dropFirst("tag:yaml.org,2002:".utf8.count) }

  /// The type of a tagged scalar, or what is wrong with it.
  ///
  /// An unquoted and a quoted scalar are the same once a tag stands before them.
  func type(of text: ArraySlice<UInt8>) throws(ScalarError) -> ScalarType {
    switch self {
    case .string, .binary, .merge: return .string
    case .timestamp:
      guard Timestamp.isTimestamp(text) else { throw ScalarError.mismatch(self, text) }
      return .string
    case .bool, .int, .float, .null: break
    }
    let type = ScalarType(plain: text)
    switch (self, type) {
    case (.float, .number(.int(let value))): return .number(.float(Double(value)))
    case (_, _) where type.tag == self: return type
    default: throw ScalarError.mismatch(self, text)
    }
  }
}

/// A scalar that its tag does not allow.
struct ScalarError: Error {
  let says: String

  static func mismatch(_ tag: Tag, _ text: ArraySlice<UInt8>) -> ScalarError {
    let shown = String(decoding: text.prefix(40), as: UTF8.self)
    return ScalarError(says: "cannot read \"\(shown)\" as \(tag.short)")
  }
}

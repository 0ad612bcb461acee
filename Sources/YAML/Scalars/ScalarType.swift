/// What a scalar is once its tag, its quotes and its text have been weighed.
enum ScalarType {
  case null
  case bool(Bool)
  case number(PlainNumber)
  case string

  /// The type of an unquoted scalar without a tag.
  init(plain text: ArraySlice<UInt8>) {
    guard let first = text.first else {
      self = .null
      return
    }
    switch first {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E: self.init(numeric: text)
    case 0x79, 0x59, 0x6E, 0x4E, 0x74, 0x54, 0x66, 0x46, 0x6F, 0x4F, 0x7E: self.init(word: text)
    default: self = .string
    }
  }

  private init(numeric text: ArraySlice<UInt8>) {
    if text.count <= 5, case .float(let value)? = Keyword(text) {
      self = .number(.float(value))
    } else if let number = PlainNumber.resolve(text) {
      self = .number(number)
    } else {
      self = .string
    }
  }

  private init(word text: ArraySlice<UInt8>) {
    switch Keyword(text) {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .float(let value): self = .number(.float(value))
    case nil: self = .string
    }
  }

  var kind: NodeRecord.Kind {
    switch self {
    case .null: .null
    case .bool(let value): value ? .yes : .no
    case .number(.int): .int
    case .number(.uint): .uint
    case .number(.float): .float
    case .string: .string
    }
  }

  /// The tag that YAML gives values of this type, for messages.
  var tag: Tag {
    switch self {
    case .null: .null
    case .bool: .bool
    case .number(.float): .float
    case .number: .int
    case .string: .string
    }
  }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  package static var absent: Wrapped? { nil }
}

extension Array: FieldValue where Element: FieldValue {
  package static var absent: [Element] { [] }
}

extension Dictionary: FieldValue where Key == String, Value: FieldValue {
  package static var absent: [String: Value] { [:] }
}

extension String: FieldValue {
  package static var absent: String { "" }
}

extension Bool: FieldValue {
  package static var absent: Bool { false }
}

extension Int32: FieldValue {
  package static var absent: Int32 { 0 }
}

extension Int64: FieldValue {
  package static var absent: Int64 { 0 }
}

extension Quantity: FieldValue {
  package static var absent: Quantity { Quantity() }
}

extension Timestamp: FieldValue {
  package static var absent: Timestamp { Timestamp(seconds: 0) }
}

extension IntOrString: FieldValue {
  package static var absent: IntOrString { .int(0) }
}

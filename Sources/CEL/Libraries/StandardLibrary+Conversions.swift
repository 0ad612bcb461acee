/// The standard functions that need more than an expression.
enum StandardLibrary {
  /// `int(x)` and its like: a value as one of another type.
  static let conversions: [Function] = [
    Function("dyn", [Overload(.global, [.a], .dyn, .unary { $0 })]),
    Function(
      "type",
      [Overload(.global, [.a], .type(.a), .unary { .type(Value.TypeName($0.typeName)) })]),
    Function("bool", [Overload(.global) { (value: Bool) in value }, Overload(.global, truth)]),
    Function(
      "bytes",
      [
        Overload(.global) { (value: ByteString) in value },
        Overload(.global) { (text: String) in ByteString(Array(text.utf8)) },
      ]),
    Function(
      "double",
      [
        Overload(.global) { (value: Double) in value },
        Overload(.global) { (value: Int64) in Double(value) },
        Overload(.global) { (value: UInt64) in Double(value) },
        Overload(.global, double),
      ]),
    Function(
      "int",
      [
        Overload(.global) { (value: Int64) in value },
        Overload(.global, int(ofUInt:)),
        Overload(.global, int(ofDouble:)),
        Overload(.global, int(ofText:)),
        Overload(.global) { (time: Value.Timestamp) in time.seconds },
        Overload(.global) { (duration: Value.Duration) in duration.nanoseconds },
      ]),
    Function(
      "uint",
      [
        Overload(.global) { (value: UInt64) in value },
        Overload(.global, uint(ofInt:)),
        Overload(.global, uint(ofDouble:)),
        Overload(.global, uint(ofText:)),
      ]),
    Function(
      "string",
      [
        Overload(.global) { (value: String) in value },
        Overload(.global) { (value: Bool) in String(value) },
        Overload(.global) { (value: Int64) in String(value) },
        Overload(.global) { (value: UInt64) in String(value) },
        Overload(.global) { (value: Double) in value.goDescription },
        Overload(.global, string(ofBytes:)),
        Overload(.global) { (time: Value.Timestamp) in time.description },
        Overload(.global) { (duration: Value.Duration) in duration.description },
      ]),
  ]

  private static func truth(_ text: String) throws(EvaluationError) -> Bool {
    switch text {
    case "1", "t", "T", "true", "TRUE", "True": return true
    case "0", "f", "F", "false", "FALSE", "False": return false
    default: throw .conversion(from: "string", to: "bool")
    }
  }

  private static func double(_ text: String) throws(EvaluationError) -> Double {
    guard let number = Double(goText: text) else { throw .conversion(from: "string", to: "double") }
    return number
  }

  private static func int(ofText text: String) throws(EvaluationError) -> Int64 {
    guard let number = Int64(text) else { throw .conversion(from: "string", to: "int") }
    return number
  }

  private static func int(ofUInt number: UInt64) throws(EvaluationError) -> Int64 {
    guard let whole = Int64(exactly: number) else { throw .integerOverflow }
    return whole
  }

  private static func int(ofDouble number: Double) throws(EvaluationError) -> Int64 {
    guard number > -0x1p63, number < 0x1p63 else { throw .integerOverflow }
    return Int64(number)
  }

  private static func uint(ofInt number: Int64) throws(EvaluationError) -> UInt64 {
    guard let whole = UInt64(exactly: number) else { throw unsignedOverflow }
    return whole
  }

  private static func uint(ofDouble number: Double) throws(EvaluationError) -> UInt64 {
    guard number >= 0, number < 0x1p64 else { throw unsignedOverflow }
    return UInt64(number)
  }

  private static func uint(ofText text: String) throws(EvaluationError) -> UInt64 {
    guard text.first?.isWholeNumber ?? false, let number = UInt64(text) else {
      throw .conversion(from: "string", to: "uint")
    }
    return number
  }

  private static let unsignedOverflow = EvaluationError(.overflow, "unsigned integer overflow")

  private static func string(ofBytes bytes: ByteString) throws(EvaluationError) -> String {
    guard let text = String(validating: bytes.bytes, as: UTF8.self) else {
      throw EvaluationError(
        .invalidArgument, "invalid UTF-8 in bytes, cannot convert to string")
    }
    return text
  }
}

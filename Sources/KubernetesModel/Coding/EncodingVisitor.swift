/// Writes the fields of a struct as JSON, with the omissions of Go's encoder and without its nulls.
package struct EncodingVisitor: FieldVisitor {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private var depth = 0

  package init() {}

  package mutating func field<Value: FieldValue>(_ name: StaticString, _ value: inout Value) {
    guard !value.isOmittable else { return }
    required(name, &value)
  }

  // Out of line, because each of some 1,600 fields is written by it.
  @inline(never)
  package mutating func required<Value: FieldValue>(_ name: StaticString, _ value: inout Value) {
    guard !value.isNil else { return }
    write(name: name)
    value.write(to: &self)
  }

  package mutating func microTime(_ name: StaticString, _ value: inout Timestamp?) {
    guard let time = value else { return }
    write(name: name)
    write(string: time.microDescription)
  }

  package mutating func alias<Value: FieldValue>(_ name: StaticString, _ value: inout Value) {}

  package mutating func inlineAlias<Value: APIStruct>(
    where name: StaticString, _ value: inout Value?
  ) {}

  package mutating func typeMeta(apiVersion: inout String, kind: inout String) {
    guard depth > 1 else { return }
    field("kind", &kind)
    field("apiVersion", &apiVersion)
  }
}

extension EncodingVisitor {
  mutating func writeTypeMeta(apiVersion: String, kind: String) {
    write(key: "kind")
    write(string: kind)
    write(key: "apiVersion")
    write(string: apiVersion)
  }

  mutating func writeObject(_ body: (inout EncodingVisitor) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  mutating func writeList(_ body: (inout EncodingVisitor) -> Void) {
    open("[")
    body(&self)
    close("]")
  }

  mutating func write(key: String) {
    write(string: key)
    append(":")
    needsComma = false
  }

  /// Writes the name of a field, in which there is nothing to escape.
  private mutating func write(name: StaticString) {
    separate()
    append("\"")
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    append("\":")
    needsComma = false
  }

  mutating func write(string: String) {
    separate()
    append("\"")
    for scalar in string.unicodeScalars { append(escaped: scalar) }
    append("\"")
  }

  /// Writes a number, true, false, null, or JSON that is ready.
  mutating func write(literal: String) {
    separate()
    append(literal)
  }

  private mutating func open(_ bracket: String) {
    separate()
    append(bracket)
    needsComma = false
    depth += 1
  }

  private mutating func close(_ bracket: String) {
    append(bracket)
    needsComma = true
    depth -= 1
  }

  private mutating func separate() {
    if needsComma { append(",") }
    needsComma = true
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func append(escaped scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case "\0"..<" ": append("\\u00" + hexadecimal(scalar.value))
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Two digits.
  private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return digits.count < 2 ? "0" + digits : digits
  }
}

/// The calls that a structured document is written with, whatever its syntax.
///
/// One description of a report serves JSON and YAML alike.
package protocol StructureWriter: ~Copyable {
  mutating func object(_ body: (inout Self) -> Void)
  mutating func array<Elements: Sequence>(
    of elements: Elements, _ body: (inout Self, Elements.Element) -> Void)
  /// Names the value that is written next; only inside `object`.
  mutating func key(_ name: String)
  mutating func string(_ text: String)
  /// Writes the text of a number, boolean or null as it stands.
  mutating func raw(_ text: String)
}

extension StructureWriter where Self: ~Copyable {
  package mutating func integer(_ value: some BinaryInteger) {
    raw(String(value))
  }

  /// Writes the shortest text that reads back as `value`; what is not finite becomes null.
  package mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    let text = value.description
    raw(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }

  package mutating func bool(_ value: Bool) {
    raw(value ? "true" : "false")
  }

  package mutating func null() {
    raw("null")
  }

  package mutating func field(_ name: String, _ body: (inout Self) -> Void) {
    key(name)
    body(&self)
  }

  package mutating func field(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  package mutating func field(_ name: String, _ value: some BinaryInteger) {
    key(name)
    integer(value)
  }

  package mutating func field(_ name: String, _ value: Double) {
    key(name)
    double(value)
  }

  package mutating func field(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  package mutating func field(_ name: String, _ values: [String]) {
    key(name)
    array(of: values) { $0.string($1) }
  }

  /// Writes the field only when there is a value.
  package mutating func field(_ name: String, ifPresent value: String?) {
    if let value { field(name, value) }
  }
}

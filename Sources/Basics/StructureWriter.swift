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
  mutating func number(text: String)
}

extension StructureWriter where Self: ~Copyable {
  package mutating func int(_ value: some BinaryInteger) {
    number(text: String(value))
  }

  /// Writes a number as Go's `encoding/json` does; what JSON has no number for becomes `null`.
  package mutating func double(_ value: Double) {
    number(text: value.isFinite ? NumberText.json(value) : "null")
  }

  package mutating func bool(_ value: Bool) {
    number(text: value ? "true" : "false")
  }

  package mutating func null() {
    number(text: "null")
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
    int(value)
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

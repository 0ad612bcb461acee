import KubernetesModel

/// The rules for an object, and what they found wrong so far, in the order of the API server.
struct ObjectRules {
  private(set) var errors: [FieldError] = []
  var pod = PodContext()
  /// The version of the API server, `1.minor`, for what was refused before it was allowed.
  let minor: Int

  init(minor: Int = FieldHistory.newest) {
    self.minor = minor
  }

  mutating func add(
    _ kind: FieldError.Kind, _ field: Field, _ value: BadValue = .none, _ detail: String = ""
  ) {
    errors.append(
      FieldError(
        kind: kind, field: field.path, badValue: value, detail: detail,
        place: field.place))
  }

  /// Takes over what other rules found.
  mutating func append(_ errors: [FieldError]) { self.errors += errors }

  mutating func required(_ field: Field, _ detail: String = "") {
    add(.required, field, .none, detail)
  }

  mutating func forbidden(_ field: Field, _ detail: String = "") {
    add(.forbidden, field, .none, detail)
  }

  /// Refuses the field's own value.
  mutating func invalid(_ field: Field, _ detail: String) {
    add(.invalid, field, field.value, detail)
  }

  mutating func invalid(_ field: Field, _ value: BadValue, _ detail: String) {
    add(.invalid, field, value, detail)
  }

  /// Refuses the field's own value for each of the objections.
  mutating func invalid(_ field: Field, _ details: [String]) {
    for detail in details { add(.invalid, field, field.value, detail) }
  }

  mutating func invalid(_ field: Field, _ value: BadValue, _ details: [String]) {
    for detail in details { add(.invalid, field, value, detail) }
  }

  /// Refuses a value that is none of those listed.
  mutating func unsupported(_ field: Field, _ value: BadValue, _ supported: [String]) {
    let list = supported.map { GoNotation.quoted($0) }.joined(separator: ", ")
    add(.notSupported, field, value, "supported values: \(list)")
  }

  /// Refuses the field's own value, which is none of those listed.
  mutating func unsupported(_ field: Field, _ supported: [String]) {
    unsupported(field, field.value, supported)
  }

  /// Refuses a text that is none of those listed.
  mutating func oneOf(_ supported: [String], _ field: Field, default text: String = "") {
    let value = field.text(or: text)
    if !supported.contains(value) { unsupported(field, .word(value), supported) }
  }

  /// Refuses a text that is none of those listed, even an empty one.
  mutating func oneOf(_ supported: [String], _ field: Field, ifAbsent text: String) {
    let value = field.optionalText ?? text
    if !supported.contains(value) { unsupported(field, .word(value), supported) }
  }

  mutating func duplicate(_ field: Field, _ value: BadValue? = nil) {
    add(.duplicate, field, value ?? field.value)
  }

  mutating func notFound(_ field: Field, _ value: BadValue? = nil, _ detail: String = "") {
    add(.notFound, field, value ?? field.value, detail)
  }

  mutating func tooLong(_ field: Field, _ limit: Int) {
    add(.tooLong, field, .none, "may not be more than \(limit) bytes")
  }

  mutating func tooMany(_ field: Field, _ count: Int, _ limit: Int) {
    add(.tooMany, field, .int(count), "must have at most \(limit) items")
  }
}

// MARK: - Numbers
extension ObjectRules {
  /// Refuses a negative number.
  mutating func nonNegative(_ field: Field) {
    if let value = field.int, value < 0 { invalid(field, Wording.nonNegative) }
  }

  mutating func positive(_ field: Field) {
    if let value = field.int, value <= 0 { invalid(field, Wording.positive) }
  }

  /// Refuses a number outside the bounds, both of which are allowed.
  mutating func within(_ range: ClosedRange<Int64>, _ field: Field) {
    guard let value = field.int, !range.contains(value) else { return }
    invalid(field, Wording.between(range))
  }
}

import KubernetesModel
import YAML

/// What makes a schema a structural one: every value has one type, told apart from what values are allowed.
///
/// As ValidateStructural of pkg/apiserver/schema has it.
struct StructuralSchemaRules {
  private enum Level {
    case root, item, field
  }

  private static let quantifiers = ["allOf", "anyOf", "oneOf"]

  private var rules: ObjectRules

  init(minor: Int) { rules = ObjectRules(minor: minor) }

  /// What is wrong with a schema, sorted as the API server sorts it.
  mutating func errors(of schema: Field) -> [FieldError] {
    visit(schema, .root)
    complete(schema, by: schema, shownAs: schema)
    return rules.errors.sorted { $0.message < $1.message }
  }

  private mutating func visit(_ schema: Field, _ level: Level) {
    guard schema.node?.isMapping ?? false else { return }
    let type = schema["type"].text
    if type == "array", !schema.has("items") {
      rules.required(schema["items"], "must be specified")
    }
    if schema.has("items") { visit(schema["items"], .item) }
    if schema.has("properties") {
      for (_, property) in schema["properties"].entries { visit(property, .field) }
    }
    if schema.has("additionalProperties") {
      let more = schema["additionalProperties"]
      if level == .root { rules.forbidden(more, "must not be used at the root") }
      visit(more, .field)
    }
    extensions(schema)
    if schema.hasConditions { values(schema, Exception(schema)) }
    typed(schema, type, level)
    let isObject = level == .root || schema.affirms("x-kubernetes-embedded-resource")
    if schema.has("properties") { metadata(schema["properties"], isObject, level) }
  }

  private mutating func extensions(_ schema: Field) {
    guard schema.affirms("x-kubernetes-int-or-string") else { return }
    for name in ["x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource"]
    where schema[named: name].isTrue {
      rules.invalid(schema[named: name], "must be false if x-kubernetes-int-or-string is true")
    }
  }

  private mutating func typed(_ schema: Field, _ type: String, _ level: Level) {
    let isEmbedded = schema.affirms("x-kubernetes-embedded-resource")
    let preserves = schema.affirms("x-kubernetes-preserve-unknown-fields")
    if isEmbedded, type != "object" {
      let detail = "must be object if x-kubernetes-embedded-resource is true"
      if type.isEmpty {
        rules.required(schema["type"], detail)
      } else {
        rules.invalid(schema["type"], detail)
      }
    } else if type.isEmpty, !preserves, !schema.affirms("x-kubernetes-int-or-string") {
      let place =
        switch level {
        case .root: "at the root"
        case .item: "for specified array items"
        case .field: "for specified object fields"
        }
      rules.required(schema["type"], "must not be empty \(place)")
    }
    if isEmbedded { embedded(schema, preserves) }
    if level == .root, !type.isEmpty, type != "object" {
      rules.invalid(schema["type"], "must be object at the root")
    }
  }

  private mutating func embedded(_ schema: Field, _ preserves: Bool) {
    if schema.has("additionalProperties") {
      rules.forbidden(
        schema["additionalProperties"],
        "must not be used if x-kubernetes-embedded-resource is set")
    }
    if !preserves, schema["properties"].count == 0 {
      rules.required(
        schema["properties"],
        "must not be empty if x-kubernetes-embedded-resource is true without "
          + "x-kubernetes-preserve-unknown-fields")
    }
  }

  /// What every object has anyway.
  private mutating func metadata(_ properties: Field, _ isObject: Bool, _ level: Level) {
    guard isObject else { return }
    for name in ["kind", "apiVersion"] where properties.has(name) {
      let type = properties.entry(name)["type"]
      if type.text != "string" { rules.invalid(type, "must be string") }
    }
    guard properties.has("metadata") else { return }
    let metadata = properties.entry("metadata")
    if metadata["type"].text != "object" { rules.invalid(metadata["type"], "must be object") }
    if level == .root, saysMore(metadata) {
      rules.forbidden(
        metadata,
        "must not specify anything other than name and generateName, but metadata is "
          + "implicitly specified")
    }
  }

  private func saysMore(_ metadata: Field) -> Bool {
    metadata.entries.contains { name, value in
      switch name {
      case "type", "default": false
      case "properties":
        !value.entries.allSatisfy { ["name", "generateName"].contains($0.key) }
      default: !value.isEmpty && value.bool != false && value.int != 0
      }
    }
  }
}

// MARK: - What values are allowed
extension StructuralSchemaRules {
  /// The two ways in which alternatives may have types: a number or a text.
  private struct Exception {
    var skipsAny = false
    var skipsFirst = false

    init() {}

    init(_ schema: Field) {
      skipsAny = Self.isNumberOrText(schema["anyOf"])
      skipsFirst = Self.isNumberOrText(Array(schema["allOf"].elements).first?["anyOf"])
    }

    private static func isNumberOrText(_ list: Field?) -> Bool {
      guard let list, list.count == 2 else { return false }
      return list.elements.allSatisfy { $0.count == 1 }
        && list.elements.map { $0["type"].text } == ["integer", "string"]
    }
  }

  private mutating func values(_ schema: Field, _ exception: Exception) {
    for name in Self.quantifiers where schema.has(name) {
      if name == "anyOf", exception.skipsAny { continue }
      for (index, alternative) in schema[named: name].elements.enumerated() {
        var inner = Exception()
        inner.skipsAny = name == "allOf" && index == 0 && exception.skipsFirst
        nested(alternative, inner)
      }
    }
    if schema.has("not") { nested(schema["not"], Exception()) }
  }

  private static let nestedTexts = ["type", "title", "description"]
  private static let nestedFlags = [
    "nullable", "x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource",
    "x-kubernetes-int-or-string",
  ]
  private static let nestedValues = [
    "additionalProperties", "default", "x-kubernetes-list-type", "x-kubernetes-map-type",
  ]

  /// A condition on values: it says nothing about what they are.
  private mutating func nested(_ schema: Field, _ exception: Exception) {
    guard schema.node?.isMapping ?? false else { return }
    values(schema, exception)
    if schema.has("items") { nested(schema["items"], Exception()) }
    if schema.has("properties") { nestedProperties(schema["properties"]) }
    for name in Self.nestedTexts where schema.has(name) && !schema[named: name].isEmpty {
      rules.forbidden(schema[named: name], "must be empty to be structural")
    }
    for name in Self.nestedValues where schema.has(name) {
      rules.forbidden(schema[named: name], "must be undefined to be structural")
    }
    for name in Self.nestedFlags where schema.has(name) && schema[named: name].isTrue {
      rules.forbidden(schema[named: name], "must be false to be structural")
    }
    for name in ["x-kubernetes-list-map-keys", "x-kubernetes-validations"]
    where schema.has(name) && schema[named: name].count > 0 {
      rules.forbidden(schema[named: name], "must be empty to be structural")
    }
  }

  private mutating func nestedProperties(_ properties: Field) {
    for (name, property) in properties.entries {
      nested(property, Exception())
      if name == "metadata" {
        rules.forbidden(property, "must not be specified in a nested context")
      }
    }
  }

  /// What conditions speak of has a type.
  private mutating func complete(_ conditions: Field, by schema: Field, shownAs place: Field) {
    for name in Self.quantifiers where conditions.has(name) {
      for alternative in conditions[named: name].elements {
        speaksOfKnown(alternative, schema, place)
      }
    }
    if conditions.has("not") { speaksOfKnown(conditions["not"], schema, place) }
  }

  private mutating func speaksOfKnown(_ conditions: Field, _ schema: Field, _ place: Field) {
    complete(conditions, by: schema, shownAs: place)
    if conditions.has("items") {
      known(conditions["items"], schema["items"], place["items"])
    }
    guard conditions.has("properties") else { return }
    for (name, property) in conditions["properties"].entries {
      known(
        property, schema["properties"].entry(name), place["properties"].entry(name))
    }
  }

  private mutating func known(_ conditions: Field, _ schema: Field, _ place: Field) {
    if schema.isPresent { return speaksOfKnown(conditions, schema, place) }
    rules.required(place, "because it is defined in \(conditions.path)")
  }
}

extension Field {
  /// Whether a schema says anything about alternatives.
  fileprivate var hasConditions: Bool {
    has("allOf") || has("anyOf") || has("oneOf") || has("not")
  }
}

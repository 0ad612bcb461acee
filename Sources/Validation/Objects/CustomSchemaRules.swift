import CEL
import KubernetesModel
import YAML

/// What the schema of a custom kind may say.
///
/// As validateCustomResourceDefinitionValidation of pkg/apis/apiextensions/validation has it, but for the values of
/// defaults, the costs of expressions and the types that a schema gives to `self`.
struct CustomSchemaRules {
  private static let types = ["array", "boolean", "integer", "number", "object", "string"]
  private static let reasons = [
    "FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired",
  ]
  private static let unsupported = [
    "id", "additionalItems", "patternProperties", "definitions", "dependencies", "$ref",
  ]
  /// What the schema of a kind with a status may hold besides that of the status.
  private static let rootFields: Set = [
    "description", "type", "format", "title", "maximum", "exclusiveMaximum", "minimum",
    "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems",
    "uniqueItems", "multipleOf", "required", "items", "properties", "externalDocs", "example",
    "x-kubernetes-preserve-unknown-fields", "x-kubernetes-validations",
  ]
  private static let rootFieldNames =
    "Description Type Format Title Maximum ExclusiveMaximum Minimum ExclusiveMinimum MaxLength "
    + "MinLength Pattern MaxItems MinItems UniqueItems MultipleOf Required Items Properties "
    + "ExternalDocs Example XPreserveUnknownFields XValidations"

  private var root: ObjectRules
  private var rules: ObjectRules
  private var expressions: ObjectRules
  /// Whether nothing keeps the API server from reading the schema as a structural one.
  private var isConvertible = true

  init(minor: Int) {
    root = ObjectRules(minor: minor)
    rules = ObjectRules(minor: minor)
    expressions = ObjectRules(minor: minor)
  }

  /// What is wrong with a schema, in the order of the API server.
  mutating func errors(of schema: Field, hasStatus: Bool) -> [FieldError] {
    if hasStatus { statusRoot(schema) }
    if schema["nullable"].isTrue {
      root.forbidden(schema["nullable"], "nullable cannot be true at the root")
    }
    visit(schema, Surroundings(isRoot: true))
    guard isConvertible else { return root.errors + rules.errors }
    var structure = StructuralSchemaRules(minor: root.minor)
    let shape = structure.errors(of: schema)
    // Expressions are looked at only where the schema gives them types.
    let told = rules.errors.isEmpty && shape.isEmpty ? expressions.errors : []
    return root.errors + shape + rules.errors + told
  }

  private mutating func statusRoot(_ schema: Field) {
    if schema.has("type"), schema["type"].text != "object" {
      root.invalid(
        schema["type"],
        "only \"object\" is allowed as the type at the root of the schema if the status "
          + "subresource is enabled")
    }
    let others = schema.entries.contains { name, value in
      !Self.rootFields.contains(name) && !value.isEmpty && value.bool != false
    }
    guard others else { return }
    root.invalid(
      schema, .omitted,
      "only [\(Self.rootFieldNames)] fields are allowed at the root of the schema if the status "
        + "subresource is enabled")
  }

  /// Where in the whole a schema stands.
  private struct Surroundings {
    var isRoot = false
    /// Why no default may be set here; nil where one may.
    var forbidsDefaults: String?
    var isInsideMetadata = false
  }

  private mutating func visit(_ schema: Field, _ place: Surroundings) {
    guard let node = schema.node, node.isMapping else { return }
    standard(schema, place)
    if schema.affirms("uniqueItems") {
      rules.forbidden(
        schema["uniqueItems"],
        "uniqueItems cannot be set to true since the runtime complexity becomes quadratic")
    }
    additionalProperties(of: schema, place)
    if schema.has("properties") { properties(of: schema, place) }
    var inner = place
    inner.isRoot = false
    if schema.has("not") { visit(schema["not"], inner) }
    for name in ["allOf", "oneOf", "anyOf"] where schema.has(name) {
      for alternative in schema[named: name].elements { visit(alternative, inner) }
    }
    if schema.has("items") { visit(schema["items"], inner) }
    extensions(schema)
    if schema.has("x-kubernetes-validations") { validations(of: schema) }
  }

  /// What OpenAPI has and the API server does not.
  private mutating func standard(_ schema: Field, _ place: Surroundings) {
    let type = schema["type"]
    if !type.isBlank, !Self.types.contains(type.text) {
      rules.unsupported(type, Self.types)
    }
    if let reason = place.forbidsDefaults, schema.has("default") {
      rules.forbidden(schema["default"], "must not be set \(reason)")
    }
    for name in Self.unsupported where schema.has(name) {
      if ["id", "patternProperties", "definitions"].contains(name), schema[named: name].isEmpty {
        continue
      }
      isConvertible = false
      rules.forbidden(schema[named: name], "\(name) is not supported")
    }
    if type.text == "null" {
      rules.forbidden(type, "type cannot be set to null, use nullable as an alternative")
    }
    if schema.has("items"), schema["items"].node?.isSequence ?? false {
      isConvertible = false
      rules.forbidden(schema["items"], "items must be a schema object and not an array")
    }
    if place.isInsideMetadata, schema.affirms("x-kubernetes-embedded-resource") {
      rules.forbidden(
        schema["x-kubernetes-embedded-resource"], "must not be used inside of resource meta")
    }
  }

  private mutating func additionalProperties(of schema: Field, _ place: Surroundings) {
    guard schema.has("additionalProperties") else { return }
    let more = schema["additionalProperties"]
    if schema["properties"].count > 0, more.bool != true {
      rules.forbidden(more, "additionalProperties and properties are mutual exclusive")
    }
    var inner = place
    inner.isRoot = false
    if place.isInsideMetadata {
      inner.forbidsDefaults = "inside additionalProperties applying to object metadata"
    }
    visit(more, inner)
  }

  private mutating func properties(of schema: Field, _ place: Surroundings) {
    let isObject = place.isRoot || schema.affirms("x-kubernetes-embedded-resource")
    for (name, property) in schema["properties"].entries {
      var inner = place
      inner.isRoot = false
      if isObject, ["metadata", "kind", "apiVersion"].contains(name) {
        inner.isInsideMetadata = true
        if place.isRoot { inner.forbidsDefaults = "in top-level \(name)" }
      }
      visit(property, inner)
    }
  }
}

// MARK: - Extensions
extension CustomSchemaRules {
  private mutating func extensions(_ schema: Field) {
    if schema.has("x-kubernetes-preserve-unknown-fields"),
      schema["x-kubernetes-preserve-unknown-fields"].bool == false
    {
      isConvertible = false
      rules.invalid(schema["x-kubernetes-preserve-unknown-fields"], "must be true or undefined")
    }
    if schema.has("x-kubernetes-map-type") {
      typed(schema, "object", "x-kubernetes-map-type", ["atomic", "granular"])
    }
    if schema.has("x-kubernetes-list-type") {
      typed(schema, "array", "x-kubernetes-list-type", ["atomic", "set", "map"])
    }
    if schema.has("x-kubernetes-list-map-keys") { listKeys(of: schema) }
    guard schema.has("x-kubernetes-list-type") else { return }
    switch schema["x-kubernetes-list-type"].text {
    case "set": atomicItems(of: schema)
    case "map": keyedItems(of: schema)
    default: break
    }
  }

  /// An extension that only schemas of one type may have.
  private mutating func typed(
    _ schema: Field, _ wanted: String, _ name: String, _ supported: [String]
  ) {
    let type = schema["type"]
    let detail = "must be \(wanted) if \(name) is specified"
    if type.isBlank {
      rules.required(type, detail)
    } else if type.text != wanted {
      rules.invalid(type, detail)
    }
    if !supported.contains(schema[named: name].text) {
      rules.unsupported(schema[named: name], supported)
    }
  }

  private mutating func listKeys(of schema: Field) {
    guard schema["x-kubernetes-list-map-keys"].count > 0 else { return }
    let type = schema["x-kubernetes-list-type"]
    let detail = "must be map if x-kubernetes-list-map-keys is non-empty"
    if !type.isPresent {
      rules.required(type, detail)
    } else if type.text != "map" {
      rules.invalid(type, detail)
    }
  }

  private mutating func atomicItems(of schema: Field) {
    let items = schema["items"]
    guard schema["type"].text == "array" else { return }
    let detail = "must be atomic as item of a list with x-kubernetes-list-type=set"
    let (list, map) = (items["x-kubernetes-list-type"], items["x-kubernetes-map-type"])
    switch items["type"].text {
    case "array": if list.isPresent, list.text != "atomic" { rules.invalid(list, detail) }
    case "object":
      let shown = list.isPresent ? BadValue.text(list.text) : .null
      if map.text != "atomic" { rules.invalid(map, shown, detail) }
    default: break
    }
    nullableItems(items, "set")
  }

  private mutating func nullableItems(_ items: Field, _ type: String) {
    guard items["nullable"].isTrue else { return }
    rules.forbidden(
      items["nullable"], "cannot be nullable when x-kubernetes-list-type is \(type)")
  }

  private mutating func keyedItems(of schema: Field) {
    let (keys, items) = (schema["x-kubernetes-list-map-keys"], schema["items"])
    if keys.count == 0 {
      rules.required(keys, "must not be empty if x-kubernetes-list-type is map")
    }
    if !items.isPresent {
      return rules.required(items, "must have a schema if x-kubernetes-list-type is map")
    }
    guard items.node?.isMapping ?? false else { return }
    guard items["type"].text == "object" else {
      return rules.invalid(
        items["type"], "must be object if parent array's x-kubernetes-list-type is map")
    }
    var seen: Set<String> = []
    for key in keys.texts {
      let property = items["properties"].entry(key)
      if !property.isPresent {
        rules.invalid(keys, .texts(keys.texts), "entries must all be names of item properties")
      } else if ["array", "object"].contains(property["type"].text) {
        rules.invalid(
          property["type"], items["type"].value,
          "must be a scalar type if parent array's x-kubernetes-list-type is map")
      }
      if !seen.insert(key).inserted {
        rules.invalid(keys, .texts(keys.texts), "must not contain duplicate entries")
      }
    }
    nullableItems(items, "map")
    for key in keys.texts { requiredKey(key, of: items) }
  }

  /// A key has a value in every element.
  private mutating func requiredKey(_ key: String, of items: Field) {
    let property = items["properties"].entry(key)
    guard property.isPresent else { return }
    let reason = "this property is in x-kubernetes-list-map-keys, so it"
    if !items["required"].texts.contains(key), !property.has("default") {
      rules.required(
        property["default"], "\(reason) must have a default or be a required property")
    }
    if property["nullable"].isTrue {
      rules.forbidden(property["nullable"], "\(reason) cannot be nullable")
    }
  }
}

// MARK: - Expressions
extension CustomSchemaRules {
  private mutating func validations(of schema: Field) {
    for validation in schema["x-kubernetes-validations"].elements {
      words(of: validation)
      if validation.has("reason"), !Self.reasons.contains(validation["reason"].text) {
        rules.unsupported(validation["reason"], Self.reasons)
      }
      expression(of: validation)
    }
  }

  private mutating func words(of validation: Field) {
    let (rule, message) = (validation["rule"], validation["message"])
    let words = validation["messageExpression"]
    if rule.text.trimmingSpaces.isEmpty {
      rules.required(rule, "rule is not specified")
    } else if !message.isBlank, message.text.trimmingSpaces.isEmpty {
      rules.invalid(message, "must be non-empty if specified")
    } else if message.text.trimmingSpaces.contains(where: \.isNewline) {
      rules.invalid(message, "must not contain line breaks")
    } else if rule.text.trimmingSpaces.contains(where: \.isNewline), message.isBlank {
      rules.required(message, "message must be specified if rule contains line breaks")
    }
    if !words.isBlank, words.text.trimmingSpaces.isEmpty {
      rules.required(words, "messageExpression must be non-empty if specified")
    }
    let path = validation["fieldPath"]
    if !path.isBlank, path.text.trimmingSpaces.isEmpty {
      rules.invalid(path, "must be non-empty if specified")
    }
  }

  private mutating func expression(of validation: Field) {
    let (rule, words) = (validation["rule"], validation["messageExpression"])
    let scope = ExpressionScope.custom
    if !rule.text.trimmingSpaces.isEmpty {
      switch scope.verdict(on: rule.text) {
      case .refused(let reason):
        expressions.invalid(rule, Self.shown(validation), "compilation failed: \(reason)")
      case .type(let type):
        if type != .dyn, type != .bool {
          expressions.invalid(
            rule, Self.shown(validation), "cel expression must evaluate to a bool")
        }
      case .unknown: break
      }
    }
    if !words.text.trimmingSpaces.isEmpty { message(words, of: validation, scope) }
  }

  private mutating func message(
    _ words: Field, of validation: Field, _ scope: ExpressionScope
  ) {
    switch scope.verdict(on: words.text) {
    case .refused(let reason):
      expressions.invalid(
        words, Self.shown(validation), "messageExpression compilation failed: \(reason)")
    case .type(let type):
      if type != .dyn, type != .string {
        expressions.invalid(
          words, Self.shown(validation), "messageExpression must evaluate to a string")
      }
    case .unknown: break
    }
  }

  /// A validation as the API server's own type prints it.
  private static func shown(_ validation: Field) -> BadValue {
    func text(_ name: String) -> String { GoNotation.json(validation[named: name].text) }
    func pointer(_ name: String) -> String {
      validation.has(name) ? validation[named: name].bool.map(String.init) ?? text(name) : "null"
    }
    return .json(
      GoJSON.object([
        "Rule": text("rule"), "Message": text("message"),
        "MessageExpression": text("messageExpression"), "Reason": pointer("reason"),
        "FieldPath": text("fieldPath"), "OptionalOldSelf": pointer("optionalOldSelf"),
      ]))
  }
}

extension Field {
  /// Whether this object has a field that is true; asks without making one.
  func affirms(_ name: StaticString) -> Bool { has(name) && self[name].isTrue }
}

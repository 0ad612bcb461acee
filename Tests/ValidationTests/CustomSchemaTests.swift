import Testing
import YAML

@testable import Validation

/// Schemas of custom kinds, as pkg/apis/apiextensions/validation and pkg/apiserver/schema judge them.
@Suite struct CustomSchemaTests {
  private static let missing = "Required value: must not be empty for specified object fields"
  private static let list = "type: array, x-kubernetes-list-type: map"

  /// What is said about the property `a` of a kind's only version, below its place.
  private static let ofProperties: [(String, [String])] = [
    ("{type: string}", []),
    ("{}", [".type: \(missing)"]),
    ("{description: x}", [".type: \(missing)"]),
    ("{x-kubernetes-preserve-unknown-fields: true}", []),
    ("{x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}", []),
    (
      "{x-kubernetes-int-or-string: true, anyOf: [{type: string}, {type: integer}]}",
      [
        ".anyOf[0].type: Forbidden: must be empty to be structural",
        ".anyOf[1].type: Forbidden: must be empty to be structural",
      ]
    ),
    (
      "{x-kubernetes-int-or-string: true, allOf: [{anyOf: [{type: integer}, {type: string}]}]}",
      []
    ),
    ("{type: text}", [unknownType("text")]),
    ("{type: array}", [".items: Required value: must be specified"]),
    (
      "{type: array, items: {}}",
      [".items.type: Required value: must not be empty for specified array items"]
    ),
    (
      "{type: array, items: [{type: string}]}",
      [".items: Forbidden: items must be a schema object and not an array"]
    ),
    ("{$ref: '#/x'}", [".$ref: Forbidden: $ref is not supported"]),
    ("{type: object, additionalProperties: {type: string}}", []),
    ("{type: object, additionalProperties: {}}", [".additionalProperties.type: \(missing)"]),
    ("{type: object, properties: {b: {type: string}}, additionalProperties: true}", []),
    (
      "{type: object, properties: {b: {type: string}}, additionalProperties: false}",
      [
        ".additionalProperties: Forbidden: additionalProperties and properties are mutual "
          + "exclusive"
      ]
    ),
    ("{type: string, default: x}", []),
    (
      "{type: object, not: {properties: {b: {default: 1}}}, properties: {b: {type: integer}}}",
      [".not.properties[b].default: Forbidden: must be undefined to be structural"]
    ),
    (
      "{type: object, anyOf: [{required: [b]}, {required: [c]}]}", []
    ),
    (
      "{type: string, uniqueItems: true}",
      [
        ".uniqueItems: Forbidden: uniqueItems cannot be set to true since the runtime complexity "
          + "becomes quadratic"
      ]
    ),
    (
      "{x-kubernetes-embedded-resource: true, type: object}",
      [
        ".properties: Required value: must not be empty if x-kubernetes-embedded-resource is true "
          + "without x-kubernetes-preserve-unknown-fields"
      ]
    ),
    ("{\(list), x-kubernetes-list-map-keys: [b], \(items("[b]"))}", []),
    (
      "{\(list), \(items("[b]"))}",
      [
        ".x-kubernetes-list-map-keys: Required value: must not be empty if "
          + "x-kubernetes-list-type is map"
      ]
    ),
    (
      "{\(list), x-kubernetes-list-map-keys: [c], \(items("[b]"))}",
      [
        ".x-kubernetes-list-map-keys: Invalid value: [\"c\"]: "
          + "entries must all be names of item properties"
      ]
    ),
    (
      "{\(list), x-kubernetes-list-map-keys: [b], \(items("[]"))}",
      [
        ".items.properties[b].default: Required value: this property is in "
          + "x-kubernetes-list-map-keys, so it must have a default or be a required property"
      ]
    ),
    (
      "{type: array, items: {type: string}, x-kubernetes-list-map-keys: [b]}",
      [
        ".x-kubernetes-list-type: Required value: must be map if x-kubernetes-list-map-keys is "
          + "non-empty"
      ]
    ),
    (
      "{type: array, x-kubernetes-list-type: set, items: {type: object}}",
      [
        ".items.x-kubernetes-map-type: Invalid value: \"null\": must be atomic as item of a list "
          + "with x-kubernetes-list-type=set"
      ]
    ),
    (
      "{type: string, x-kubernetes-map-type: atomic}",
      [".type: Invalid value: \"string\": must be object if x-kubernetes-map-type is specified"]
    ),
    (
      "{type: array, x-kubernetes-list-type: bag, items: {type: string}}",
      [
        ".x-kubernetes-list-type: Unsupported value: \"bag\": "
          + "supported values: \"atomic\", \"set\", \"map\""
      ]
    ),
  ]

  private static func unknownType(_ name: String) -> String {
    ".type: Unsupported value: \"\(name)\": supported values: \"array\", \"boolean\", "
      + "\"integer\", \"number\", \"object\", \"string\""
  }

  private static func items(_ required: String) -> String {
    "items: {type: object, properties: {b: {type: string}}, required: \(required)}"
  }

  @Test("what a property may say", arguments: ofProperties)
  func properties(_ property: String, _ messages: [String]) throws {
    let found = try self.messages(on: "{type: object, properties: {a: \(property)}}")
    let place = "spec.validation.openAPIV3Schema.properties[a]"
    #expect(found == messages.map { place + $0 }, "\(property)")
  }

  private static let ofRoots: [(String, [String])] = [
    ("{type: object, properties: {metadata: {type: object}}}", []),
    (
      "{type: object, properties: {metadata: {type: object, properties: {name: {type: string}}}}}",
      []
    ),
    ("{}", [".type: Required value: must not be empty at the root"]),
    (
      "{type: array, items: {type: string}}",
      [
        ".type: Invalid value: \"array\": must be object at the root"
      ]
    ),
    (
      "{type: object, additionalProperties: {type: string}}",
      [".additionalProperties: Forbidden: must not be used at the root"]
    ),
    (
      "{type: object, nullable: true}",
      [".nullable: Forbidden: nullable cannot be true at the root"]
    ),
    (
      "{type: object, properties: {kind: {type: integer}}}",
      [".properties[kind].type: Invalid value: \"integer\": must be string"]
    ),
    (
      "{type: object, properties: {metadata: {type: object, properties: {labels: {type: object}}}}}",
      [
        ".properties[metadata]: Forbidden: must not specify anything other than name and "
          + "generateName, but metadata is implicitly specified"
      ]
    ),
    (
      "{type: object, properties: {apiVersion: {type: string, default: v1}}}",
      [".properties[apiVersion].default: Forbidden: must not be set in top-level apiVersion"]
    ),
    (
      "{type: object, anyOf: [{properties: {b: {minimum: 1}}}]}",
      [
        ".properties[b]: Required value: because it is defined in "
          + "spec.validation.openAPIV3Schema.anyOf[0].properties[b]"
      ]
    ),
  ]

  @Test("what a whole schema may say", arguments: ofRoots)
  func roots(_ schema: String, _ messages: [String]) throws {
    let found = try self.messages(on: schema)
    #expect(found == messages.map { "spec.validation.openAPIV3Schema" + $0 }, "\(schema)")
  }

  @Test(
    "expressions compile and yield what is wanted of them",
    arguments: [
      ("rule: self.a == oldSelf.a", "", ""),
      ("rule: self.a", "", ""),
      ("rule: '!has(oldSelf.a)', optionalOldSelf: true", "", ""),
      (
        "rule: \"self.items.all(i, i.name.startsWith('a'))\", messageExpression: '\"a\" + self.b'",
        "",
        ""
      ),
      (
        "rule: slef.a == 1", "rule",
        "compilation failed: undeclared reference to 'slef' (in container '')"
      ),
      (
        "rule: self.a ==", "rule",
        "compilation failed: Syntax error: mismatched input '<EOF>' expecting an expression"
      ),
      (
        "rule: '\"a\" + 1 == self.a'", "rule",
        "compilation failed: found no matching overload for '_+_' applied to '(string, int)'"
      ),
      ("rule: self.a.size()", "rule", "cel expression must evaluate to a bool"),
      (
        "rule: self.a, messageExpression: size(self.b)", "messageExpression",
        "messageExpression must evaluate to a string"
      ),
    ])
  func expressions(_ validation: String, _ field: String, _ message: String) throws {
    let found = try messages(
      on:
        "{type: object, x-kubernetes-validations: [{\(validation)}], properties: {a: {type: string}}}"
    )
    guard !message.isEmpty else { return #expect(found == [], "\(validation)") }
    try #require(found.count == 1, "\(validation): \(found)")
    let place = "spec.validation.openAPIV3Schema.x-kubernetes-validations[0].\(field)"
    #expect(found[0].hasPrefix(place + ": Invalid value: {\"Rule\":\""))
    #expect(found[0].hasSuffix(": \(message)"), "\(found)")
  }

  @Test("versions with schemas of their own are told one by one")
  func versions() throws {
    let text = Self.kind(
      """
      - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
          - {name: v2, served: true, storage: false, schema: {openAPIV3Schema: {}}}
      """)
    #expect(
      try messages(in: text) == [
        "spec.versions[1].schema.openAPIV3Schema.type: Required value: must not be empty at the root"
      ])
  }

  @Test("the status of a kind with one is told apart")
  func status() throws {
    let text = Self.kind(
      """
      - name: v1
            served: true
            storage: true
            subresources: {status: {}}
            schema: {openAPIV3Schema: {type: object, oneOf: [{required: [spec]}]}}
      """)
    let found = try messages(in: text)
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("if the status subresource is enabled") ?? false, "\(found)")
  }

  private func messages(on schema: String) throws -> [String] {
    try messages(
      in: Self.kind(
        "- {name: v1, served: true, storage: true, schema: {openAPIV3Schema: \(schema)}}"))
  }

  private static func kind(_ versions: String) -> String {
    """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: webs.example.com}
    spec:
      group: example.com
      names: {plural: webs, kind: Web}
      scope: Namespaced
      versions:
        \(versions)
    """
  }

  private func messages(in text: String) throws -> [String] {
    let reading = DocumentReader(.kubectl).read(text, file: "web.yaml")
    let root = try #require(reading.documents.first?.root)
    let verdict = ManifestValidation().verdict(on: root)
    #expect(verdict.strictErrors.isEmpty)
    return verdict.errors.map(\.message)
  }
}

import KubernetesModel

/// What the names of a kind of objects look like.
enum NameRule: Sendable {
  case subdomain
  case label
  /// A subdomain whose length younger checks count in bytes; what comes before a generated suffix is not looked at.
  case longName
  /// A label that begins with a letter.
  case letterLabel
  /// What can stand in a path of the API.
  case pathSegment

  func objections(to name: String) -> [String] {
    switch self {
    case .subdomain: Syntax.subdomain(name)
    case .longName: NameSyntax.objections(toLongName: name)
    case .label: Syntax.label(name)
    case .letterLabel: Syntax.letterLabel(name)
    case .pathSegment: Syntax.pathSegment(name)
    }
  }

  /// For a beginning of a name, which may end with what a whole name may not.
  func objections(toPrefix prefix: String) -> [String] {
    guard self != .pathSegment, prefix.utf8.count > 1, prefix.utf8.last == UInt8(ascii: "-") else {
      return objections(to: prefix)
    }
    return objections(to: String(Substring(prefix.utf8.dropLast(2))) + "a")
  }
}

// MARK: - Object metadata
extension ObjectRules {
  /// The metadata of an object that is being created, which may take over labels of its template.
  mutating func metadata(
    _ meta: Field, _ rule: NameRule, isNamespaced: Bool = true,
    defaultingTo template: Field? = nil, adding added: [String: String] = [:]
  ) {
    let prefix = meta["generateName"]
    if !prefix.isBlank, rule != .longName {
      invalid(prefix, rule.objections(toPrefix: prefix.text))
    }
    let name = meta.generatedName
    if name.isEmpty {
      required(meta["name"], "name or generateName is required")
    } else {
      invalid(meta["name"], .text(name), rule.objections(to: name))
    }
    // That of an object outside of namespaces is dropped.
    if isNamespaced, !meta["namespace"].isBlank { label(meta["namespace"]) }
    if let template, meta["labels"].count == 0, template["metadata"]["labels"].isPresent {
      labels(template["metadata"]["labels"].shown(as: meta["labels"]), adding: added)
    } else {
      labels(meta["labels"])
    }
    annotations(meta["annotations"])
    ownerReferences(meta["ownerReferences"])
    finalizers(meta["finalizers"])
    managedFields(meta["managedFields"])
    standardFinalizers(meta["finalizers"])
  }

  /// Labels, with those that the API server adds itself.
  mutating func labels(_ field: Field, adding added: [String: String] = [:]) {
    for (_, text) in added.sorted(by: { $0.key < $1.key }) {
      invalid(field, .text(text), Syntax.labelValue(text))
    }
    for (key, value) in field.entries {
      let value = value.shown(as: field)
      invalid(value, .text(key), Syntax.qualifiedName(key))
      invalid(value, Syntax.labelValue(value.text))
    }
  }

  mutating func annotations(_ field: Field) {
    var size = 0
    for (key, value) in field.entries {
      let value = value.shown(as: field)
      invalid(value, .text(key), Syntax.qualifiedName(key.lowercased()))
      size += key.utf8.count + value.text.utf8.count
    }
    if size > 256 * 1024 { tooLong(field, 256 * 1024) }
  }

  private mutating func ownerReferences(_ field: Field) {
    var controller: String?
    for owner in field.elements {
      let version = owner["apiVersion"]
      let parts = version.text.parts(at: "/")
      if version.isBlank || version.text == "/" || parts.count == 2 && parts[1].isEmpty
        || parts.count > 2
      {
        invalid(version.shown("apiVersion", of: field), "version must not be empty")
      }
      for name in ["kind", "name", "uid"] where owner[named: name].isBlank {
        invalid(owner[named: name].shown(name, of: field), "must not be empty")
      }
      if version.text == "v1", owner["kind"].text == "Event" {
        invalid(
          owner.shown(as: field), .json(owner.ownerJSON),
          "/v1, Kind=Event is disallowed from being an owner")
      }
      guard owner["controller"].isTrue else { continue }
      let current = "\(owner["kind"].text)/\(owner["name"].text)"
      if let controller {
        invalid(
          field, .json("[\(field.elements.map(\.ownerJSON).joined(separator: ","))]"),
          "Only one reference can have Controller set to true. "
            + "Found \"true\" in references for \(controller) and \(current)")
      } else {
        controller = current
      }
    }
  }

  private mutating func managedFields(_ list: Field) {
    for entry in list.elements {
      let (operation, type, manager) = (
        entry["operation"], entry["fieldsType"], entry["manager"]
      )
      if !["Apply", "Update"].contains(operation.text) {
        invalid(operation, "must be `Apply` or `Update`")
      }
      if !["", "FieldsV1"].contains(type.text) { invalid(type, "must be `FieldsV1`") }
      if manager.text.utf8.count > 128 { tooLong(manager, 128) }
      if entry["subresource"].text.utf8.count > 256 { tooLong(entry["subresource"], 256) }
    }
  }

  private mutating func finalizers(_ field: Field) {
    for name in field.elements {
      invalid(name.shown(as: field), Syntax.qualifiedName(name.text))
    }
    let texts = field.texts
    if texts.contains("orphan"), texts.contains("foregroundDeletion") {
      invalid(field, "finalizer orphan and foregroundDeletion cannot be both set")
    }
  }

  /// Refuses short names of finalizers that are none of Kubernetes' own.
  private mutating func standardFinalizers(_ field: Field) {
    for name in field.elements { standardFinalizer(name) }
  }

  private mutating func standardFinalizer(_ name: Field) {
    guard !name.text.contains("/"), !Self.finalizers.contains(name.text) else { return }
    invalid(name, "name is neither a standard finalizer name nor is it fully qualified")
  }

  /// A finalizer of a namespace's content.
  mutating func finalizer(_ name: Field) {
    invalid(name, Syntax.qualifiedName(name.text))
    standardFinalizer(name)
  }

  private static let finalizers: Set = ["kubernetes", "orphan", "foregroundDeletion"]
}

// MARK: - Selectors
extension ObjectRules {
  mutating func labelSelector(_ selector: Field) {
    guard selector.isPresent else { return }
    labels(selector["matchLabels"])
    for requirement in selector["matchExpressions"].elements {
      labelRequirement(requirement)
    }
  }

  private mutating func labelRequirement(_ requirement: Field) {
    let values = requirement["values"]
    switch requirement["operator"].text {
    case "In", "NotIn":
      if values.count == 0 {
        required(values, "must be specified when `operator` is 'In' or 'NotIn'")
      }
    case "Exists", "DoesNotExist":
      if values.count > 0 {
        forbidden(values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")
      }
    default: invalid(requirement["operator"], "not a valid selector operator")
    }
    labelName(requirement["key"])
    for value in values.elements { invalid(value, Syntax.labelValue(value.text)) }
  }

  mutating func labelName(_ field: Field) {
    invalid(field, Syntax.qualifiedName(field.text))
  }

  mutating func label(_ field: Field) { invalid(field, Syntax.label(field.text)) }

  mutating func subdomain(_ field: Field) { invalid(field, Syntax.subdomain(field.text)) }
}

extension Field {
  /// A reference to an owner as Go marshals it.
  fileprivate var ownerJSON: String {
    let names = ["apiVersion", "kind", "name", "uid"].map {
      "\"\($0)\":\(self[named: $0].jsonText)"
    }
    let flags = ["controller", "blockOwnerDeletion"].filter { self[$0].isPresent }
      .map { "\"\($0)\":\(self[$0].json)" }
    return "{\((names + flags).joined(separator: ","))}"
  }

  /// The name of this metadata, which the API server makes up from `generateName` when there is none.
  var generatedName: String {
    let name = self["name"].text
    guard name.isEmpty else { return name }
    let prefix = self["generateName"].text
    guard !prefix.isEmpty else { return "" }
    return String(decoding: prefix.utf8.prefix(58), as: UTF8.self) + "x7x7x"
  }
}

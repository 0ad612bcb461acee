import KubernetesModel

// As the functions of pkg/apis/apiextensions/validation have it.
extension ObjectRules {
  private static let columnTypes = ["boolean", "date", "integer", "number", "string"]
  private static let columnFormats = [
    "byte", "date", "date-time", "double", "float", "int32", "int64", "password",
  ]
  private static let approval = "api-approved.kubernetes.io"

  mutating func customKind(_ object: Field) {
    metadata(object["metadata"], .subdomain, isNamespaced: false)
    let spec = object["spec"]
    let name = object["metadata"]["name"]
    let wanted = "\(spec["names"]["plural"].text).\(spec["group"].text)"
    if !name.isBlank, name.text != wanted {
      invalid(name, "must be spec.names.plural+\".\"+spec.group")
    }
    group(spec["group"])
    let scope = spec["scope"]
    if scope.isBlank { required(scope) } else { oneOf(["Cluster", "Namespaced"], scope) }
    versions(of: spec)
    names(spec["names"])
    schemas(of: spec)
    conversion(spec["conversion"])
    approval(of: spec["group"].text, object["metadata"]["annotations"])
    if spec["preserveUnknownFields"].isTrue {
      invalid(
        spec["preserveUnknownFields"],
        "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in "
          + "spec.versions[*].schema instead")
    }
  }

  private mutating func group(_ group: Field) {
    if group.isBlank { return required(group) }
    let objections = Syntax.subdomain(group.text)
    if !objections.isEmpty {
      invalid(group, objections.joined(separator: ","))
    } else if !group.text.contains(".") {
      invalid(group, "should be a domain with at least one dot")
    }
  }

  private mutating func versions(of spec: Field) {
    let versions = spec["versions"]
    for version in versions.elements {
      let schema = version["schema"]["openAPIV3Schema"]
      if !schema.isPresent { required(schema) }
    }
    for version in versions.elements {
      letterLabel(version["name"])
      deprecation(of: version)
      // The only version's columns count as those of the kind.
      let columns = version["additionalPrinterColumns"]
      let shown =
        versions.count == 1 ? columns.shown("additionalPrinterColumns", of: spec) : columns
      for column in shown.elements { self.column(column) }
    }
    let names = versions.elements.map { $0["name"].text }
    if Set(names).count < names.count {
      invalid(versions, .omitted, "must contain unique version names")
    }
    if versions.elements.count(where: { $0["storage"].isTrue }) != 1 {
      invalid(versions, .omitted, "must have exactly one version marked as storage version")
    }
  }

  /// The schemas, which are told once where all versions have the same.
  private mutating func schemas(of spec: Field) {
    let versions = Array(spec["versions"].elements)
    let texts = versions.count > 1 ? Set(versions.map { $0["schema"].json }) : []
    let isShared = texts.count < 2
    for version in isShared ? Array(versions.prefix(1)) : versions {
      let place = isShared ? version["schema"].shown("validation", of: spec) : version["schema"]
      let schema = place["openAPIV3Schema"]
      guard schema.isPresent else { continue }
      let hasStatus = (isShared ? versions : [version]).contains {
        $0["subresources"].has("status")
      }
      var rules = CustomSchemaRules(minor: minor)
      append(rules.errors(of: schema, hasStatus: hasStatus))
    }
  }

  private mutating func deprecation(of version: Field) {
    let warning = version["deprecationWarning"]
    guard warning.isPresent else { return }
    if !version["deprecated"].isTrue {
      invalid(warning, "can only be set for deprecated versions")
    } else if warning.isBlank {
      invalid(warning, "must not be an empty string")
    } else if warning.text.utf8.count > 256 {
      invalid(warning, "must be <= 256 characters long")
    }
  }

  private mutating func column(_ column: Field) {
    if column["name"].isBlank { required(column["name"]) }
    let types = "must be one of \(Self.columnTypes.joined(separator: ","))"
    if column["type"].isBlank {
      required(column["type"], types)
    } else if !Self.columnTypes.contains(column["type"].text) {
      invalid(column["type"], types)
    }
    let format = column["format"]
    if !format.isBlank, !Self.columnFormats.contains(format.text) {
      invalid(format, "must be one of \(Self.columnFormats.joined(separator: ","))")
    }
    if column["jsonPath"].isBlank {
      required(column["jsonPath"].shown("JSONPath", of: column))
    }
  }

  private mutating func names(_ names: Field) {
    for name in ["plural", "kind"] where names[named: name].isBlank { required(names[named: name]) }
    for name in ["plural", "singular"] where !names[named: name].isBlank {
      letterLabel(names[named: name])
    }
    for name in ["kind", "listKind"] where !names[named: name].isBlank {
      letterLabel(names[named: name], mixedCase: true)
    }
    for name in names["shortNames"].elements { letterLabel(name) }
    let kind = names["kind"].text
    if !kind.isEmpty, names["listKind"].text == kind {
      invalid(names["listKind"], "kind and listKind may not be the same")
    }
    for name in names["categories"].elements { letterLabel(name) }
  }

  /// How versions are converted, told under the paths of the API server's own version.
  private mutating func conversion(_ conversion: Field) {
    guard conversion.isPresent else { return }
    let strategy = conversion["strategy"]
    if strategy.isBlank { required(strategy) } else { oneOf(["None", "Webhook"], strategy) }
    let webhook = conversion["webhook"]
    let client = webhook["clientConfig"].shown("webhookClientConfig", of: conversion)
    let versions = webhook["conversionReviewVersions"]
      .shown("conversionReviewVersions", of: conversion)
    guard strategy.text == "Webhook" else {
      let detail = "should not be set when strategy is not set to Webhook"
      if client.isPresent { forbidden(client, detail) }
      if versions.count > 0 { forbidden(versions, detail) }
      return
    }
    if client.isPresent {
      webhookClient(client, shownAs: client)
    } else {
      required(client, "required when strategy is set to Webhook")
    }
    if versions.count == 0 { required(versions) } else { reviewVersions(versions) }
  }

  /// Groups of Kubernetes itself say where they were approved.
  private mutating func approval(of group: String, _ annotations: Field) {
    let isProtected = ["k8s.io", "kubernetes.io"].contains {
      group == $0 || group.hasSuffix(".\($0)")
    }
    let annotation = annotations.entry(Self.approval)
    guard isProtected, annotation.isBlank else { return }
    required(
      annotation,
      "protected groups must have approval annotation \"\(Self.approval)\", "
        + "see https://github.com/kubernetes/enhancements/pull/1111")
  }
}

import KubernetesModel

extension ObjectRules {
  private func variableName(_ text: String) -> [String] {
    minor < 32 ? Syntax.strictVariableName(text) : Syntax.variableName(text)
  }

  mutating func environment(_ list: Field) {
    for variable in list.elements {
      let name = variable["name"]
      let text = name.text
      if text.isEmpty { required(name) } else { invalid(name, variableName(text)) }
      let source = variable["valueFrom"]
      if source.isPresent { valueSource(source, value: variable["value"].text) }
    }
  }

  private mutating func valueSource(_ source: Field, value: String) {
    var count = 0
    if let field = present(source["fieldRef"], &count) {
      fieldReference(field, Self.variableFields)
    }
    if let field = present(source["resourceFieldRef"], &count) {
      resourceReference(field, isVolume: false)
    }
    if let field = present(source["configMapKeyRef"], &count) { keyReference(field) }
    if let field = present(source["secretKeyRef"], &count) { keyReference(field) }
    if let field = present(source["fileKeyRef"], &count) { fileKeyReference(field) }
    if count == 0 {
      invalid(
        source, .text(""),
        "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, "
          + "`secretKeyRef` or `fileKeyRef`")
    } else if !value.isEmpty {
      invalid(source, .text(""), "may not be specified when `value` is not empty")
    } else if count > 1 {
      invalid(source, .text(""), Wording.tooManyFields)
    }
  }

  /// The field when it is there, which is counted.
  private func present(_ field: Field, _ count: inout Int) -> Field? {
    guard field.isPresent else { return nil }
    count += 1
    return field
  }

  mutating func environmentSources(_ list: Field) {
    for source in list.elements {
      let prefix = source["prefix"]
      if !prefix.isBlank { invalid(prefix, variableName(prefix.text)) }
      var count = 0
      for name in ["configMapRef", "secretRef"] {
        guard let field = present(source[named: name], &count) else { continue }
        if field["name"].isBlank {
          required(field["name"])
        } else {
          invalid(field["name"], NameRule.subdomain.objections(toPrefix: field["name"].text))
        }
      }
      if count == 0 {
        invalid(
          source.shown(as: list), .text(""), "must specify one of: `configMapRef` or `secretRef`")
      } else if count > 1 {
        invalid(source.shown(as: list), .text(""), Wording.tooManyFields)
      }
    }
  }

  private mutating func keyReference(_ reference: Field) {
    subdomain(reference["name"])
    let key = reference["key"]
    if key.isBlank {
      required(key)
    } else {
      invalid(key, Syntax.configKey(key.text))
    }
  }

  private mutating func fileKeyReference(_ reference: Field) {
    let (key, volume, path) = (reference["key"], reference["volumeName"], reference["path"])
    if key.isBlank { required(key) } else { invalid(key, variableName(key.text)) }
    if volume.isBlank { required(volume) } else { label(volume) }
    if path.isBlank { required(path) } else { noBacksteps(path) }
  }
}

// MARK: - The downward API
extension ObjectRules {
  mutating func fieldReference(_ reference: Field, _ supported: [String]) {
    let path = reference["fieldPath"]
    let text = path.text
    guard !text.isEmpty else { return required(path) }
    let version = reference["apiVersion"].text(or: "v1")
    guard version == "v1" else {
      return invalid(
        path, "error converting fieldPath: unsupported pod version: \(version)")
    }
    // None that is supported has a subscript.
    if supported.contains(text) { return }
    if let (head, key) = Self.splitSubscript(text) {
      switch head {
      case "metadata.annotations":
        invalid(
          reference, .text(key.lowercased()),
          Syntax.qualifiedName(key.lowercased()))
      case "metadata.labels":
        invalid(reference, .text(key), Syntax.qualifiedName(key))
      default:
        invalid(
          path,
          "error converting fieldPath: field label does not support subscript: \(text)")
      }
      return
    }
    guard Self.knownFields.contains(text) else {
      return invalid(
        path, "error converting fieldPath: field label not supported: \(text)")
    }
    let name = text == "spec.host" ? "spec.nodeName" : text
    if !supported.contains(name) { unsupported(path, .text(name), supported) }
  }

  private static func splitSubscript(_ path: String) -> (head: String, key: String)? {
    let bytes = path.utf8
    guard path.hasSuffix("']"), let bracket = bytes.firstIndex(of: UInt8(ascii: "[")),
      bracket > bytes.startIndex
    else { return nil }
    let quote = bytes.index(after: bracket)
    guard quote < bytes.endIndex, bytes[quote] == UInt8(ascii: "'"),
      bytes.distance(from: quote, to: bytes.endIndex) >= 3
    else { return nil }
    let key = bytes[bytes.index(after: quote)...].dropLast(2)
    return (String(Substring(bytes[..<bracket])), String(Substring(key)))
  }

  mutating func resourceReference(_ reference: Field, isVolume: Bool) {
    let resource = reference["resource"]
    if isVolume, reference["containerName"].isBlank {
      required(reference["containerName"])
    } else if resource.isBlank {
      required(resource)
    } else if !Self.resourceFields.contains(resource.text), !isHugePagesField(resource.text) {
      unsupported(resource, Self.resourceFields)
    }
    divisor(reference["divisor"], of: resource.text)
  }

  private func isHugePagesField(_ name: String) -> Bool {
    name.hasPrefix("requests.hugepages-") || name.hasPrefix("limits.hugepages-")
  }

  private mutating func divisor(_ divisor: Field, of resource: String) {
    guard let quantity = divisor.quantity, !quantity.isZero else { return }
    let text = quantity.description
    let isSize = Self.sizeDivisors.contains(text)
    let sizes = "only divisor's values \(Self.sizeDivisors.joined(separator: ", ")) are supported"
    switch resource {
    case "limits.cpu", "requests.cpu":
      guard text != "1m", text != "1" else { return }
      invalid(
        divisor, .text(resource),
        "only divisor's values 1m and 1 are supported with the cpu resource")
    case "limits.memory", "requests.memory":
      if !isSize { invalid(divisor, .text(resource), "\(sizes) with the memory resource") }
    case "limits.ephemeral-storage", "requests.ephemeral-storage":
      guard !isSize else { return }
      invalid(divisor, .text(resource), "\(sizes) with the local ephemeral storage resource")
    case _ where isHugePagesField(resource):
      if !isSize { invalid(divisor, .text(resource), "\(sizes) with the hugepages resource") }
    default: break
    }
  }

  private static let variableFields = [
    "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName",
    "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
  ]

  static let volumeFields = [
    "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace",
    "metadata.uid",
  ]

  private static let knownFields: Set = [
    "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace",
    "metadata.uid", "spec.nodeName", "spec.restartPolicy", "spec.serviceAccountName",
    "spec.schedulerName", "status.phase", "status.hostIP", "status.hostIPs", "status.podIP",
    "status.podIPs", "spec.host",
  ]

  private static let resourceFields = [
    "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu",
    "requests.ephemeral-storage", "requests.memory",
  ]

  private static let sizeDivisors = [
    "1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei",
  ]
}

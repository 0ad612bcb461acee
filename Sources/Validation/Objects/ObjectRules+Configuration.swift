// MARK: - Configuration
extension ObjectRules {
  mutating func configMap(_ object: Field) {
    metadata(object["metadata"], .subdomain)
    let (texts, bytes) = (object["data"], object["binaryData"])
    var size = 0
    for (key, value) in texts.entries {
      invalid(value, .text(key), Syntax.configKey(key))
      if bytes.entry(key).isPresent {
        invalid(value, .text(key), "duplicate of key present in binaryData")
      }
      size += value.text.utf8.count
    }
    for (key, value) in bytes.entries {
      invalid(value, .text(key), Syntax.configKey(key))
      size += Base64.size(of: value.text)
    }
    if size > 1 << 20 { tooLong(object.keyed(""), 1 << 20) }
  }

  mutating func secret(_ object: Field) {
    let meta = object["metadata"]
    metadata(meta, .subdomain)
    let (bytes, texts) = (object["data"], object["stringData"])
    var size = 0
    for (key, value) in bytes.entries where !texts.entry(key).isPresent {
      invalid(value, .text(key), Syntax.configKey(key))
      size += Base64.size(of: value.text)
    }
    for (key, value) in texts.entries {
      invalid(value.shown(as: bytes.keyed(key)), .text(key), Syntax.configKey(key))
      size += value.text.utf8.count
    }
    if size > 1 << 20 { tooLong(bytes, 1 << 20) }
    if object["type"].text == "kubernetes.io/service-account-token",
      meta["annotations"].entry("kubernetes.io/service-account.name").isBlank
    {
      required(meta["annotations"].entry("kubernetes.io/service-account.name"))
    }
    let keys = Self.keys[object["type"].text] ?? []
    let isEither = object["type"].text == "kubernetes.io/basic-auth"
    let missing = keys.filter {
      !bytes.entry($0).isPresent && !texts.entry($0).isPresent
    }
    for key in missing where !isEither || missing.count == keys.count {
      required(bytes.keyed(key))
    }
    if object["type"].text.hasPrefix("kubernetes.io/dockerc") {
      for key in keys { registryLogins(SecretValue(key, of: object), shownAs: bytes.keyed(key)) }
    }
  }

  /// Refuses what is no JSON; only its beginning is looked at, and none of it is shown.
  private mutating func registryLogins(_ value: SecretValue?, shownAs field: Field) {
    guard let value, let bytes = value.bytes else { return }
    let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    let first = bytes.first { !blanks.contains($0) }
    let objection: String
    switch first {
    case nil: objection = "unexpected end of JSON input"
    case UInt8(ascii: "{"), UInt8(ascii: "n"): return
    case UInt8(ascii: "["):
      objection = "json: cannot unmarshal array into Go value of type map[string]interface {}"
    case let byte? where byte.isDigit || Array("\"-tf".utf8).contains(byte): return
    default: objection = "invalid character looking for beginning of value"
    }
    invalid(value.field.shown(as: field), .text("<secret contents redacted>"), objection)
  }

  mutating func serviceAccount(_ object: Field) { metadata(object["metadata"], .subdomain) }

  mutating func namespace(_ object: Field) {
    metadata(object["metadata"], .label, isNamespaced: false)
    let finalizers = object["spec"]["finalizers"]
    for name in finalizers.elements { finalizer(name.shown(as: finalizers)) }
  }

  mutating func claim(_ object: Field) {
    metadata(object["metadata"], .subdomain)
    claimSpec(object["spec"], of: .claim)
  }

  private static let keys = [
    "kubernetes.io/dockercfg": [".dockercfg"],
    "kubernetes.io/dockerconfigjson": [".dockerconfigjson"],
    "kubernetes.io/basic-auth": ["username", "password"],
    "kubernetes.io/ssh-auth": ["ssh-privatekey"],
    "kubernetes.io/tls": ["tls.crt", "tls.key"],
  ]
}

// MARK: - How many pods there are
extension ObjectRules {
  mutating func disruptionBudget(_ object: Field) {
    metadata(object["metadata"], .pathSegment)
    let spec = object["spec"]
    let (available, unavailable) = (spec["minAvailable"], spec["maxUnavailable"])
    if available.isPresent, unavailable.isPresent {
      invalid(
        spec, .json(spec.internalBudget), "minAvailable and maxUnavailable cannot be both set")
    }
    for count in [available, unavailable] {
      countOrPercent(count)
      noMoreThanAll(count)
    }
    labelSelector(spec["selector"])
    if spec["unhealthyPodEvictionPolicy"].isPresent {
      oneOf(["AlwaysAllow", "IfHealthyBudget"], spec["unhealthyPodEvictionPolicy"])
    }
  }
}

extension Field {
  /// The specification of a disruption budget in the API server's internal form.
  fileprivate var internalBudget: String {
    let selector = self["selector"]
    return GoJSON.object([
      "MinAvailable": self["minAvailable"].json,
      "Selector": selector.isPresent ? selector.selectorJSON() : "null",
      "MaxUnavailable": self["maxUnavailable"].json,
      "UnhealthyPodEvictionPolicy": self["unhealthyPodEvictionPolicy"].json,
    ])
  }
}

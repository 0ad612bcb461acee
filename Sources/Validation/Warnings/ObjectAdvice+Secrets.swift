/// What the API server says of a certificate and its key, as far as the kinds of their PEM blocks tell.
extension ObjectAdvice {
  mutating func secret(_ object: Field) {
    guard object["type"].text == "kubernetes.io/tls",
      let certificate = SecretValue("tls.crt", of: object),
      let key = SecretValue("tls.key", of: object),
      let certificates = certificate.blockTypes, let keys = key.blockTypes
    else { return }
    if let objection = objection(toCertificates: certificates) {
      note(certificate.field, "tls: \(objection)")
    } else if let objection = objection(toKeys: keys) {
      note(key.field, "tls: \(objection)")
    }
  }

  private func objection(toCertificates types: [String]) -> String? {
    if types.isEmpty { return "failed to find any PEM data in certificate input" }
    if types.contains("CERTIFICATE") { return nil }
    if types.count == 1, types[0].hasSuffix("PRIVATE KEY") {
      return "failed to find certificate PEM data in certificate input, "
        + "but did find a private key; PEM inputs may have been switched"
    }
    return "failed to find \"CERTIFICATE\" PEM block in certificate input "
      + "after skipping PEM blocks of the following types: [\(types.joined(separator: " "))]"
  }

  private func objection(toKeys types: [String]) -> String? {
    if types.isEmpty { return "failed to find any PEM data in key input" }
    if types.contains(where: { $0.hasSuffix("PRIVATE KEY") }) { return nil }
    if types == ["CERTIFICATE"] {
      return "found a certificate rather than a key in the PEM for the private key"
    }
    return "failed to find PEM block with type ending in \"PRIVATE KEY\" in key input "
      + "after skipping PEM blocks of the following types: [\(types.joined(separator: " "))]"
  }
}

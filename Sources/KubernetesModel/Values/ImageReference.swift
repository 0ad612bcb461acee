/// The name of a container image, completed as kubelet and container runtimes complete it.
package struct ImageReference: Hashable, Sendable {
  /// Host and port of the registry; `docker.io` where the name has none.
  package let registry: String
  /// The path within the registry; with `library/` before official images of Docker Hub.
  package let repository: String
  /// The tag that is written; nil when there is none.
  package let tag: String?
  /// The digest that is written, such as `sha256:…`; nil when there is none.
  package let digest: String?

  /// Reads an image name, or says why kubelet would refuse it (`InvalidImageName`).
  package init(_ text: String) throws(ImageReferenceError) {
    if text.utf8.count == 64, text.utf8.allSatisfy(isLowercaseHexadecimal) {
      throw .identifier(text)
    }
    let (registry, remainder) = Self.split(text)
    let lowered = remainder.utf8.prefix { $0 != UInt8(ascii: ":") }
    if lowered.contains(where: isUppercase) { throw .uppercase(String(Substring(lowered))) }
    let parts = ImageNameParts(remainder)
    guard isRegistry(registry), isRepository(parts.path) else { throw .format }
    guard parts.tag.map(isTag) ?? true else { throw .format }
    if let digest = parts.digest { try Self.validate(digest: digest) }
    guard registry.utf8.count + parts.path.utf8.count < 255 else { throw .nameTooLong }
    self.registry = registry
    repository = parts.path
    tag = parts.tag
    digest = parts.digest
  }

  /// The tag that is pulled: `latest` where neither tag nor digest is written.
  package var effectiveTag: String? { tag ?? (digest == nil ? "latest" : nil) }

  /// Registry and repository.
  package var name: String { "\(registry)/\(repository)" }

  /// What comes before the first slash is a registry when it looks like a host.
  private static func split(_ text: String) -> (registry: String, remainder: String) {
    var registry = "docker.io"
    var remainder = text
    if let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) {
      let first = String(text[..<slash])
      if isHost(first) {
        registry = first == "index.docker.io" ? "docker.io" : first
        remainder = String(text[text.utf8.index(after: slash)...])
      }
    }
    if registry == "docker.io", !remainder.utf8.contains(UInt8(ascii: "/")) {
      remainder = "library/\(remainder)"
    }
    return (registry, remainder)
  }

  /// Whether a first part looks like a host: with a dot, a port, or a letter that repositories may not have.
  private static func isHost(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || isUppercase($0) }
      || text == "localhost" || !text.utf8.allSatisfy { $0 < 0x80 } && text != text.lowercased()
  }

  private static func validate(digest: String) throws(ImageReferenceError) {
    let parts = digest.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count >= 32, parts[1].utf8.allSatisfy(isHexadecimal),
      isAlgorithm(parts[0])
    else { throw .format }
    let lengths: [Substring: Int] = ["sha256": 64, "sha384": 96, "sha512": 128]
    guard let length = lengths[parts[0]] else { throw .digestAlgorithm }
    guard parts[1].utf8.count == length else { throw .digestLength }
    guard parts[1].utf8.allSatisfy(isLowercaseHexadecimal) else { throw .digestFormat }
  }
}

extension ImageReference: CustomStringConvertible {
  /// The whole reference with registry and tag, as a runtime pulls it.
  package var description: String {
    name + (effectiveTag.map { ":\($0)" } ?? "") + (digest.map { "@\($0)" } ?? "")
  }
}

/// Path, tag and digest, cut apart before they are looked at.
private struct ImageNameParts {
  var path: String
  var tag: String?
  var digest: String?

  init(_ remainder: String) {
    var rest = remainder[...]
    if let at = rest.utf8.firstIndex(of: UInt8(ascii: "@")) {
      digest = String(rest[rest.utf8.index(after: at)...])
      rest = rest[..<at]
    }
    if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")) {
      tag = String(rest[rest.utf8.index(after: colon)...])
      rest = rest[..<colon]
    }
    path = String(rest)
  }
}

/// A host name or address in brackets, with an optional port.
private func isRegistry(_ text: String) -> Bool {
  var host = text[...].utf8
  if let colon = host.lastIndex(of: UInt8(ascii: ":")),
    !host[colon...].contains(UInt8(ascii: "]"))
  {
    let port = host[colon...].dropFirst()
    guard !port.isEmpty, port.allSatisfy(isDigit) else { return false }
    host = host[..<colon]
  }
  if host.first == UInt8(ascii: "["), host.last == UInt8(ascii: "]"), host.count > 2 {
    return host.dropFirst().dropLast()
      .allSatisfy { isHexadecimal($0) || $0 == UInt8(ascii: ":") }
  }
  return host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    .allSatisfy { label in
      guard let first = label.first, let last = label.last else { return false }
      return isAlphanumeric(first) && isAlphanumeric(last)
        && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
}

/// Components of lower-case letters and digits, joined by one dot, one or two underscores, or dashes.
private func isRepository(_ text: String) -> Bool {
  text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    .allSatisfy { component in
      guard let first = component.first, let last = component.last else { return false }
      return isLowercaseOrDigit(first) && isLowercaseOrDigit(last)
        && component.split(whereSeparator: isLowercaseOrDigit).allSatisfy(isSeparator)
    }
}

private func isSeparator(_ bytes: Substring.UTF8View) -> Bool {
  bytes.allSatisfy { $0 == UInt8(ascii: "-") }
    || ["_", ".", "__"].contains { bytes.elementsEqual($0.utf8) }
}

private func isTag(_ text: String) -> Bool {
  func isWord(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte == UInt8(ascii: "_") }
  guard let first = text.utf8.first, isWord(first), text.utf8.count <= 128 else { return false }
  return text.utf8.allSatisfy { isWord($0) || ".-".utf8.contains($0) }
}

/// Words that begin with a letter, joined by `-`, `_`, `+` or `.`.
private func isAlgorithm(_ text: Substring) -> Bool {
  text.utf8.split(omittingEmptySubsequences: false) { "-_+.".utf8.contains($0) }
    .allSatisfy { word in
      guard let first = word.first else { return false }
      return isAlphanumeric(first) && !isDigit(first) && word.allSatisfy(isAlphanumeric)
    }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
private func isLowercaseOrDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || (0x61...0x7A).contains(byte)
}
private func isAlphanumeric(_ byte: UInt8) -> Bool {
  isLowercaseOrDigit(byte) || isUppercase(byte)
}
private func isUppercase(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
private func isLowercaseHexadecimal(_ byte: UInt8) -> Bool {
  isDigit(byte) || (0x61...0x66).contains(byte)
}
private func isHexadecimal(_ byte: UInt8) -> Bool {
  isLowercaseHexadecimal(byte) || (0x41...0x46).contains(byte)
}

/// A user of Windows, with a domain or without.
struct WindowsUser {
  private let domain: String?
  private let name: String

  /// Makes a user of a text that was split at its backslash.
  init(_ parts: [String]) {
    domain = parts.count > 1 ? parts[0] : nil
    name = parts.last ?? ""
  }

  var objections: [String] {
    var objections: [String] = []
    if let domain {
      if domain.utf8.count >= 256 {
        objections.append("runAsUserName's Domain length must be under 256 characters")
      }
      if !isNetBios(domain), !isDNS(domain) {
        objections.append("runAsUserName's Domain doesn't match the NetBios nor the DNS format")
      }
    }
    if name.isEmpty {
      objections.append("runAsUserName's User cannot be empty")
    } else if name.utf8.count > 104 {
      objections.append("runAsUserName's User length must not be longer than 104 characters")
    }
    if !name.isEmpty, name.utf8.allSatisfy({ ". ".utf8.contains($0) }) {
      objections.append("runAsUserName's User cannot contain only periods or spaces")
    }
    if name.utf8.contains(where: { "\"/\\:;|=,+*?<>@[]".utf8.contains($0) }) {
      objections.append(
        "runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]")
    }
    return objections
  }

  private func isNetBios(_ domain: String) -> Bool {
    (1...15).contains(domain.unicodeScalars.count) && domain.utf8.first != UInt8(ascii: ".")
      && !domain.utf8.contains { "\\/:*?\"<>|".utf8.contains($0) }
  }

  private func isDNS(_ domain: String) -> Bool {
    domain.parts(at: ".").allSatisfy { part in
      guard let first = part.utf8.first, let last = part.utf8.last else { return false }
      return part.utf8.count <= 63 && first.isAlphanumeric && last.isAlphanumeric
        && part.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    }
  }
}

extension CredentialBlotter {
  /// What stands further behind `://` is no address any more.
  private static let longestAddress = 1_024

  /// The password of `scheme://user:password@host`, whose bytes behind `://` begin at `start`.
  func passwordOfAddress(at start: Int) -> Range<Int>? {
    let address = bytes[start...].prefix(Self.longestAddress).prefix {
      !"\n\r\t \"'<>\\`".utf8.contains($0)
    }
    let authority = address.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    let isWhole = authority.contains(UInt8(ascii: "@")) || !hasOddPort(authority)
    guard let at = (isWhole ? authority : address).lastIndex(of: UInt8(ascii: "@")) else {
      return nil
    }
    let user = bytes[start..<at]
    guard let colon = user.firstIndex(of: UInt8(ascii: ":")) else {
      return CredentialToken.isRandom(user, atLeast: 16) ? start..<at : nil
    }
    let password = colon + 1..<at
    return password.isEmpty || isReference(bytes[password]) ? nil : password
  }

  /// Whether what stands in the place of a port is none, so that a password with a slash has begun.
  private func hasOddPort(_ authority: ArraySlice<UInt8>) -> Bool {
    guard let colon = authority.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let port = authority[(colon + 1)...]
    return !port.isEmpty && !port.allSatisfy(CredentialToken.isDigit)
      && authority.first != UInt8(ascii: "[")
  }

  /// The password of `user:password@tcp(host)`, when such an address begins at `start`.
  func passwordOfDriverAddress(at start: Int) -> Range<Int>? {
    let address = bytes[start...].prefix(512).prefix { !"\n\r\t \"'`".utf8.contains($0) }
    guard let colon = address.firstIndex(of: UInt8(ascii: ":")),
      let at = address.indices.last(where: { index in
        address[index...].starts(with: "@tcp(".utf8)
          || address[index...].starts(with: "@unix(".utf8)
      }), colon + 1 < at
    else { return nil }
    return colon + 1..<at
  }

  /// The password of `user:password@host.example.com`, where no scheme says that it is an address.
  ///
  /// An image's tag and digest look alike (`nginx:1.25@sha256:...`), and so does `mailto:somebody@host`.
  func passwordBeforeHost(behind user: ArraySlice<UInt8>) -> Range<Int>? {
    guard user.endIndex < bytes.count, bytes[user.endIndex] == UInt8(ascii: ":") else { return nil }
    let password = bytes[(user.endIndex + 1)...].prefix(128).prefix {
      !"\n\r\t \"'<>\\`/,;:@".utf8.contains($0)
    }
    guard password.count >= 4, password.endIndex < bytes.count,
      bytes[password.endIndex] == UInt8(ascii: "@"),
      !password.allSatisfy(CredentialToken.isLower), !password.allSatisfy(CredentialToken.isDigit)
    else { return nil }
    let host = bytes[(password.endIndex + 1)...].prefix(256).prefix {
      CredentialToken.isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    guard host.contains(UInt8(ascii: ".")) else { return nil }
    return password.startIndex..<password.endIndex
  }

  /// A variable in the place of a password.
  private func isReference(_ value: ArraySlice<UInt8>) -> Bool {
    value.first == UInt8(ascii: "$")
      && value.dropFirst().first.map { "({".utf8.contains($0) } == true
      || value.elementsEqual(Credentials.blot.utf8)
  }
}

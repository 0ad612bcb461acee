extension Library {
  /// IP addresses and ranges of them.
  package static func network(_ rules: NetworkLibrary.Rules = .conformance) -> Library {
    Library(
      functions: NetworkLibrary.functions(rules),
      types: [IPAddress.staticType, IPPrefix.staticType])
  }
}

/// The functions over addresses and networks that the API server offers.
package enum NetworkLibrary {
  /// What is done with addresses of version 6 that hold one of version 4.
  package enum Rules: Sendable {
    /// Refused when written with dots, otherwise the same as the address of version 4.
    case conformance
    /// Always refused.
    case kubernetes
  }

  static func functions(_ rules: Rules) -> [Function] {
    let address: @Sendable (String) throws(EvaluationError) -> IPAddress = {
      text throws(EvaluationError) in try self.address(text, rules)
    }
    return conversions(address) + addressMethods + prefixFunctions(address)
  }

  private static func conversions(
    _ address: @escaping @Sendable (String) throws(EvaluationError) -> IPAddress
  ) -> [Function] {
    [
      Function(
        "ip",
        [Overload(.global, address), Overload(.method) { (prefix: IPPrefix) in prefix.address }]),
      Function("isIP", [Overload(.global) { (text: String) in (try? address(text)) != nil }]),
      Function(
        "ip.isCanonical",
        [
          Overload(.global) { (text: String) throws(EvaluationError) in
            try address(text).text.hasSameScalars(as: text)
          }
        ]),
      Function(
        "string",
        [
          Overload(.global) { (address: IPAddress) in address.text },
          Overload(.global) { (prefix: IPPrefix) in prefix.text },
        ]),
    ]
  }

  private static let addressMethods: [Function] = [
    Function("family", [Overload(.method) { (ip: IPAddress) in Int64(ip.isVersion4 ? 4 : 6) }]),
    Function("isUnspecified", [Overload(.method) { (ip: IPAddress) in ip.isUnspecified }]),
    Function("isLoopback", [Overload(.method) { (ip: IPAddress) in ip.isLoopback }]),
    Function(
      "isLinkLocalMulticast", [Overload(.method) { (ip: IPAddress) in ip.isLinkLocalMulticast }]),
    Function(
      "isLinkLocalUnicast", [Overload(.method) { (ip: IPAddress) in ip.isLinkLocalUnicast }]),
    Function("isGlobalUnicast", [Overload(.method) { (ip: IPAddress) in ip.isGlobalUnicast }]),
  ]

  private static func prefixFunctions(
    _ address: @escaping @Sendable (String) throws(EvaluationError) -> IPAddress
  ) -> [Function] {
    [
      Function("cidr", [Overload(.global, conversion)]),
      Function("isCIDR", [Overload(.global) { (text: String) in (try? prefix(text)) != nil }]),
      Function("prefixLength", [Overload(.method) { (prefix: IPPrefix) in Int64(prefix.length) }]),
      Function("masked", [Overload(.method) { (prefix: IPPrefix) in prefix.masked }]),
      Function(
        "containsIP",
        [
          Overload(.method) { (prefix: IPPrefix, text: String) throws(EvaluationError) in
            guard let ip = try? address(text) else { throw .noSuchOverload }
            return prefix.contains(ip)
          },
          Overload(.method) { (prefix: IPPrefix, ip: IPAddress) in prefix.contains(ip) },
        ]),
      Function(
        "containsCIDR",
        [
          Overload(.method) { (one: IPPrefix, text: String) throws(EvaluationError) in
            guard let other = try? prefix(text) else { throw .noSuchOverload }
            return one.contains(other)
          },
          Overload(.method) { (one: IPPrefix, other: IPPrefix) in one.contains(other) },
        ]),
    ]
  }

  private static func address(
    _ text: String, _ rules: Rules
  ) throws(EvaluationError) -> IPAddress {
    let quoted = StringsLibrary.quoted(text)
    let address: IPAddress
    do throws(EvaluationError) {
      address = try IPAddress(parsing: text)
    } catch {
      throw EvaluationError(
        .invalidArgument,
        "IP Address \(quoted) parse error during conversion from string: \(error.message)")
    }
    guard address.zone.isEmpty else {
      throw EvaluationError(
        .invalidArgument, "IP address \(quoted) with zone value is not allowed")
    }
    guard address.isMapped else { return address }
    if rules == .conformance, !text.contains(".") {
      return IPAddress(Array(address.bytes.suffix(4)))
    }
    throw EvaluationError(
      .invalidArgument, "IPv4-mapped IPv6 address \(quoted) is not allowed")
  }

  private static func prefix(_ text: String) throws(EvaluationError) -> IPPrefix {
    let prefix: IPPrefix
    let lead = "network address parse error during conversion from string: "
    do throws(EvaluationError) {
      prefix = try IPPrefix(parsing: text)
    } catch {
      throw EvaluationError(.invalidArgument, lead + error.message)
    }
    guard !prefix.address.isMapped else {
      throw EvaluationError(
        .invalidArgument,
        "IPv4-mapped IPv6 address \(StringsLibrary.quoted(text)) is not allowed")
    }
    return prefix
  }

  @Sendable private static func conversion(_ text: String) throws(EvaluationError) -> IPPrefix {
    do throws(EvaluationError) {
      return try prefix(text)
    } catch {
      throw EvaluationError(
        .invalidArgument,
        "network address parse error during conversion from string: " + error.message)
    }
  }
}

/// The parts of a URL as Go's `net/url` takes it apart.
package struct ParsedURL: OpaqueObject, Hashable, Representable {
  private(set) var scheme = ""
  private(set) var host = ""
  private var userInfo = ""
  private var opaque = ""
  /// As written.
  private var path = ""
  private(set) var rawQuery = ""
  private var fragment = ""
  package private(set) var text: String

  package static let staticType = StaticType.opaque("kubernetes.URL")
  package var typeName: String { "kubernetes.URL" }

  /// What a text is read as: an absolute URI or path, or any reference with its fragment.
  enum Form {
    case request, reference
  }

  init(parsing text: String, as form: Form) throws(EvaluationError) {
    self.text = text
    do throws(Malformed) {
      try read(text, form)
    } catch {
      throw EvaluationError(
        .invalidArgument, "parse \(StringsLibrary.quoted(text)): \(error.reason)")
    }
  }

  private struct Malformed: Error {
    var reason: String

    init(_ reason: String) {
      self.reason = reason
    }
  }

  private mutating func read(_ text: String, _ form: Form) throws(Malformed) {
    var rest = text[...]
    if form == .reference, let hash = rest.firstIndex(of: "#") {
      fragment = try unescaped(rest[rest.index(after: hash)...], .fragment)
      rest = rest[..<hash]
    }
    guard !rest.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw Malformed("net/url: invalid control character in URL")
    }
    if rest.isEmpty, form == .request { throw Malformed("empty url") }
    if rest == "*" {
      path = "*"
      return
    }
    try readScheme(&rest)
    if let question = rest.firstIndex(of: "?") {
      rawQuery = String(rest[rest.index(after: question)...])
      rest = rest[..<question]
    }
    try readHierarchy(rest, form)
  }

  private mutating func readScheme(_ rest: inout Substring) throws(Malformed) {
    for (index, byte) in zip(rest.utf8.indices, rest.utf8) {
      let isFirst = index == rest.startIndex
      switch byte {
      case 65...90, 97...122: continue
      case 48...57, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if isFirst { return }
      case UInt8(ascii: ":"):
        if isFirst { throw Malformed("missing protocol scheme") }
        scheme = rest[..<index].lowercased()
        rest = rest[rest.index(after: index)...]
        return
      default: return
      }
    }
  }

  private mutating func readHierarchy(_ text: Substring, _ form: Form) throws(Malformed) {
    var rest = text
    if !rest.hasPrefix("/") {
      if !scheme.isEmpty {
        opaque = String(rest)
        return
      }
      if form == .request { throw Malformed("invalid URI for request") }
      let segment = rest.prefix { $0 != "/" }
      if segment.contains(":") {
        throw Malformed("first path segment in URL cannot contain colon")
      }
    }
    if !scheme.isEmpty || form == .reference && !rest.hasPrefix("///"), rest.hasPrefix("//") {
      let authority = rest.dropFirst(2).prefix { $0 != "/" }
      rest = rest.dropFirst(2 + authority.count)
      try readAuthority(authority)
    }
    path = String(rest)
    _ = try unescaped(rest, .path)
  }

  private mutating func readAuthority(_ authority: Substring) throws(Malformed) {
    var rest = authority
    if let at = authority.lastIndex(of: "@") {
      let info = authority[..<at]
      let isValid = info.utf8.allSatisfy {
        $0.isUnreserved || "-._:~!$&'()*+,;=%@".utf8.contains($0)
      }
      guard isValid else { throw Malformed("net/url: invalid userinfo") }
      _ = try unescaped(info, .path)
      userInfo = String(info)
      rest = authority[authority.index(after: at)...]
    }
    try readHost(rest)
  }

  private mutating func readHost(_ text: Substring) throws(Malformed) {
    var port: Substring = ""
    if text.hasPrefix("[") {
      guard let bracket = text.lastIndex(of: "]") else { throw Malformed("missing ']' in host") }
      port = text[text.index(after: bracket)...]
    } else if let colon = text.lastIndex(of: ":") {
      port = text[colon...]
    }
    let isValid =
      port.isEmpty || port.hasPrefix(":") && port.dropFirst().utf8.allSatisfy { $0.digit != nil }
    guard isValid else {
      throw Malformed("invalid port \(StringsLibrary.quoted(String(port))) after host")
    }
    host = try unescaped(text, .host)
  }

  private enum Part {
    case path, host, fragment
  }

  /// The text with its percent escapes resolved; some parts do not allow every character.
  private func unescaped(_ text: Substring, _ part: Part) throws(Malformed) -> String {
    var (result, bytes): ([UInt8], ArraySlice<UInt8>) = ([], Array(text.utf8)[...])
    while let byte = bytes.first {
      if byte == UInt8(ascii: "%") {
        let escape = bytes.prefix(3)
        let digits = escape.dropFirst().compactMap(\.hexDigit)
        let value = digits.reduce(0) { $0 << 4 | $1 }
        guard digits.count == 2, part != .host || value >= 0x80 || value == 0x25 else {
          let shown = String(decoding: escape, as: UTF8.self)
          throw Malformed("invalid URL escape \(StringsLibrary.quoted(shown))")
        }
        result.append(UInt8(value))
        bytes.removeFirst(3)
        continue
      }
      if part == .host, byte < 0x80, !byte.isUnreserved,
        !"-._~!$&'()*+,;=:[]<>\"".utf8.contains(byte)
      {
        let shown = String(Character(Unicode.Scalar(byte)))
        throw Malformed("invalid character \(StringsLibrary.quoted(shown)) in host name")
      }
      result.append(byte)
      bytes.removeFirst()
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension ParsedURL {
  /// The host without port and brackets.
  var hostname: String {
    if host.hasPrefix("["), let bracket = host.lastIndex(of: "]") {
      return String(host[host.index(after: host.startIndex)..<bracket])
    }
    return host.lastIndex(of: ":").map { String(host[..<$0]) } ?? host
  }

  var port: String {
    let rest = host.lastIndex(of: "]").map { host[host.index(after: $0)...] } ?? host[...]
    return rest.lastIndex(of: ":").map { String(rest[rest.index(after: $0)...]) } ?? ""
  }

  /// The path as written when that is a valid escaping, else escaped.
  var escapedPath: String {
    let allowed = "-._~!$&'()*+,;=:@/[]%"
    let isValid = path.utf8.allSatisfy { $0.isUnreserved || allowed.utf8.contains($0) }
    return isValid || path == "*" ? path : escaped((try? unescaped(path[...], .path)) ?? path)
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      if byte.isUnreserved || "-._~$&+,/:;=@".utf8.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (byte < 16 ? "0" : "") + digits
      }
    }
    return result
  }

  /// The values of each name in the query, malformed pairs left out.
  var query: [(name: String, values: [String])] {
    var names: [String] = []
    var values: [String: [String]] = [:]
    for pair in rawQuery.split(separator: "&") where !pair.contains(";") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = unescapedQuery(parts[0]),
        let value = unescapedQuery(parts.count > 1 ? parts[1] : "")
      else { continue }
      if values[name] == nil { names.append(name) }
      values[name, default: []].append(value)
    }
    return names.sorted { $0.precedesByScalars($1) }.map { ($0, values[$0] ?? []) }
  }

  private func unescapedQuery(_ text: Substring) -> String? {
    let spaced = String(text.map { $0 == "+" ? " " : $0 })
    return try? unescaped(spaced[...], .path)
  }
}

extension UInt8 {
  /// Letters and digits, which a URL never needs to escape.
  fileprivate var isUnreserved: Bool {
    digit != nil || (65...90).contains(self) || (97...122).contains(self)
  }
}

/// A version as semver.org defines it, such as `1.2.3-rc.1+build`.
package struct SemanticVersion: OpaqueObject, Representable {
  let major: UInt64
  let minor: UInt64
  let patch: UInt64
  fileprivate var prerelease: [Identifier] = []
  private var build: [String] = []

  fileprivate enum Identifier: Sendable, Hashable {
    case number(UInt64)
    case text(String)
  }

  package static let staticType = StaticType.opaque("kubernetes.Semver")
  package var typeName: String { "kubernetes.Semver" }

  package func isEqual(to other: any OpaqueObject) -> Bool {
    (other as? SemanticVersion)?.comparison(to: self) == 0
  }

  package var text: String {
    var text = "\(major).\(minor).\(patch)"
    for (index, identifier) in prerelease.enumerated() {
      text += index == 0 ? "-" : "."
      switch identifier {
      case .number(let number): text += String(number)
      case .text(let word): text += word
      }
    }
    return build.isEmpty ? text : text + "+" + build.joined(separator: ".")
  }

  init(parsing text: String) throws(EvaluationError) {
    guard !text.isEmpty else { throw SemanticVersion.malformed("Version string empty") }
    let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      throw SemanticVersion.malformed("No Major.Minor.Patch elements found")
    }
    major = try SemanticVersion.number(parts[0], "major", "Major")
    minor = try SemanticVersion.number(parts[1], "minor", "Minor")
    var rest = parts[2]
    if let plus = rest.firstIndex(of: "+") {
      build = try SemanticVersion.identifiers(rest[rest.index(after: plus)...], "build meta data")
      rest = rest[..<plus]
    }
    if let dash = rest.firstIndex(of: "-") {
      prerelease = try SemanticVersion.identifiers(
        rest[rest.index(after: dash)...], "prerelease"
      ).map(SemanticVersion.identifier)
      rest = rest[..<dash]
    }
    patch = try SemanticVersion.number(rest, "patch", "Patch")
  }

  /// Reads a version that may begin with `v`, lack parts or have leading zeros.
  init(normalizing text: String) throws(EvaluationError) {
    let plain = text.hasPrefix("v") ? text.dropFirst() : text[...]
    var parts = plain.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
      .map { SemanticVersion.withoutZeros($0) }
    if parts.count < 3 {
      guard parts.last?.contains(where: { "+-".contains($0) }) == false else {
        throw SemanticVersion.malformed(
          "short version cannot contain PreRelease/Build meta data")
      }
      parts += [String](repeating: "0", count: 3 - parts.count)
    }
    try self.init(parsing: parts.joined(separator: "."))
  }

  private static func withoutZeros(_ part: Substring) -> String {
    guard part.count > 1 else { return String(part) }
    let rest = part.drop { $0 == "0" }
    return rest.utf8.first?.digit == nil ? "0" + rest : String(rest)
  }

  private static func malformed(_ message: String) -> EvaluationError {
    EvaluationError(.invalidArgument, message)
  }

  private static func number(
    _ text: Substring, _ name: String, _ capitalized: String
  ) throws(EvaluationError) -> UInt64 {
    let quoted = StringsLibrary.quoted(String(text))
    guard text.utf8.allSatisfy({ $0.digit != nil }) else {
      throw malformed("Invalid character(s) found in \(name) number \(quoted)")
    }
    guard text.utf8.count < 2 || !text.hasPrefix("0") else {
      throw malformed("\(capitalized) number must not contain leading zeroes \(quoted)")
    }
    guard let number = UInt64(text) else {
      throw malformed("strconv.ParseUint: parsing \(quoted): invalid syntax")
    }
    return number
  }

  private static func identifiers(
    _ text: Substring, _ name: String
  ) throws(EvaluationError) -> [String] {
    try text.split(separator: ".", omittingEmptySubsequences: false).map {
      part throws(EvaluationError) in
      guard !part.isEmpty else {
        throw malformed("\(name == "prerelease" ? "Prerelease" : "Build meta data") is empty")
      }
      guard
        part.utf8.allSatisfy({
          $0.continuesName && $0 != UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
        })
      else {
        throw malformed(
          "Invalid character(s) found in \(name) \(StringsLibrary.quoted(String(part)))")
      }
      return String(part)
    }
  }

  private static func identifier(_ text: String) throws(EvaluationError) -> Identifier {
    guard text.utf8.allSatisfy({ $0.digit != nil }) else { return .text(text) }
    guard text.utf8.count < 2 || !text.hasPrefix("0") else {
      throw malformed(
        "Numeric PreRelease version must not contain leading zeroes \(StringsLibrary.quoted(text))")
    }
    guard let number = UInt64(text) else {
      throw malformed(
        "strconv.ParseUint: parsing \(StringsLibrary.quoted(text)): value out of range")
    }
    return .number(number)
  }
}

extension SemanticVersion {
  /// -1, 0 or 1, as this version comes before, with or after another; builds do not count.
  func comparison(to other: SemanticVersion) -> Int {
    let (one, two) = ([major, minor, patch], [other.major, other.minor, other.patch])
    if one != two { return one.lexicographicallyPrecedes(two) ? -1 : 1 }
    if prerelease.isEmpty || other.prerelease.isEmpty {
      return (prerelease.isEmpty ? 1 : 0) - (other.prerelease.isEmpty ? 1 : 0)
    }
    for (mine, theirs) in zip(prerelease, other.prerelease) where mine != theirs {
      return mine.precedes(theirs) ? -1 : 1
    }
    return (prerelease.count - other.prerelease.count).signum()
  }
}

extension SemanticVersion.Identifier {
  /// Numbers come before words.
  fileprivate func precedes(_ other: Self) -> Bool {
    switch (self, other) {
    case (.number(let one), .number(let two)): one < two
    case (.number, .text): true
    case (.text, .number): false
    case (.text(let one), .text(let two)): one.precedesByScalars(two)
    }
  }
}

extension Library {
  /// Semantic versions.
  package static let semanticVersions = Library(functions: [
    Function(
      "semver",
      [
        Overload(.global) { (text: String) throws(EvaluationError) in
          try SemanticVersion(parsing: text)
        },
        Overload(.global) { (text: String, normalizes: Bool) throws(EvaluationError) in
          try normalizes ? SemanticVersion(normalizing: text) : SemanticVersion(parsing: text)
        },
      ]),
    Function(
      "isSemver",
      [
        Overload(.global) { (text: String) in (try? SemanticVersion(parsing: text)) != nil },
        Overload(.global) { (text: String, normalizes: Bool) in
          (normalizes
            ? try? SemanticVersion(normalizing: text) : try? SemanticVersion(parsing: text)) != nil
        },
      ]),
    Function("major", [Overload(.method) { (one: SemanticVersion) in Int64(clamping: one.major) }]),
    Function("minor", [Overload(.method) { (one: SemanticVersion) in Int64(clamping: one.minor) }]),
    Function("patch", [Overload(.method) { (one: SemanticVersion) in Int64(clamping: one.patch) }]),
    Function(
      "isGreaterThan",
      [
        Overload(.method) { (one: SemanticVersion, two: SemanticVersion) in
          one.comparison(to: two) > 0
        }
      ]),
    Function(
      "isLessThan",
      [
        Overload(.method) { (one: SemanticVersion, two: SemanticVersion) in
          one.comparison(to: two) < 0
        }
      ]),
    Function(
      "compareTo",
      [
        Overload(.method) { (one: SemanticVersion, two: SemanticVersion) in
          Int64(one.comparison(to: two))
        }
      ]),
  ])
}

/// What the first cell of a row names: an object, and with `kubectl get a,b` also its resource.
struct RowName {
  private static let longest = 253

  /// `pod` or `deployment.apps`; nil where the cell does not say it.
  var resource: String?
  var name: String
  /// Whether the object is the default one of its kind.
  var isDefault: Bool

  /// Reads `web-1`, `pod/web-1` or `standard (default)`; nil for what is no name of an object.
  init?(_ text: String) {
    isDefault = text.hasSuffix(" (default)")
    let text = isDefault ? text.dropLast(" (default)".count) : text[...]
    let slash = text.firstIndex(of: "/")
    resource = slash.map { String(text[..<$0]) }
    name = slash.map { String(text[text.index(after: $0)...]) } ?? String(text)
    guard Self.isName(name), resource.map(Self.isName) ?? true else { return nil }
  }

  /// Small letters, digits and the marks that names of objects may hold; capitals only in names of several parts, which
  /// people make unlike the true ones before they show them.
  private static func isName(_ text: String) -> Bool {
    guard text.utf8.count <= longest, let first = text.utf8.first else { return false }
    let mayHoldCapitals = text.utf8.contains(UInt8(ascii: "-"))
    func isPart(_ byte: UInt8) -> Bool {
      isAlphanumeric(byte) || mayHoldCapitals && byte.isUppercaseLetter
    }
    return isPart(first) && text.utf8.allSatisfy { isPart($0) || "-.:_".utf8.contains($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

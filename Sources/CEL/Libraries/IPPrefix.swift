/// A range of IP addresses, written as an address and the bits that all have in common.
package struct IPPrefix: OpaqueObject, Hashable, Representable {
  let address: IPAddress
  let length: Int

  package static let staticType = StaticType.opaque("net.CIDR")
  package var typeName: String { "net.CIDR" }
  package var text: String { "\(address.text)/\(length)" }

  init(_ address: IPAddress, length: Int) {
    self.address = address
    self.length = length
  }

  /// Reads a prefix as Go's `netip.ParsePrefix` does.
  init(parsing text: String) throws(EvaluationError) {
    func malformed(_ reason: String) -> EvaluationError {
      EvaluationError(
        .invalidArgument, "netip.ParsePrefix(\(StringsLibrary.quoted(text))): \(reason)")
    }
    guard let slash = text.lastIndex(of: "/") else { throw malformed("no '/'") }
    do throws(EvaluationError) {
      address = try IPAddress(parsing: String(text[..<slash]))
    } catch {
      throw malformed(error.message)
    }
    guard address.zone.isEmpty else {
      throw malformed("IPv6 zones cannot be present in a prefix")
    }
    let bits = text[text.index(after: slash)...]
    let isPlain = bits.utf8.allSatisfy { $0.digit != nil } && (bits == "0" || !bits.hasPrefix("0"))
    guard isPlain, bits.utf8.count <= 3, let length = Int(bits) else {
      throw malformed("bad bits after slash: \(StringsLibrary.quoted(String(bits)))")
    }
    guard length <= address.bytes.count * 8 else { throw malformed("prefix length out of range") }
    self.length = length
  }

  /// The prefix with every bit behind its length cleared.
  var masked: IPPrefix {
    let bytes = address.bytes.enumerated().map { index, byte in
      byte & UInt8(truncatingIfNeeded: 0xFF00 >> min(8, max(0, length - index * 8)))
    }
    return IPPrefix(IPAddress(bytes), length: length)
  }

  func contains(_ other: IPAddress) -> Bool {
    other.bytes.count == address.bytes.count
      && IPPrefix(other, length: length).masked.address.bytes == masked.address.bytes
  }

  func contains(_ other: IPPrefix) -> Bool { length <= other.length && contains(other.address) }
}

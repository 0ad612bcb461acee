/// Makes whole again, as far as it goes, what stands in a file or a paste that breaks off in the middle.
///
/// Of a list the items that are complete stay, of a single object what was closed or has its value.
enum CutManifest {
  /// JSON is not nested deeper than this.
  private static let deepest = 512

  /// The text without what is incomplete at its end; nil when nothing can be mended.
  static func mended(_ bytes: Span<UInt8>) -> [UInt8]? {
    guard let first = bytes.indices.first(where: { bytes[$0] > 0x20 }) else { return nil }
    return bytes[first] == UInt8(ascii: "{") ? mendedJSON(bytes) : mendedYAML(bytes)
  }

  private static func mendedJSON(_ bytes: Span<UInt8>) -> [UInt8]? {
    var scan = JSONScan()
    for index in bytes.indices {
      scan.take(bytes[index], at: index)
      if scan.open.count > deepest { return nil }
    }
    guard !scan.open.isEmpty else { return nil }
    let (end, open) = scan.isInList ? (scan.endOfItem, 2) : (scan.end, scan.open.count)
    guard end > 0 else { return nil }
    var mended = bytes.extracting(..<end).copied
    mended += scan.open.prefix(open).reversed().map { $0 == JSONScan.brace ? 0x7D : 0x5D }
    return mended
  }

  /// A list of `kubectl get -o yaml` up to the last line that begins an item.
  private static func mendedYAML(_ bytes: Span<UInt8>) -> [UInt8]? {
    var index = bytes.count - 2
    while index > 0 {
      if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: " "),
        bytes[index - 1] == UInt8(ascii: "\n")
      {
        return bytes.extracting(..<index).copied
      }
      index -= 1
    }
    return nil
  }
}

extension Span<UInt8> {
  fileprivate var copied: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 8)
    for index in indices { bytes.append(self[index]) }
    return bytes
  }
}

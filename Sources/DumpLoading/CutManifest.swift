import Basics

/// Makes whole again, as far as it goes, what stands in a file or a paste that breaks off in the middle.
///
/// Of a list the items that are complete stay, of a single object what was closed or has its value.
enum CutManifest {
  /// JSON is not nested deeper than this.
  private static let deepest = 512

  /// The text without what is incomplete at its end; nil when nothing can be mended.
  ///
  /// Where `takesParts` is false, an object that breaks off itself counts as nothing.
  static func mended(_ bytes: Span<UInt8>, takesParts: Bool = true) -> [UInt8]? {
    guard let first = bytes.indices.first(where: { bytes[$0] > 0x20 }) else { return nil }
    return bytes[first] == UInt8(ascii: "{")
      ? mendedJSON(bytes, takesParts: takesParts) : mendedYAML(bytes)
  }

  private static func mendedJSON(_ bytes: Span<UInt8>, takesParts: Bool) -> [UInt8]? {
    var scan = JSONScan()
    for index in bytes.indices {
      scan.take(bytes[index], at: index)
      if scan.open.count > deepest { return nil }
    }
    guard !scan.open.isEmpty, takesParts || scan.isInList else { return nil }
    let end = scan.isInList ? scan.endOfItem : scan.end
    guard end > 0 else { return nil }
    if scan.isInList {
      let isOfItems = ends(bytes.extracting(..<scan.startOfList), with: "\"items\"")
      return copy(bytes, upTo: end, adding: isOfItems ? #"],"kind":"List"}"# : "]}")
    }
    let closing = scan.open.reversed().map { $0 == JSONScan.brace ? "}" : "]" }.joined()
    return copy(bytes, upTo: end, adding: closing)
  }

  /// A list of `kubectl get -o yaml` up to the last line that begins an item.
  private static func mendedYAML(_ bytes: Span<UInt8>) -> [UInt8]? {
    var index = bytes.count - 2
    while index > 0 {
      if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: " "),
        bytes[index - 1] == UInt8(ascii: "\n")
      {
        let whole = bytes.extracting(..<index)
        let isOfItems = whole.firstLine(beginningWith: Array("kind:".utf8)) == nil
        return copy(bytes, upTo: index, adding: isOfItems ? "kind: List\n" : "")
      }
      index -= 1
    }
    return nil
  }

  /// Whether the last thing in a text is this key, before its colon.
  private static func ends(_ bytes: Span<UInt8>, with key: String) -> Bool {
    let marks = [UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t")]
    guard let last = bytes.indices.last(where: { !marks.contains(bytes[$0]) }) else { return false }
    let start = last + 1 - key.utf8.count
    return start >= 0 && bytes.extracting(start...last).firstPlace(of: Array(key.utf8)) == 0
  }

  /// The beginning of a text with an end; that of a list states its kind, so that all of its items count as whole.
  private static func copy(_ bytes: Span<UInt8>, upTo end: Int, adding rest: String) -> [UInt8] {
    unsafe bytes.extracting(..<end).withUnsafeBufferPointer { unsafe Array($0) } + Array(rest.utf8)
  }
}

/// A line of a container runtime's log file.
struct CRILine {
  /// Whether the program's line goes on in the next one.
  var isPartial: Bool
  var text: ArraySlice<UInt8>

  init?(_ line: ArraySlice<UInt8>) {
    var scanner = LineScanner(line)
    guard let year = scanner.number(4...4), year > 1970, scanner.take("-") else { return nil }
    _ = scanner.take { !$0.isBlank }
    guard scanner.take(" stdout ") || scanner.take(" stderr ") else { return nil }
    let tag = scanner.take { !$0.isBlank }
    guard let first = tag.first, first == UInt8(ascii: "F") || first == UInt8(ascii: "P"),
      tag.count == 1 || tag.dropFirst().first == UInt8(ascii: ":")
    else { return nil }
    isPartial = first == UInt8(ascii: "P")
    text = scanner.rest.dropFirst()
  }
}

/// A line that names the pod and container that wrote it.
struct PrefixedLine {
  var pod: String
  var container: String
  var text: ArraySlice<UInt8>

  /// Reads `[pod/NAME/CONTAINER] line`, as `kubectl logs --prefix` prints it.
  init?(_ line: ArraySlice<UInt8>) {
    var scanner = LineScanner(line)
    guard scanner.take("[pod/") else { return nil }
    let names = scanner.take { $0 != UInt8(ascii: "]") && !$0.isBlank }
    let parts = names.split(separator: UInt8(ascii: "/"))
    guard parts.count == 2, scanner.take("]") else { return nil }
    _ = scanner.take(" ")
    pod = String(decoding: parts[0], as: UTF8.self)
    container = String(decoding: parts[1], as: UTF8.self)
    text = LogForm.behindStamp(scanner.rest) ?? scanner.rest
  }
}

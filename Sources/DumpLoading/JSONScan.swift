/// Where in a text of JSON values end.
struct JSONScan {
  static let brace = UInt8(ascii: "{")

  /// The brackets that are open.
  private(set) var open: [UInt8] = []
  /// Behind the last value that is complete, or the last bracket that was opened.
  private(set) var end = 0
  /// Behind the last item of a list below the root.
  private(set) var endOfItem = 0
  /// Where the last list below the root begins.
  private(set) var startOfList = 0
  /// Whether a string is open.
  private(set) var isInString = false
  private var isEscaped = false

  /// Whether the text ends in the items of a list.
  var isInList: Bool { open.count >= 2 && open[1] != Self.brace && endOfItem > 0 }

  mutating func take(_ octet: UInt8, at index: Int) {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if octet == UInt8(ascii: "\\") {
        isEscaped = true
      } else if octet == UInt8(ascii: "\"") {
        isInString = false
      }
      return
    }
    switch octet {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      open.append(octet)
      if open.count == 2 { startOfList = index }
      end = index + 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      _ = open.popLast()
      end = index + 1
      if open.count == 2 { endOfItem = end }
    case UInt8(ascii: ","): end = index
    default: break
    }
  }
}

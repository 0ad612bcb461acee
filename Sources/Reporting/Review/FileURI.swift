import Findings

/// A file's path as a URI reference: relative ones count from the root of the sources.
struct FileURI {
  let text: String
  let isRelative: Bool

  init(_ path: String) {
    isRelative = !path.hasPrefix("/")
    let escaped = Self.escaped(ReviewFinding.plainPath(path))
    text = isRelative ? escaped : "file://" + escaped
  }

  /// The path with all bytes escaped that a URI's path may not hold; a colon could pass for a scheme's.
  private static func escaped(_ path: String) -> String {
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default:
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

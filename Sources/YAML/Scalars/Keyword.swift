/// The words that YAML 1.1 reads as something else than a string, as go-yaml v2 lists them.
enum Keyword {
  case null
  case bool(Bool)
  case float(Double)

  /// Looks an unquoted scalar up; nil when it is no such word.
  init?(_ text: ArraySlice<UInt8>) {
    guard text.count <= 5 else { return nil }
    var word: UInt64 = 0
    for byte in text { word = word << 8 | UInt64(byte) }
    guard let keyword = Self.words[word] else { return nil }
    self = keyword
  }

  /// Words by their octets, of which the longest has five.
  private static let words: [UInt64: Keyword] = {
    var words: [UInt64: Keyword] = [:]
    func add(_ keyword: Keyword, _ spellings: String...) {
      for spelling in spellings {
        words[spelling.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = keyword
      }
    }
    add(.null, "", "~", "null", "Null", "NULL")
    add(.bool(true), "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON")
    add(.bool(false), "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF")
    add(.float(.nan), ".nan", ".NaN", ".NAN")
    add(.float(.infinity), ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF")
    add(.float(-.infinity), "-.inf", "-.Inf", "-.INF")
    return words
  }()
}

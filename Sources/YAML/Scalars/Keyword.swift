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
    guard let keyword = Self.words[Self.slot(of: word, in: Self.words)].keyword else { return nil }
    self = keyword
  }

  /// A place of the table of words; one without a keyword is free.
  private struct Slot {
    /// The octets of the word, of which the longest has five.
    var word: UInt64 = 0
    var keyword: Keyword?
  }

  /// Where a word stands in the table, or would stand.
  private static func slot(of word: UInt64, in slots: [Slot]) -> Int {
    var place = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 56)
    while slots[place].keyword != nil, slots[place].word != word { place = (place + 1) & 255 }
    return place
  }

  /// Words by a cheap hash, because every short scalar is looked up here.
  private static let words: [Slot] = {
    var words = [Slot](repeating: Slot(), count: 256)
    func add(_ keyword: Keyword, _ spellings: String...) {
      for spelling in spellings {
        let word = spelling.utf8.reduce(0) { $0 << 8 | UInt64($1) }
        words[slot(of: word, in: words)] = Slot(word: word, keyword: keyword)
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

/// One row of the table of events that ends a description: type, reason, age, sender, message.
struct EventRow {
  var type: String
  var reason: String
  var age: EventAge
  var sender: String
  var message: String

  /// Reads a row; nil for its header, and for whatever else stands there.
  ///
  /// The columns are two blanks or more apart, unless whoever pasted the row lost blanks.
  init?(_ content: ArraySlice<UInt8>) {
    let cells = content.cells(limit: 5).map { String(decoding: $0, as: UTF8.self) }
    if cells.count >= 4, let age = EventAge(cells[2]) {
      let rest = cells.count == 5 ? (cells[3], cells[4]) : Self.parted(cells[3])
      self.init(type: cells[0], reason: cells[1], age: age, rest: rest)
    } else {
      self.init(words: content.words.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  private init?(words: [String]) {
    guard words.count > 3 else { return nil }
    let length = words.count > 6 && words[3].hasPrefix("(x") ? 4 : 1
    guard let age = EventAge(words[2..<(2 + length)].joined(separator: " ")) else { return nil }
    let rest = Self.parted(words[(2 + length)...].joined(separator: " "))
    self.init(type: words[0], reason: words[1], age: age, rest: rest)
  }

  private init?(type: String, reason: String, age: EventAge, rest: (String, String)) {
    guard Self.isType(type) else { return nil }
    (self.type, self.reason, self.age) = (type, reason, age)
    (sender, message) = rest
  }

  /// The types that there are, and what some components write in their place.
  private static func isType(_ word: String) -> Bool {
    word == "Normal" || word == "Warning" || word == "Error"
  }

  /// Sender and message that no gap keeps apart: senders are one word, or a word and a host behind a comma.
  private static func parted(_ text: String) -> (sender: String, message: String) {
    let words = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count > 1, isSender(words[0]) else { return ("", text) }
    if words[0].hasSuffix(","), words.count == 3 { return (words[0] + " " + words[1], words[2]) }
    return (words[0], words.dropFirst().joined(separator: " "))
  }

  private static func isSender(_ word: String) -> Bool {
    word == "kubelet" || word.contains("-") || word.hasSuffix(",") || word.contains("/")
  }
}

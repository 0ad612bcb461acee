import KubernetesModel

extension Timestamp {
  /// Reads the time that `kubectl describe` prints (Go's RFC1123Z): `Sun, 22 Nov 2026 12:02:35 +0000`.
  init?(described text: String) {
    let words = text.split(separator: " ")
    guard words.count >= 5, let month = Self.months.firstIndex(of: String(words[2])),
      words[1].utf8.count <= 2, words[3].utf8.count == 4
    else { return nil }
    let number = month + 1 < 10 ? "0\(month + 1)" : "\(month + 1)"
    let day = words[1].utf8.count == 1 ? "0\(words[1])" : String(words[1])
    guard let offset = words.count > 5 ? Self.offset(words[5]) : "Z" else { return nil }
    self.init("\(words[3])-\(number)-\(day)T\(words[4])\(offset)")
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `+0200` as RFC 3339 has it; names of zones other than UTC tell no offset.
  private static func offset(_ word: Substring) -> String? {
    if word == "UTC" || word == "GMT" || word == "Z" { return "Z" }
    guard word.utf8.count == 5 else { return nil }
    return "\(word.prefix(3)):\(word.suffix(2))"
  }
}

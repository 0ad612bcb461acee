import KubernetesModel

/// What a text tells before it is read: times, without which its ages mean nothing, and namespaces.
struct TextSurvey: Sendable {
  /// The newest time that the text tells, in full or as how long ago a pod was scheduled that started at a time.
  private(set) var newest: Timestamp?
  private(set) var namespaces: Set<String> = []

  /// When the pod that is described last started.
  private var start: Timestamp?

  init(of text: [UInt8]) {
    for line in TextLine.lines(of: text) where line.bytes.count < Self.longestLine {
      if let time = Self.time(in: line) {
        note(time)
        if line.begins(with: "Start Time:") { start = time }
      } else if line.begins(with: "Name:") {
        start = nil
      } else if line.begins(with: "Namespace:") {
        if let name = line.content.words.dropFirst().first {
          namespaces.insert(String(decoding: name, as: UTF8.self))
        }
      } else if line.begins(with: "Normal") {
        noteSchedule(line)
      } else if let time = Self.stamp(in: line) {
        note(time)
      }
    }
  }

  private mutating func note(_ time: Timestamp) {
    newest = max(newest ?? time, time)
  }

  /// A pod starts as soon as it is scheduled, so the age of that tells when the text was printed.
  private mutating func noteSchedule(_ line: TextLine) {
    guard let start, let row = EventRow(line.content), row.reason == "Scheduled",
      let age = row.age.last
    else { return }
    note(start + age.duration)
  }

  private static let longestLine = 4096

  /// The time of a field of a manifest: `startedAt: "2026-11-22T12:02:35Z"`.
  private static func stamp(in line: TextLine) -> Timestamp? {
    var content = line.content
    for mark in ",'\"".utf8 where content.last == mark { content.removeLast() }
    guard content.last == UInt8(ascii: "Z"), content.count > stampLength,
      let colon = content.firstIndex(of: UInt8(ascii: ":")), colon < content.endIndex - stampLength
    else { return nil }
    var key = content[..<colon]
    if key.last == UInt8(ascii: "\"") { key.removeLast() }
    let isTime = ["At", "Time", "Timestamp"].contains {
      key.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
    guard isTime else { return nil }
    return Timestamp(String(decoding: content.suffix(stampLength), as: UTF8.self))
  }

  /// How long `2026-11-22T12:02:35Z` is.
  private static let stampLength = 20

  /// The last time in a line, found by the last colon of its clock and the sign of its offset.
  private static func time(in line: TextLine) -> Timestamp? {
    let bytes = line.bytes
    guard bytes.count >= length else { return nil }
    var index = bytes.endIndex - 6
    while index >= bytes.startIndex + length - 6 {
      if isEndOfClock(bytes, at: index) {
        let text = bytes[(index - (length - 6))..<(index + 6)]
        if let time = Timestamp(described: String(decoding: text, as: UTF8.self)) { return time }
      }
      index -= 1
    }
    return nil
  }

  /// How long `Sun, 22 Nov 2026 12:02:35 +0000` is.
  private static let length = 31

  /// Whether `:ss` stands before `index`, and a blank and a sign from there on.
  private static func isEndOfClock(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
    bytes[index].isBlank && bytes[index - 3] == UInt8(ascii: ":")
      && (bytes[index + 1] == UInt8(ascii: "+") || bytes[index + 1] == UInt8(ascii: "-"))
  }
}

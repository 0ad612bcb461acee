extension Library {
  /// Parts of texts that match regular expressions.
  package static let regex = Library(functions: [
    Function(
      "find",
      [
        Overload(
          .method, [.string, .string], .string,
          .pattern { pattern, values in
            guard case .string(var text) = values[0] else { return nil }
            let match = pattern.firstMatch(in: &text, from: 0)
            return .string(match.map { text.part($0) } ?? "")
          })
      ]),
    Function(
      "findAll",
      [
        Overload(
          .method, [.string, .string], .list(.string),
          .pattern { pattern, values in
            guard case .string(let text) = values[0] else { return nil }
            return .list(pattern.matches(in: text, limit: .max).map(Value.string))
          }),
        Overload(
          .method, [.string, .string, .int], .list(.string),
          .pattern { pattern, values in
            guard case .string(let text) = values[0], case .int(let limit) = values[2] else {
              return nil
            }
            let count = limit < 0 ? Int.max : Int(clamping: limit)
            return .list(pattern.matches(in: text, limit: count).map(Value.string))
          }),
      ]),
  ])
}

extension Pattern {
  /// The texts of all matches that do not overlap, as Go finds them.
  func matches(in text: String, limit: Int) -> [String] {
    var text = text
    var (result, start, previousEnd): ([String], Int, Int) = ([], 0, -1)
    while start <= text.utf8.count, result.count < limit,
      let match = firstMatch(in: &text, from: start)
    {
      // An empty match right behind another does not count.
      if !match.isEmpty || match.lowerBound != previousEnd { result.append(text.part(match)) }
      previousEnd = match.upperBound
      start = match.isEmpty ? text.scalarEnd(after: match.upperBound) : match.upperBound
    }
    return result
  }
}

extension String {
  /// The text between two places in UTF-8 bytes.
  fileprivate func part(_ range: Range<Int>) -> String {
    String(decoding: utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }

  /// The place behind the code point that begins at a place.
  fileprivate func scalarEnd(after offset: Int) -> Int {
    offset + 1 + utf8.dropFirst(offset + 1).prefix { $0 & 0xC0 == 0x80 }.count
  }
}

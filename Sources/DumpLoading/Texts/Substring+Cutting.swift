extension StringProtocol where SubSequence == Substring {
  /// What stands before and behind the first `mark`; nil when it is not there.
  func cut(at mark: StaticString) -> (before: Substring, behind: Substring)? {
    let text = self[...].utf8
    let length = mark.utf8CodeUnitCount
    guard length > 0 else { return nil }
    return mark.withUTF8Buffer { mark in
      var start = text.startIndex
      let first = unsafe mark[0]
      while let found = text[start...].firstIndex(of: first) {
        if unsafe text[found...].starts(with: mark) {
          return (self[..<found], self[text.index(found, offsetBy: length)...])
        }
        start = text.index(after: found)
      }
      return nil
    }
  }

  /// What stands behind the first `mark`; nil when it is not there.
  func behind(_ mark: StaticString) -> Substring? { cut(at: mark)?.behind }

  /// What stands before the first `mark`, which is everything when it is not there.
  func before(_ mark: StaticString) -> Substring { cut(at: mark)?.before ?? self[...] }

  func holds(_ mark: StaticString) -> Bool { cut(at: mark) != nil }
}

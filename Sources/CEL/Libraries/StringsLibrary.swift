extension Library {
  /// How `format` prints what it is given.
  package enum FormatStyle: Sendable {
    /// As cel-go does since version 4 of its strings library.
    case plain
    /// As earlier versions do, with quoted texts inside lists and an English locale.
    case english
  }

  /// Texts: places, parts, cases, replacement, formatting.
  package static func strings(_ style: FormatStyle = .plain) -> Library {
    var functions = StringsLibrary.functions
    if style == .plain {
      functions.append(Function("reverse", [Overload(.method, StringsLibrary.reversed)]))
    }
    functions.append(
      Function(
        "format",
        [
          Overload(.method) { (text: String, values: [Value]) throws(EvaluationError) in
            try TextFormat(style).text(text, values)
          }.typed([.string, .list(.dyn)], .string)
        ]))
    return Library(functions: functions)
  }
}

/// Functions on texts, counted in code points.
enum StringsLibrary {
  static let functions: [Function] = [
    Function("charAt", [Overload(.method, character)]),
    Function(
      "indexOf",
      [
        Overload(.method) { (text: String, part: String) throws(EvaluationError) in
          try firstIndex(text, part, 0)
        },
        Overload(.method, firstIndex),
      ]),
    Function("lastIndexOf", [Overload(.method, lastIndex), Overload(.method, lastIndexBefore)]),
    Function(
      "join",
      [
        Overload(.method) { (texts: [String]) throws(EvaluationError) in try joined(texts, "") },
        Overload(.method, joined),
      ]),
    Function("lowerAscii", [Overload(.method) { (text: String) in mapASCII(text, 65...90, 32) }]),
    Function("upperAscii", [Overload(.method) { (text: String) in mapASCII(text, 97...122, -32) }]),
    Function(
      "replace",
      [
        Overload(.method) {
          (text: String, old: String, new: String) throws(EvaluationError) in
          try replaced(text, old, new, -1)
        },
        Overload(
          .method, [.string, .string, .string, .int], .string,
          .variadic { values throws(EvaluationError) in
            guard values.count == 4, case .string(let text) = values[0],
              case .string(let old) = values[1], case .string(let new) = values[2],
              case .int(let count) = values[3]
            else { return nil }
            return .string(try replaced(text, old, new, count))
          }),
      ]),
    Function(
      "split",
      [
        Overload(.method) { (text: String, separator: String) in parts(text, separator, -1) },
        Overload(.method, parts),
      ]),
    Function("substring", [Overload(.method, suffix), Overload(.method, substring)]),
    Function("trim", [Overload(.method, trimmed)]),
    Function("strings.quote", [Overload(.global, quoted)]),
  ]

  private static func character(_ text: String, _ index: Int64) throws(EvaluationError) -> String {
    let scalars = text.scalarArray
    guard index >= 0, index <= scalars.count else { throw .indexOutOfRange(index) }
    return index == scalars.count ? "" : String(scalars[Int(index)])
  }

  private static func firstIndex(
    _ text: String, _ part: String, _ offset: Int64
  ) throws(EvaluationError) -> Int64 {
    if part.isEmpty { return offset }
    guard offset >= 0 else { throw .indexOutOfRange(offset) }
    let scalars = text.scalarArray
    guard offset < scalars.count else { return -1 }
    let rest = Array(scalars[Int(offset)...])
    let places = rest.occurrences(of: part.scalarArray, overlapping: false, limit: 1)
    return places.first.map { Int64($0) + offset } ?? -1
  }

  private static func lastIndex(_ text: String, _ part: String) throws(EvaluationError) -> Int64 {
    let count = Int64(text.unicodeScalars.count)
    if part.isEmpty { return count }
    return count == 0 ? -1 : try lastIndexBefore(text, part, count - 1)
  }

  private static func lastIndexBefore(
    _ text: String, _ part: String, _ offset: Int64
  ) throws(EvaluationError) -> Int64 {
    if part.isEmpty { return offset }
    guard offset >= 0 else { throw .indexOutOfRange(offset) }
    let scalars = text.scalarArray
    guard offset < scalars.count else { return -1 }
    let places = scalars.occurrences(of: part.scalarArray, overlapping: true)
    return places.last { $0 <= offset }.map(Int64.init) ?? -1
  }

  private static func joined(
    _ texts: [String], _ separator: String
  ) throws(EvaluationError) -> String {
    let size = texts.reduce(0) { $0 &+ $1.utf8.count &+ separator.utf8.count }
    try Limits.require(size)
    return texts.joined(separator: separator)
  }

  private static func mapASCII(_ text: String, _ range: ClosedRange<UInt8>, _ step: Int) -> String {
    String(
      decoding: text.utf8.map { range.contains($0) ? UInt8(Int($0) + step) : $0 }, as: UTF8.self)
  }

  /// The text with the first so many occurrences replaced, all when negative, as Go does it.
  static func replaced(
    _ text: String, _ old: String, _ new: String, _ count: Int64
  ) throws(EvaluationError) -> String {
    let limit = count < 0 ? Int.max : Int(clamping: count)
    let (scalars, part) = (text.scalarArray, old.scalarArray)
    // An empty text occurs before every code point and at the end.
    let places =
      part.isEmpty
      ? Array(0...scalars.count).prefix(limit)
      : scalars.occurrences(of: part, overlapping: false, limit: limit)[...]
    let (growth, overflow) = places.count.multipliedReportingOverflow(by: new.utf8.count)
    try Limits.require(overflow ? .max : text.utf8.count &+ growth)
    var (result, index) = ("", 0)
    for place in places {
      result.unicodeScalars.append(contentsOf: scalars[index..<place])
      result += new
      index = place + part.count
    }
    result.unicodeScalars.append(contentsOf: scalars[index...])
    return result
  }

  /// The text cut at a separator into at most so many parts, any number when negative, as Go does it.
  static func parts(_ text: String, _ separator: String, _ count: Int64) -> [String] {
    guard count != 0 else { return [] }
    let limit = count < 0 ? Int.max : Int(clamping: count)
    let (scalars, part) = (text.scalarArray, separator.scalarArray)
    if part.isEmpty {
      let singles = scalars.prefix(limit == .max ? limit : limit - 1).map(String.init)
      let rest = scalars.dropFirst(singles.count)
      return rest.isEmpty ? singles : singles + [String(scalars: rest)]
    }
    var (result, index): ([String], Int) = ([], 0)
    let places = scalars.occurrences(
      of: part, overlapping: false, limit: limit == .max ? limit : limit - 1)
    for place in places {
      result.append(String(scalars: scalars[index..<place]))
      index = place + part.count
    }
    return result + [String(scalars: scalars[index...])]
  }

  private static func suffix(_ text: String, _ start: Int64) throws(EvaluationError) -> String {
    let scalars = text.scalarArray
    guard start >= 0, start <= scalars.count else { throw .indexOutOfRange(start) }
    return String(scalars: scalars[Int(start)...])
  }

  private static func substring(
    _ text: String, _ start: Int64, _ end: Int64
  ) throws(EvaluationError) -> String {
    guard start <= end else {
      throw EvaluationError(
        .indexOutOfBounds, "invalid substring range. start: \(start), end: \(end)")
    }
    let scalars = text.scalarArray
    for place in [start, end] where place < 0 || place > scalars.count {
      throw .indexOutOfRange(place)
    }
    return String(scalars: scalars[Int(start)..<Int(end)])
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.scalarArray
    guard let first = scalars.firstIndex(where: { !$0.isSpace }),
      let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(scalars: scalars[first...last])
  }

  static func reversed(_ text: String) -> String {
    String(scalars: text.unicodeScalars.reversed())
  }

  /// The text in double quotes, with escapes for what CEL literals escape.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if let escape = escapes[scalar] {
        result += escape
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static let escapes: [Unicode.Scalar: String] = [
    "\u{7}": "\\a", "\u{8}": "\\b", "\u{C}": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
    "\u{B}": "\\v", "\\": "\\\\", "\"": "\\\"",
  ]
}

extension Unicode.Scalar {
  /// White space as Go's `unicode.IsSpace` has it.
  fileprivate var isSpace: Bool {
    switch value {
    case 9...13, 32, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      true
    default: false
    }
  }
}

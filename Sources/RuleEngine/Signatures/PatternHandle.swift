import CRE2

/// Owns one compiled RE2 pattern; RE2 objects may be used from many threads.
@safe final class PatternHandle: @unchecked Sendable {
  private static let maxMemory = 8 << 20

  private let regex: OpaquePointer
  private let names: [String]

  init(_ pattern: String) {
    var pattern = pattern
    names = Self.groupNames(in: pattern)
    unsafe regex = pattern.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        unsafe cre2_new(text.baseAddress, text.count, Self.maxMemory)
      }
    }
  }

  deinit { unsafe cre2_delete(regex) }

  /// What RE2 has against the pattern; nil when it compiled.
  var error: String? {
    guard let text = unsafe cre2_error(regex) else { return nil }
    return unsafe String(cString: text)
  }

  /// Whether the pattern occurs in a text; one that did not compile occurs nowhere.
  func matches(_ text: Span<UInt8>) -> Bool {
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        unsafe cre2_match(regex, text.baseAddress, text.count, 0, nil, 0)
      }
    }
  }

  /// The named groups of the first match that took part in it.
  func captures(in text: String) -> [String: String] {
    guard !names.isEmpty else { return [:] }
    let bytes = Array(text.utf8)
    let groups = Int(unsafe cre2_capture_count(regex)) + 1
    var spans = [Int](repeating: -1, count: 2 * groups)
    let matched = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        unsafe spans.withUnsafeMutableBufferPointer { spans in
          unsafe cre2_match(
            regex, text.baseAddress, text.count, 0, spans.baseAddress, CInt(groups))
        }
      }
    }
    guard matched else { return [:] }
    var captures: [String: String] = [:]
    for name in names {
      let group = Int(unsafe name.withCString { unsafe cre2_named_group(regex, $0) })
      guard group > 0, spans[2 * group] >= 0 else { continue }
      let range = spans[2 * group]..<spans[2 * group + 1]
      captures[name] = String(decoding: bytes[range], as: UTF8.self)
    }
    return captures
  }

  /// The names in `(?P<name>...)`.
  private static func groupNames(in pattern: String) -> [String] {
    let bytes = Array(pattern.utf8)
    let opening = Array("(?P<".utf8)
    var names: [String] = []
    for start in bytes.indices where bytes[start...].starts(with: opening) {
      let name = bytes[(start + opening.count)...].prefix { $0 != UInt8(ascii: ">") }
      names.append(String(decoding: name, as: UTF8.self))
    }
    return names
  }
}

/// Owns a compiled set of RE2 patterns.
@safe final class SetHandle: @unchecked Sendable {
  /// The automaton of the largest set, some 300 signatures, needs about a fifth of this.
  private static let maxMemory = 256 << 20

  private let set: OpaquePointer
  private let count: Int

  /// Nil when one of the patterns does not compile, or all of them are too many.
  init?(_ patterns: [String]) {
    unsafe set = cre2_set_new(Self.maxMemory)
    count = patterns.count
    guard patterns.allSatisfy(add), unsafe cre2_set_compile(set) else { return nil }
  }

  deinit { unsafe cre2_set_delete(set) }

  private func add(_ pattern: String) -> Bool {
    var pattern = pattern
    return pattern.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        unsafe cre2_set_add(set, text.baseAddress, text.count) >= 0
      }
    }
  }

  func matches(in text: Span<UInt8>) -> [Int] {
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        unsafe found(in: text)
      }
    }
  }

  private func found(in text: UnsafeBufferPointer<CChar>) -> [Int] {
    unsafe withUnsafeTemporaryAllocation(of: CInt.self, capacity: count) { numbers in
      let found = unsafe cre2_set_match(
        set, text.baseAddress, text.count, numbers.baseAddress, count)
      return (0..<max(0, found)).map { Int(unsafe numbers[$0]) }
    }
  }
}

extension Library {
  /// `cel.bind(name, value, expression)`.
  package static let bindings: Library = {
    var library = Library()
    library.macros = [.bind]
    return library
  }()

  /// Comprehensions over places and elements, or keys and values.
  package static let twoVariableComprehensions: Library = {
    var library = Library()
    library.macros = Syntax.Macros.comprehensions
    return library
  }()

  /// `base64.encode` and `base64.decode`.
  package static let encoders = Library(functions: [
    Function(
      "base64.encode", [Overload(.global) { (bytes: ByteString) in Base64.text(bytes.bytes) }]),
    Function(
      "base64.decode",
      [
        Overload(.global) { (text: String) throws(EvaluationError) in
          guard let bytes = Base64.bytes(text) else {
            throw EvaluationError(.invalidArgument, "illegal base64 data")
          }
          return ByteString(bytes)
        }
      ]),
  ])

  /// Lists as sets.
  package static let sets: Library = {
    func relation(
      _ name: String, _ holds: @escaping @Sendable (Set<HashedValue>, Set<HashedValue>) -> Bool
    ) -> Function {
      let overload = Overload(.global) { (one: [Value], two: [Value]) in
        holds(Set(one.map(HashedValue.init)), Set(two.map(HashedValue.init)))
      }
      return Function(
        name, [overload.typed([.list(.parameter("T")), .list(.parameter("T"))], .bool)])
    }
    return Library(functions: [
      relation("sets.contains") { $1.isSubset(of: $0) },
      relation("sets.equivalent") { $0 == $1 },
      relation("sets.intersects") { !$0.isDisjoint(with: $1) },
    ])
  }()
}

/// Base 64 in the standard alphabet.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values: [UInt8: UInt32] = Dictionary(
    uniqueKeysWithValues: alphabet.enumerated().map { ($1, UInt32($0)) })

  static func text(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32((3 - group.count) * 8)
      for place in 0..<4 {
        let digit = alphabet[Int(bits >> UInt32(18 - place * 6) & 63)]
        result.append(place <= group.count ? digit : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes of a text, padded or not; nil when it is not base 64.
  static func bytes(_ text: String) -> [UInt8]? {
    var digits = text.utf8.filter { $0 != 10 && $0 != 13 }[...]
    let padding = digits.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding == 0 || padding <= 2 && digits.count % 4 == 0 else { return nil }
    digits.removeLast(padding)
    guard digits.count % 4 != 1 else { return nil }
    var (result, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
    for digit in digits {
      guard let value = values[digit] else { return nil }
      bits = bits << 6 | value
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    return result
  }
}

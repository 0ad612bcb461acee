import CEL
import Testing

@Suite("Limits of hostile expressions")
struct LimitTests {
  static let refusedTexts = [
    "nested parentheses": String(repeating: "(", count: 50_000),
    "nested lists": String(repeating: "[", count: 50_000),
    "nested calls": String(repeating: "size(", count: 10_000) + "1",
    "a long sum": (["1"] + [String](repeating: "+ 1", count: 5000)).joined(separator: " "),
    "a long selection": "x" + String(repeating: ".y", count: 5000),
    "nested conditions": String(repeating: "true ? ", count: 5000),
    "a text of megabytes": "'" + String(repeating: "a", count: 5_000_000) + "'",
  ]

  @Test("refuses text that is too deep or too long", arguments: refusedTexts.keys.sorted())
  func refused(_ name: String) throws {
    var environment = Environment.extended
    environment.declare("x")
    let text = try #require(Self.refusedTexts[name])
    #expect(throws: CompileError.self) { try environment.compile(text) }
  }

  @Test("takes long chains of logic")
  func logic() throws {
    let text = [String](repeating: "true", count: 2000).joined(separator: " && ")
    #expect(try Environment.extended.compile(text).holds(Bindings()))
  }

  static let expensiveTexts = [
    "lists.range(100000).map(a, lists.range(100000).map(b, a * b))",
    "lists.range(3000).all(a, lists.range(3000).all(b, lists.range(3000).all(c, true)))",
    "lists.range(9000000000000000000)",
    doubling("'aaaaaaaaaaaaaaaa'", times: 60),
    doubling("[1, 2, 3, 4]", times: 60),
    "'a'.replace('', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa').replace('a', '"
      + String(repeating: "b", count: 20_000) + "').replace('b', '"
      + String(repeating: "c", count: 20_000) + "')",
    "dyn(" + doubling("1", times: 60, by: "[x, x]") + ") == 1",
    "[" + doubling("1", times: 60, by: "{'a': x, 'b': x}") + "].distinct().size() == 1",
    "'%s'.format([" + doubling("1", times: 60, by: "[optional.of(x), optional.of(x)]") + "]) == ''",
    "'%.999f%.999f'.format([1.0, 2.0]).size() > 0 && lists.range(900000).all(x, x >= 0) && "
      + "lists.range(900000).all(x, x >= 0) && lists.range(900000).all(x, x >= 0)",
    "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'.matches('((a{100}){100}){100}')",
  ]

  /// A value put together with itself so many times.
  private static func doubling(
    _ start: String, times: Int, by step: String = "x + x"
  ) -> String {
    let body = (0..<times).reduce("x") { text, _ in "cel.bind(x, \(step), \(text))" }
    return "cel.bind(x, \(start), \(body))"
  }

  @Test("stops before time or memory run out", arguments: expensiveTexts)
  func expensive(_ text: String) throws {
    let program = try Environment.extended.compile(text)
    let error = #expect(throws: EvaluationError.self) {
      try program.evaluate(Bindings(), limits: Limits(steps: 300_000))
    }
    #expect([.limitExceeded, .invalidArgument].contains(error?.reason))
  }

  static let slowTexts = [
    "[" + [String](repeating: "[]", count: 15_000).joined(separator: ",") + "].size() > 0",
    "[" + [String](repeating: "lists.range(9000)", count: 3000).joined(separator: ",")
      + "].size() > 0",
    "[" + [String](repeating: "1 == 1", count: 7000).joined(separator: ",") + "].size() > 0",
  ]

  @Test("compiles long texts in little time", arguments: slowTexts)
  func slow(_ text: String) throws {
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try Environment.extended.compile(text) }
    #expect(time < .seconds(20))
  }

  @Test("matches in linear time")
  func linear() throws {
    let text = String(repeating: "a", count: 100_000)
    var environment = Environment.extended
    environment.declare("text", .string)
    let program = try environment.compile("text.matches('^(a+)+$') && !text.matches('(a|aa)+$b')")
    #expect(try program.holds(Bindings(["text": .string(text)])))
  }

  @Test("compares values nested without end")
  func endless() throws {
    var environment = Environment.extended
    environment.declare("endless")
    let program = try environment.compile("endless == endless || endless in [endless]")
    _ = try program.holds(Bindings(["endless": .list(EndlessList())]))
  }
}

/// A list that holds only itself.
private final class EndlessList: ListObject {
  var count: Int { 1 }
  func element(at index: Int) -> Value { .list(self) }
}

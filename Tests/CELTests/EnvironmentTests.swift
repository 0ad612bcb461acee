import CEL
import Testing

@Suite("Environments and programs")
struct EnvironmentTests {
  /// A document that makes its members when they are asked for.
  private final class LazyPod: MapObject {
    var keys: [Value] { [.string("name"), .string("labels")] }

    func member(_ key: String) -> Value? {
      switch key {
      case "name": .string("web")
      case "labels": .map([("app", .string("shop"))])
      default: nil
      }
    }
  }

  private static let environment: Environment = {
    var environment = Environment.rules
    environment.declare("pod", .dyn)
    environment.declare("limit", .int)
    environment.add(
      Function(
        "shout",
        [
          Overload(.method) { (text: String) in text.uppercased() },
          Overload(.method) { (text: String, times: Int64) in
            String(repeating: text.uppercased(), count: Int(clamping: min(max(times, 0), 9)))
          },
        ]))
    return environment
  }()

  static let truths = [
    "pod.name == 'web'", "has(pod.name)", "!has(pod.image)", "'labels' in pod",
    "pod.labels.app.shout() == 'SHOP'", "pod.name.shout(2) == 'WEBWEB'",
    "pod.?image.orValue('none') == 'none'", "pod[?'labels'][?'app'].value() == 'shop'",
    "limit + 1 == 4", "pod.exists(key, key == 'name')", "size(pod) == 2",
    "quantity('1Gi').isGreaterThan(quantity('1G'))",
  ]

  @Test("reads documents in place and calls Swift functions", arguments: truths)
  func truth(_ text: String) throws {
    let program = try Self.environment.compile(text)
    #expect(program.resultType == .bool)
    #expect(try program.holds(Bindings(["pod": .map(LazyPod()), "limit": .int(3)])))
  }

  @Test("finds variables by slot")
  func slots() throws {
    let limit = try #require(Self.environment.variable(named: "limit"))
    var values = [Value?](repeating: nil, count: Self.environment.variables.count)
    values[limit.slot] = .int(20)
    #expect(try Self.environment.compile("limit > 10").holds(SlotBindings(values)))
  }

  static let errors: [(String, String)] = [
    ("pod.image", "no such key: image"), ("pod.name.first", "no such overload"),
    ("pod.name + 1", "no such overload"), ("limit / 0", "division by zero"),
    ("[1][limit]", "index out of bounds: 3"), ("pod.name", "no such attribute(s): pod"),
  ]

  @Test("says why there is no value, and where", arguments: errors)
  func failure(_ text: String, _ message: String) throws {
    let program = try Self.environment.compile(text)
    var values: [String: Value] = ["limit": .int(3)]
    if !message.contains("attribute") { values["pod"] = .map(LazyPod()) }
    let error = #expect(throws: EvaluationError.self) { try program.evaluate(Bindings(values)) }
    #expect(error?.message == message)
    #expect(error.map(program.rendering)?.hasPrefix("ERROR: <input>:1:") == true)
  }

  static let readings: [(String, [String])] = [
    ("pod.spec.nodeName == 'a' && limit > 1", ["limit", "pod.spec.nodeName"]),
    (
      "pod.spec.containers.exists(c, c.image == pod.spec.image)",
      ["pod.spec.containers", "pod.spec.containers[*].image", "pod.spec.image"]
    ),
    ("pod.labels['app'] == 'x'", ["pod.labels.app"]),
    ("pod.items[limit].name", ["limit", "pod.items[*].name"]),
    ("has(pod.status.phase)", ["pod.status.phase"]),
    ("cel.bind(s, pod.spec, s.host)", ["pod.spec", "pod.spec.host"]),
    ("[1, 2].all(x, x > 0)", []),
  ]

  @Test("knows which paths an expression reads", arguments: readings)
  func reads(_ text: String, _ paths: [String]) throws {
    #expect(try Self.environment.compile(text).reads.map(\.description) == paths)
  }

  static let constants: [(String, Value)] = [
    ("1 + 2 * 3", .int(7)), ("'a' + 'b'", .string("ab")), ("size([1, 2])", .int(2)),
    ("duration('90s').getMinutes()", .int(1)),
  ]

  @Test("folds what is constant", arguments: constants)
  func constant(_ text: String, _ value: Value) throws {
    let folded = try #require(try Self.environment.compile(text).constant)
    #expect(RecordedValue.text(folded) == RecordedValue.text(value))
  }

  static let diagnostics: [(String, String)] = [
    (
      "pod.name == 'é' && nope",
      """
      ERROR: <input>:1:20: undeclared reference to 'nope' (in container '')
       | pod.name == 'é' && nope
       | .............．.....^
      """
    ),
    (
      "limit >\n  'a'",
      """
      ERROR: <input>:1:7: found no matching overload for '_>_' applied to '(int, string)'
       | limit >
       | ......^
      """
    ),
    (
      "if",
      """
      ERROR: <input>:1:1: reserved identifier: if
       | if
       | ^
      """
    ),
    (
      "limit.all(x, x)",
      """
      ERROR: <input>:1:1: expression of type 'int' cannot be range of a comprehension \
      (must be list, map, or dynamic)
       | limit.all(x, x)
       | ^
      """
    ),
  ]

  @Test("points at what is wrong", arguments: diagnostics)
  func diagnostic(_ text: String, _ rendering: String) {
    let error = #expect(throws: CompileError.self) { try Self.environment.compile(text) }
    #expect(error?.description == rendering)
  }

  @Test("leaves what is wrong to evaluation when unchecked")
  func unchecked() throws {
    let program = try Self.environment.compile("nope.field || limit == 3", .unchecked)
    #expect(try program.holds(Bindings(["limit": .int(3)])))
  }
}

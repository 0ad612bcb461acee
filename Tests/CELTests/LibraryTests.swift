import CEL
import Testing

@Suite("Library functions")
struct LibraryTests {
  static let truths = [
    // Times
    "timestamp('2024-07-01T12:00:00Z').getHours('Europe/Berlin') == 14",
    "timestamp('2024-01-01T12:00:00Z').getHours('Europe/Berlin') == 13",
    "timestamp('2060-07-01T12:00:00Z').getHours('America/New_York') == 8",
    "timestamp('2060-01-01T12:00:00Z').getHours('Australia/Sydney') == 23",
    "timestamp('2024-02-29T00:00:00Z').getDayOfYear() == 59",
    "string(timestamp('0001-01-01T00:00:00Z')) == '0001-01-01T00:00:00Z'",
    "string(duration('-1.5h')) == '-5400s'", "string(duration('1ms')) == '0.001s'",
    // Texts are scalars, not characters
    "'e\\u0301' != '\\u00e9'", "'e\\u0301'.size() == 2", "{'\\u00e9': 1}.size() == 1",
    "!('\\u00e9' in {'e\\u0301': 1})", "'\\r\\n'.size() == 2",
    "'a\\r\\nb'.split('\\n').size() == 2",
    "'aXbX'.replace('X', 'XX') == 'aXXbXX'", "'ab'.replace('', '-') == '-a-b-'",
    "'abc'.split('', 2) == ['a', 'bc']", "''.split(',') == ['']",
    // Numbers
    "string(123456.0) == '123456'", "string(1234567.0) == '1.234567e+06'",
    "string(0.00001) == '1e-05'", "string(-0.0) == '-0'", "dyn(1) == 1.0",
    "dyn(9007199254740993) != 9007199254740992", "dyn(18446744073709551615u) > 1",
    "math.greatest(1, 2u, 3.5) == 3.5", "math.bitShiftRight(-1, 63) == 1",
    // Lists
    "[3, 1, 2].sort() == [1, 2, 3]", "[[1], [2, [3]]].flatten(2) == [1, 2, 3]",
    "['aaa', 'b'].sortBy(x, x.size()) == ['b', 'aaa']", "[1, 1.0, 1u, 2].distinct().size() == 2",
    "{'a': 1}.transformMapEntry(k, v, {v: k}) == {1: 'a'}", "[].sum() == 0",
    // Networks
    "string(ip('2001:db8:0:0:1:0:0:1')) == '2001:db8::1:0:0:1'", "!isIP('1::2::3')",
    "cidr('10.1.2.3/12').masked() == cidr('10.0.0.0/12')", "!isCIDR('10.0.0.0/08')",
    // Kubernetes
    "quantity('1').add(quantity('500m')).compareTo(quantity('1.5')) == 0",
    "quantity('1Ki').sub(24).asInteger() == 1000", "!isQuantity('1e99999999999')",
    "url('http://[::1]:80/a b').getEscapedPath() == '/a%20b'", "isSemver('1', true)",
    "format.qualifiedName().validate('a/b/c').hasValue()",
    "!format.qualifiedName().validate('example.com/name').hasValue()",
    "'aXbXc'.findAll('[a-c]') == ['a', 'b', 'c']", "'äö'.findAll('').size() == 3",
  ]

  @Test("hold what is true of them", arguments: truths)
  func truth(_ text: String) throws {
    #expect(try Environment.rules.compile(text).holds(Bindings()))
  }

  static let failures = [
    "timestamp('2024-01-01T00:00:00Z').getHours('No/Where')",
    "timestamp('2024-01-01T00:00:00Z').getHours('../../etc/passwd')",
    "timestamp('2024-02-30T00:00:00Z')", "duration('1')", "duration('9999999999999h')",
    "'a'.substring(-1)", "[1, dyn('a')].sort()", "quantity('1..5')", "[].max()",
    "math.abs(-9223372036854775808)", "'%s'.format([])", "base64.decode('*')",
  ]

  @Test("refuse what they cannot do", arguments: failures)
  func failure(_ text: String) throws {
    let program = try Environment.rules.compile(text)
    #expect(throws: EvaluationError.self) { try program.evaluate(Bindings()) }
  }
}

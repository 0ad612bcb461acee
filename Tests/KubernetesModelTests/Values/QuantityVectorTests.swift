import KubernetesModel
import TestSupport
import Testing

struct QuantityVectorTests {
  @Test("a quantity parses, prints and rounds as upstream", arguments: try parseCases())
  func parse(_ recorded: JSONValue) throws {
    let input = try #require(recorded["input"]?.string)
    if let error = recorded["error"]?.string {
      #expect { try Quantity(input) } throws: { "\($0)" == error }
      return
    }
    let quantity = try Quantity(input)
    #expect(quantity.description == recorded["canonical"]?.string)
    #expect(quantity.format.rawValue == recorded["format"]?.string)
    #expect(quantity.value == recorded["value"]?.int)
    #expect(quantity.milliValue == recorded["milliValue"]?.int)
    #expect(Int64(quantity.sign) == recorded["sign"]?.int)
    #expect(recorded["approx"] == nil || quantity.approximateDouble == recorded["approx"]?.double)
  }

  @Test("quantities compare as upstream", arguments: try Vectors.cases("quantity/compare.json"))
  func compare(_ recorded: JSONValue) throws {
    let a = try Quantity(recorded["a"]?.string ?? "")
    let b = try Quantity(recorded["b"]?.string ?? "")
    #expect(Int64(a.order(b)).signum() == recorded["cmp"]?.int)
    #expect((a == b) == recorded["equal"]?.bool)
    #expect(a != b || a.hashValue == b.hashValue)
  }

  @Test("sums and differences are as upstream", arguments: try arithmeticCases())
  func arithmetic(_ recorded: JSONValue) throws {
    let a = try Quantity(recorded["a"]?.string ?? "")
    let b = try Quantity(recorded["b"]?.string ?? "")
    let result = recorded["op"]?.string == "add" ? a + b : a - b
    #expect(result.description == recorded["canonical"]?.string)
    #expect(result.value == recorded["value"]?.int)
    #expect(result.milliValue == recorded["milliValue"]?.int)
  }

  private static func parseCases() throws -> [JSONValue] {
    try Vectors.cases("quantity/parse.json")
  }

  private static func arithmeticCases() throws -> [JSONValue] {
    try Vectors.cases("quantity/arithmetic.json")
  }
}

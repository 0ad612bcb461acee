import KubernetesModel
import Testing

struct QuantityTests {
  @Test(
    "hostile exponents and lengths end quickly",
    arguments: ["1e999999999", "1e-999999999", "123456789012345678901e999999999", "9.9E2147483647"])
  func hostile(_ text: String) throws {
    let quantity = try Quantity(text)
    #expect(quantity.sign == 1)
    #expect(quantity > Quantity())
    #expect((quantity + Quantity(1)).sign == 1)
    #expect((Quantity(1) - quantity).description.utf8.count < 64)
  }

  @Test func `a text longer than any number is refused`() {
    #expect(throws: QuantityError.numeric) {
      try Quantity(String(repeating: "9", count: 5_000_000))
    }
  }

  @Test func `a number without digits is refused where upstream looks closer`() {
    #expect(throws: QuantityError.numeric) { try Quantity("-.Ei") }
    #expect(throws: QuantityError.numeric) { try Quantity("e-20") }
    #expect(throws: QuantityError.format) { try Quantity("") }
  }

  @Test func `the same amount is equal and has the same hash in every notation`() throws {
    let texts = ["1", "1000m", "1e0", "1000000000n", "0.000000000000000000001e21"]
    #expect(Set(try texts.map { try Quantity($0) }).count == 1)
  }
}

import Basics
import Testing

@Suite struct NumberTextTests {
  @Test(
    "writes numbers as Go's JSON encoder does",
    arguments: [
      (0.0, "0"), (-0.0, "-0"), (1, "1"), (-1.5, "-1.5"), (1e20, "100000000000000000000"),
      (1e21, "1e+21"), (1e-6, "0.000001"), (1e-7, "1e-7"), (1.25e-10, "1.25e-10"),
      (1.7976931348623157e308, "1.7976931348623157e+308"),
      (123456.789, "123456.789"), (0.1, "0.1"),
    ])
  func json(value: Double, text: String) {
    #expect(NumberText.json(value) == text)
  }

  @Test(
    "writes keys as sigs.k8s.io/yaml does",
    arguments: [
      (1000.0, "1000"), (123456789.123, "1.2345679e+08"), (16777217.0, "1.6777216e+07"),
      (0.30000000000000004, "0.3"), (1e100, ".inf"), (-1e100, "-.inf"), (.nan, ".nan"),
      (0.00001, "1e-05"), (0.0001, "0.0001"), (999999, "999999"), (1e6, "1e+06"),
    ])
  func keys(value: Double, text: String) {
    #expect(NumberText.key(value) == text)
  }
}

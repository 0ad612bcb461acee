import Testing

@testable import KubernetesModel

@Suite("The table of kinds")
struct KindTableTests {
  @Test("finds every kind by its name", arguments: KindTable.kinds.map { $0.kind })
  func findsByName(_ kind: String) throws {
    #expect(try #require(KindTable.type(kind: kind)).kind == kind)
  }

  @Test("knows no other kind", arguments: ["", "pod", "Pods", "Widget"])
  func knowsNoOther(_ kind: String) {
    #expect(KindTable.type(kind: kind) == nil)
  }
}

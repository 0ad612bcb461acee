import Findings
import RuleEngine
import Testing

@Suite("Rule manual")
struct RuleManualTests {
  @Test("lists every rule under its playbook, and explains it")
  func markdown() throws {
    let text = try RuleManual(of: Kitchen.book()).markdown()
    #expect(text.contains("| [kettle-empty](#kettle-empty) | The kettle is empty | error |  |"))
    #expect(text.contains("## kettle-unplugged\n\nThe kettle hangs on no socket."))
    #expect(text.contains("- *inspect*: look into {kettle}"))
  }

  @Test("has a page about a rule")
  func page() throws {
    let page = try #require(try RuleManual(of: Kitchen.book()).page(about: "kettle-empty"))
    #expect(page.hasPrefix("kettle-empty: The kettle is empty\n  error, Pending, since 0.1.0\n\n"))
    #expect(page.contains("  inspect     look into {kettle}\n              peek"))
    #expect(page.contains("may also be\n  kettle-unplugged, unless the socket's lamp is lit\n"))
  }

  @Test("has no page about a rule that is not there")
  func unknownPage() throws {
    #expect(try RuleManual(of: Kitchen.book()).page(about: "teapot") == nil)
  }

  @Test("starts a rule that only its author has to fill in")
  func scaffold() throws {
    let scaffold = RuleScaffold(name: "new-rule", playbook: .pending, since: "0.1.0")
    let rule = RuleFile(
      path: "Rules/\(scaffold.playbook.rawValue)/\(scaffold.fileName)", text: scaffold.text)
    let vocabulary = try RuleFolder.file(at: Kitchen.root + "/Rules/vocabulary.yaml")
    let book = try RuleBook(files: [vocabulary, rule], laws: .bundled)
    #expect(book.names == ["new-rule"])
  }
}

import BundledRules
import RuleEngine
import Testing

/// The glossary and the rules hold each other up.
@Suite("Glossary of the bundled rules")
struct GlossaryTests {
  private static let glossary = BundledRules.glossary

  /// The families of triggers whose words the glossary explains, with its section.
  private static let families = [
    "event": "events", "waiting": "waiting", "terminated": "terminated", "reason": "podReasons",
    "exit": "exits", "taint": "taints",
  ]

  @Test("explains every word that a rule triggers on", arguments: families.keys.sorted())
  func triggers(_ family: String) throws {
    let section = try #require(Self.families[family])
    let words = BundledRules.book.entries.flatMap(\.triggers).filter { $0.hasPrefix("\(family):") }
      .map { String($0.dropFirst(family.count + 1)) }.filter { $0 != "*" }
    #expect(words.filter { Self.glossary[section, $0] == nil } == [])
  }

  @Test("calls no event harmless on which a rule triggers")
  func bearings() {
    let words = BundledRules.book.entries.flatMap(\.triggers).filter { $0.hasPrefix("event:") }
      .map { String($0.dropFirst("event:".count)) }
    #expect(words.filter { Self.glossary["events", $0]?.bearing == .benign } == [])
  }

  @Test("says something of every word, in one clause")
  func clauses() {
    for section in Self.glossary.sectionNames {
      let words = Self.glossary.words(of: section)
      #expect(!words.isEmpty)
      for word in words {
        let says = Self.glossary[section, word]?.says ?? ""
        #expect(
          !says.isEmpty && !says.hasSuffix(".") && says.utf8.count <= 140, "\(section) \(word)")
      }
    }
  }

  @Test("finds a word by the pattern that it is one of")
  func patterns() {
    #expect(Self.glossary["events", "OutOfnvidia.com/gpu"]?.bearing == .problem)
    #expect(
      Self.glossary["finalizers", "external-attacher/ebs-csi"]?.owner == "CSI external-attacher")
    #expect(Self.glossary["events", "NoSuchReason"] == nil)
  }
}

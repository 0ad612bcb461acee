import Basics
import Findings

/// Fields and sentences that findings about many manifests have in common, each of which takes memory once.
struct CommonTexts: Sendable {
  private var fields = NameNumbers()
  private var sentences = NameNumbers()

  /// The same field of a finding before, where there was one.
  mutating func field(_ text: String) -> String { Self.shared(text, among: &fields) }

  /// The same sentence of a finding before, where there was one.
  mutating func sentence(_ text: String) -> String { Self.shared(text, among: &sentences) }

  private static func shared(_ text: String, among texts: inout NameNumbers) -> String {
    // Only a text in ASCII is equal to none that is written otherwise.
    guard text.utf8.count > longestWithoutMemory, text.utf8Span.isKnownASCII else { return text }
    let number = texts.number(of: text)
    return texts.names[number]
  }

  /// What a string holds in itself.
  private static let longestWithoutMemory = 15
}

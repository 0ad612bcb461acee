import Basics
import CRE2
import Synchronization

/// Many patterns searched at once, in time linear in the text.
///
/// Compiling all patterns takes longer than a few texts do, so the first ones are searched by the words that
/// patterns need, and only by patterns whose words occur.
package final class SignatureSet: Sendable {
  /// The bytes of text after which compiling all patterns pays.
  private static let fewBytes = 16 << 10

  /// In the order in which they were given; matches are positions in here.
  package let signatures: [Signature]
  private let index: LiteralIndex
  /// Compiled one by one when asked for; most never are.
  private let patterns: [Once<PatternHandle>]
  private let whole: Once<SetHandle?>
  private let bytesSeen = Atomic<Int>(0)

  /// A pattern that RE2 refuses, with what it says.
  package struct PatternError: Error, CustomStringConvertible {
    package var signature: String
    package var says: String
    package var description: String { "signature \(signature): \(says)" }
  }

  package init(_ signatures: [Signature]) {
    self.signatures = signatures
    index = LiteralIndex(signatures)
    patterns = signatures.map { signature in Once { PatternHandle(signature.pattern) } }
    whole = Once { SetHandle(signatures.map(\.pattern)) }
  }

  /// Compiles everything; throws what is wrong with the first pattern that cannot be used.
  package func validate() throws(PatternError) {
    for (signature, pattern) in zip(signatures, patterns) {
      if let says = pattern.value.error {
        throw PatternError(signature: signature.name, says: says)
      }
    }
    guard whole.value != nil else {
      throw PatternError(signature: signatures.last?.name ?? "", says: "too many patterns")
    }
  }

  /// Which signatures occur in `text`, ascending.
  package func matches(in text: Span<UInt8>) -> [Int] {
    let seen = bytesSeen.wrappingAdd(text.count, ordering: .relaxed).newValue
    if seen <= Self.fewBytes, let candidates = index.candidates(in: text) {
      return candidates.filter { patterns[$0].value.matches(text) }
    }
    guard let whole = whole.value else {
      return signatures.indices.filter { patterns[$0].value.matches(text) }
    }
    return whole.matches(in: text)
  }

  /// Which signatures occur in `text`, ascending.
  package func matches(in text: String) -> [Int] {
    let bytes = Array(text.utf8)
    return matches(in: bytes.span)
  }

  /// The named groups of signature `index` where it first occurs in `text`.
  package func captures(of index: Int, in text: String) -> [String: String] {
    patterns[index].value.captures(in: text)
  }
}

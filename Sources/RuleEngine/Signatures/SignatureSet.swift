import Basics
import CRE2

/// Many patterns searched in one pass over a text, in time linear in the text.
package final class SignatureSet: Sendable {
  /// In the order in which they were given; matches are positions in here.
  package let signatures: [Signature]
  private let set: SetHandle
  /// Compiled one by one when captures are asked for; most never are.
  private let patterns: [Once<PatternHandle>]

  /// The first pattern that RE2 refuses, with what it says.
  package struct PatternError: Error, CustomStringConvertible {
    package var signature: String
    package var says: String
    package var description: String { "signature \(signature): \(says)" }
  }

  package init(_ signatures: [Signature]) throws(PatternError) {
    self.signatures = signatures
    set = SetHandle()
    for signature in signatures where !set.add(signature.pattern) {
      let says = PatternHandle(signature.pattern).error ?? "does not fit into the set"
      throw PatternError(signature: signature.name, says: says)
    }
    guard set.compile() else {
      throw PatternError(signature: signatures.last?.name ?? "", says: "too many patterns")
    }
    patterns = signatures.map { signature in Once { PatternHandle(signature.pattern) } }
  }

  /// Which signatures occur in `text`, ascending.
  package func matches(in text: Span<UInt8>) -> [Int] { set.matches(in: text) }

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

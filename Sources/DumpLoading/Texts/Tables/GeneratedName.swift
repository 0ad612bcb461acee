/// A name that controllers made up, which tells what they made it for.
struct GeneratedName {
  /// The letters of made-up names: no vowels, and nothing that looks like one (apimachinery/pkg/util/rand).
  private static let alphabet = Set("bcdfghjklmnpqrstvwxz2456789".utf8)

  private let parts: [Substring]

  init(_ name: String) {
    parts = name.split(separator: "-", omittingEmptySubsequences: false)
  }

  /// Whether this is the name of a Deployment, the hash of its template and a pod's own letters.
  ///
  /// A CronJob's pods are named alike but for a time in place of the hash, which is all digits.
  var isOfReplicaSet: Bool {
    guard parts.count > 2, let own = parts.last, own.utf8.count == 5 else { return false }
    let hash = parts[parts.count - 2].utf8
    return (6...10).contains(hash.count) && hash.contains { $0 > UInt8(ascii: "9") }
      && hash.allSatisfy(Self.alphabet.contains) && own.utf8.allSatisfy(Self.alphabet.contains)
  }
}

import Basics
import Findings
import KubernetesModel

/// The values that a dump itself calls secret: of Secrets, and of variables with a credential's name.
///
/// A program may print its password without saying what it is.
struct SecretValues: Sendable {
  /// Shorter values are too common to be looked for.
  private static let shortest = 6

  /// The values by their first bytes, the longest first.
  private let byBeginning: [UInt64: [[UInt8]]]?

  init(in snapshot: ClusterSnapshot) {
    let values = (snapshot.secretValues + Self.variables(in: snapshot)).filter(Self.isTelling)
    // A table, even of nothing, has a type that the runtime has to put together.
    byBeginning = values.isEmpty ? nil : Self.table(of: Set(values))
  }

  private static func table(of values: Set<[UInt8]>) -> [UInt64: [[UInt8]]] {
    Dictionary(grouping: values, by: { beginning(of: $0[...]) })
      .mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// How many pods are worth handing to another processor.
  private static let chunk = 4_096

  /// The values of variables whose names say that they are credentials.
  private static func variables(in snapshot: ClusterSnapshot) -> [[UInt8]] {
    let pods = snapshot.pods
    let values = Array(stride(from: 0, to: pods.count, by: chunk)).concurrentMap { start in
      var search = VariableSearch()
      let pods = pods.span
      for index in start..<min(start + chunk, pods.count) {
        search.add(pods[index].spec.initContainers)
        search.add(pods[index].spec.containers)
      }
      return search.values
    }
    return values.flatMap(\.self)
  }

  /// Whether nothing is known to be secret.
  var isEmpty: Bool { byBeginning == nil }

  /// The text without the values.
  func blotted(_ text: String) -> String {
    guard !isEmpty, text.utf8.count >= Self.shortest else { return text }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if let length = length(ofValueAt: position, in: bytes) {
        output += Array(Credentials.blot.utf8)
        position += length
      } else {
        output.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func length(ofValueAt position: Int, in bytes: [UInt8]) -> Int? {
    guard bytes.count - position >= Self.shortest,
      position == 0 || !Self.isWord(bytes[position - 1]) || !Self.isWord(bytes[position])
    else { return nil }
    let rest = bytes[position...]
    guard let values = byBeginning?[Self.beginning(of: rest)] else { return nil }
    return values.first { value in
      let end = position + value.count
      return rest.starts(with: value)
        && (end == bytes.count || !Self.isWord(bytes[end]) || !Self.isWord(bytes[end - 1]))
    }?.count
  }

  private static func beginning(of value: ArraySlice<UInt8>) -> UInt64 {
    value.prefix(shortest).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Ordinary words, such as a user's name, are in Secrets too, and everywhere else.
  private static func isTelling(_ value: [UInt8]) -> Bool {
    guard value.count >= shortest, value.count <= 1 << 14 else { return false }
    let isWord = value.allSatisfy { $0 >= 97 && $0 <= 122 || $0 == UInt8(ascii: "-") }
    return !isWord || value.count > 20
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 48 && byte <= 57 || byte | 0x20 >= 97 && byte | 0x20 <= 122
  }
}

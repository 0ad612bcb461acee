import DumpLoading
import PodDoctorKit

/// The positional arguments, told apart: what exists is a path, what names a kind is an object.
struct SortedWords {
  var sources: [String] = []
  var targets: [ConsultationOptions.Target] = []

  init(_ words: [String]) throws {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "-" || Terminal.exists(word) {
        sources.append(word)
      } else if let target = Self.target(in: word) {
        targets.append(target)
      } else if let kind = KindNames.kind(named: word) {
        guard let name = rest.popFirst() else { throw UsageError("\(word) what? name the object") }
        targets.append(.init(kind: kind, name: name))
      } else {
        throw UsageError("\(word) is neither a file that exists nor a TYPE/NAME")
      }
    }
  }

  private static func target(in word: String) -> ConsultationOptions.Target? {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { return nil }
    return KindNames.kind(named: String(parts[0])).map { .init(kind: $0, name: String(parts[1])) }
  }
}

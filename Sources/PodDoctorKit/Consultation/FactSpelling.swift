import Basics
import CEL
import Findings
import Provenance
import RuleEngine

/// Finds facts that rules read and that there are none of, because a name is misspelt.
///
/// Without this a misspelt fact shows only where an expression gets as far as reading it, and behind `has` never.
struct FactSpelling {
  private let book: RuleBook

  init(of book: RuleBook) {
    self.book = book
  }

  /// Throws the misspelt facts of the rules in `files`, which are rules of the book.
  func check(_ files: [RuleFile]) throws(RuleErrors) {
    var errors: [RuleError] = []
    let vocabulary = try book.vocabulary
    for file in files where file.role == .rule {
      guard let source = try book.source(named: file.stem), source.playbook != .review,
        let rule = try book.rule(named: file.stem)
      else { continue }
      let variables = Set(vocabulary.variables(of: source.about.value))
      let reads = try rule.reads().filter { variables.contains($0.path.variable) }
      errors += reads.compactMap { Self.error(about: $0) }.map { $0.showing(lineOf: file.text) }
    }
    guard errors.isEmpty else { throw RuleErrors(errors) }
  }

  /// Follows the path as far as the shapes of values are known.
  private static func error(about read: Rule.Read) -> RuleError? {
    var shape = FactShape.named(read.path.variable)
    var walked = read.path.variable
    for case .field(let name) in read.path.steps {
      guard let known = shape else { return nil }
      guard known.has(name) else {
        let nearest = Spelling.nearest(to: name, among: known.allNames)
        let hint = nearest.map { ", did you mean \($0)?" } ?? ""
        return RuleError("\(walked) has no fact or field \(name)\(hint)", at: read.place)
      }
      shape = known.members[name].flatMap(FactShape.named)
      walked += ".\(name)"
    }
    return nil
  }
}

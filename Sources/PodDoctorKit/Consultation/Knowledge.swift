import Basics
import BundledRules
import DumpLoading
import Findings
import Provenance
import RuleEngine

/// What a consultation judges by: rules, the signatures of texts and logs, and the words that are known.
struct Knowledge: Sendable {
  var book: RuleBook
  var texts: TextClassifier
  /// Read when there is a log or a termination message to search.
  private var logSignatures: Once<[Signature]>
  /// The same, to be searched for.
  private(set) var logPatterns: Once<SignatureSet>
  var glossary: Once<Glossary>
  /// Admission policies that objects are held against besides.
  var policies = PolicySet()

  /// What ships with the product.
  static var bundled: Knowledge {
    let logs = Once { Signature.bundled(in: "logs") }
    return Knowledge(
      book: BundledRules.book, texts: .bundled, logSignatures: logs,
      logPatterns: Once { SignatureSet(logs.value) }, glossary: Once { BundledRules.glossary })
  }

  /// Adds what a user's folder holds, rules and admission policies; rules, signatures and words of the same name are replaced.
  mutating func add(_ files: [RuleFile], laws: RuleLaws) throws(RuleErrors) {
    var files = files
    for (index, file) in files.enumerated().reversed() where file.role == .rule {
      if try policies.take(file) { files.remove(at: index) }
    }
    try book.add(files, laws: laws)
    try FactSpelling(of: book).check(files)
    try addSignatures(files)
    let words = try Glossary(reading: files.filter { $0.role == .glossary })
    guard !words.sectionNames.isEmpty else { return }
    let glossary = glossary
    self.glossary = Once {
      var merged = glossary.value
      merged.add(words)
      return merged
    }
  }

  /// Keeps of long logs the lines that any signature knows.
  var sieve: LogSieve {
    let patterns = logPatterns
    return LogSieve { patterns.value.matches(in: $0) }
  }

  private mutating func addSignatures(_ files: [RuleFile]) throws(RuleErrors) {
    for file in files where file.role == .signatures {
      let signatures = try SignatureFile(reading: file)
      let breaches = signatures.breaches(causes: try book.causes)
      guard breaches.isEmpty else { throw RuleErrors(breaches) }
      switch file.stem {
      case "logs":
        let known = logSignatures
        let all = Once { known.value.replacing(with: signatures.signatures) }
        (logSignatures, logPatterns) = (all, Once { SignatureSet(all.value) })
      case "texts":
        let groups = texts.groupNames
        if let odd = signatures.signatures.first(where: { !groups.contains($0.group) }) {
          throw Self.refusal(
            of: file,
            "nothing is searched for texts of group \(odd.group), only for \(groups.joined(separator: ", "))"
          )
        }
        texts = texts.adding(signatures.signatures)
      default:
        throw Self.refusal(of: file, "a file of signatures is named logs.yaml or texts.yaml")
      }
    }
  }

  private static func refusal(of file: RuleFile, _ says: String) -> RuleErrors {
    RuleErrors([RuleError(says, at: Place(file: file.path, mark: Mark(line: 1, column: 1)))])
  }
}

extension [Signature] {
  /// These signatures and others; those of the same name are replaced.
  func replacing(with others: [Signature]) -> [Signature] {
    let names = Set(others.map(\.name))
    return filter { !names.contains($0.name) } + others
  }
}

import CEL
import Synchronization
import YAML

/// What rules are compiled with: the vocabulary and the shared remedies, read when first needed.
final class RuleContext: Sendable {
  /// The file that the vocabulary is read from; nil for one of several files.
  private let vocabularyFile: RuleFile?
  private let lazyVocabulary: Lazy<Attempt<Vocabulary, RuleErrors>>
  private let lazyRemedies: Lazy<Attempt<SharedRemedies, RuleErrors>>
  /// What expressions may use, by the kind of subject that they are about.
  private let environments = Mutex<[String: Environment]>([:])

  /// A context over the texts of a packed folder.
  init(vocabulary: RuleFile, remedies: RuleFile) {
    vocabularyFile = vocabulary
    lazyVocabulary = Lazy { Self.read(vocabulary) }
    lazyRemedies = Lazy {
      guard !remedies.text.isEmpty else { return .success(SharedRemedies()) }
      return Attempt { () throws(RuleErrors) in try SharedRemedies(reading: remedies) }
    }
  }

  private init(
    vocabularyFile: RuleFile?, _ vocabulary: Lazy<Attempt<Vocabulary, RuleErrors>>,
    _ remedies: Lazy<Attempt<SharedRemedies, RuleErrors>>
  ) {
    self.vocabularyFile = vocabularyFile
    lazyVocabulary = vocabulary
    lazyRemedies = remedies
  }

  /// This context with further shared remedies; those of the same name are replaced.
  func adding(_ others: SharedRemedies) throws(RuleErrors) -> RuleContext {
    var remedies = try remedies
    remedies.add(others)
    return RuleContext(
      vocabularyFile: vocabularyFile, lazyVocabulary, Lazy { [remedies] in .success(remedies) })
  }

  /// This context with further words that rules may use.
  func adding(_ others: Vocabulary) throws(RuleErrors) -> RuleContext {
    var vocabulary = try vocabulary
    vocabulary.add(others)
    return RuleContext(
      vocabularyFile: nil, Lazy { [vocabulary] in .success(vocabulary) }, lazyRemedies)
  }

  var vocabulary: Vocabulary {
    get throws(RuleErrors) { try lazyVocabulary.value.get() }
  }

  var remedies: SharedRemedies {
    get throws(RuleErrors) { try lazyRemedies.value.get() }
  }

  /// Compiles a rule; one that was found right before need not be held against types again.
  func compile(
    _ premise: RulePremise, _ source: Lazy<Attempt<RuleSource, RuleErrors>>,
    _ strictness: Environment.Strictness
  ) throws(RuleErrors) -> Rule {
    var environment = try environment(about: premise.about.value)
    if !premise.parameters.isEmpty { environment.declare("parameters") }
    return try Rule(premise, source, in: environment, strictness, remedies: lazyRemedies)
  }

  private func environment(about kind: String) throws(RuleErrors) -> Environment {
    if let known = environments.withLock({ $0[kind] }) { return known }
    var environment = Environment.forRules
    for name in try variables(of: kind) { environment.declare(name) }
    environments.withLock { $0[kind] = environment }
    return environment
  }

  /// The names that rules about a kind may use; out of a packed vocabulary they are had without reading the rest.
  private func variables(of kind: String) throws(RuleErrors) -> [String] {
    guard let vocabularyFile, vocabularyFile.isPacked, !vocabularyFile.text.isEmpty else {
      return try vocabulary.variables(of: kind)
    }
    let root = try RuleDocument.root(of: vocabularyFile)
    let glossaries = [root["everywhere"], root["subjects"]?[kind]?["variables"]]
    return glossaries.flatMap { $0?.entries.map(\.key) ?? [] }
  }

  private static func read(_ file: RuleFile) -> Attempt<Vocabulary, RuleErrors> {
    guard !file.text.isEmpty else { return .success(Vocabulary()) }
    return Attempt { () throws(RuleErrors) in try Vocabulary(reading: file) }
  }
}

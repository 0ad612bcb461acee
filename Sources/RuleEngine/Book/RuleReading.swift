import CEL

/// Reads rule files, compiles them whole and holds them against the laws, collecting all that is
/// wrong.
struct RuleReading {
  private let files: [RuleFile]
  private let laws: RuleLaws
  private let context: RuleContext
  private let known: [String]

  /// A reading of rule files beside the rules whose names are known already.
  init(_ files: [RuleFile], laws: RuleLaws, in context: RuleContext, known: [String]) {
    self.files = files
    self.laws = laws
    self.context = context
    self.known = known
  }

  /// The entries of all files; throws all errors at once.
  func entries() throws(RuleErrors) -> [RuleEntry] {
    let vocabulary = try context.vocabulary
    var errors: [RuleError] = []
    var sources: [(RuleSource, RuleFile)] = []
    for file in files {
      do {
        let source = try RuleSource(reading: file)
        sources.append((source, file))
        try context.compile(RulePremise(of: source), Lazy { .success(source) }, .checked)
          .compileAll()
      } catch {
        errors += error.errors.map { $0.showing(lineOf: file.text) }
      }
    }
    let names = Set(known).union(sources.map { $0.0.name.value })
    for (source, file) in sources {
      errors += laws.breaches(by: source, in: file, vocabulary: vocabulary, names: names)
    }
    errors += duplicates(sources)
    guard errors.isEmpty else { throw RuleErrors(errors) }
    return sources.map { RuleEntry($0, text: $1.text) }
  }

  private func duplicates(_ sources: [(RuleSource, RuleFile)]) -> [RuleError] {
    var first: [String: RuleSource] = [:]
    var errors: [RuleError] = []
    for (source, file) in sources {
      if let other = first[source.name.value] {
        let says = "rule \(source.name.value) stands already at \(other.name.place)"
        errors.append(RuleError(says, at: source.name.place).showing(lineOf: file.text))
      }
      first[source.name.value] = first[source.name.value] ?? source
    }
    return errors
  }
}

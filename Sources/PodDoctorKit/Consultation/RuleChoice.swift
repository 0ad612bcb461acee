import Provenance
import RuleEngine

/// The rules that a consultation asks: the bundled ones, the user's, and which of them are on.
struct RuleChoice {
  private let options: ConsultationOptions

  init(_ options: ConsultationOptions) {
    self.options = options
  }

  /// The rules alone.
  func book() throws(ConsultationError) -> RuleBook { try knowledge().book }

  /// The rules with the signatures and words that they judge by.
  func knowledge() throws(ConsultationError) -> Knowledge {
    var knowledge = Knowledge.bundled
    for folder in options.ruleFolders {
      do {
        try knowledge.add(RuleFolder.files(at: folder), laws: .formal)
      } catch let error as RuleErrors {
        throw .invalidOption(error.description)
      } catch {
        throw .invalidOption("--rules \(folder): \(error)")
      }
    }
    do {
      try knowledge.book.choose(
        enabled: options.enabledRules, disabled: options.disabledRules)
    } catch {
      throw .invalidOption(error.description)
    }
    return knowledge
  }
}

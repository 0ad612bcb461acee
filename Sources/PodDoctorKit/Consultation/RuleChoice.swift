import BundledRules
import Provenance
import RuleEngine

/// The rules that a consultation asks: the bundled ones, the user's, and which of them are on.
struct RuleChoice {
  private let options: ConsultationOptions

  init(_ options: ConsultationOptions) {
    self.options = options
  }

  func book() throws(ConsultationError) -> RuleBook {
    var book = BundledRules.book
    for folder in options.ruleFolders {
      do {
        try book.add(RuleFolder.files(at: folder), laws: .formal)
      } catch let error as RuleErrors {
        throw .invalidOption(error.description)
      } catch {
        throw .invalidOption("--rules \(folder): \(error)")
      }
    }
    do {
      try book.choose(enabled: options.enabledRules, disabled: options.disabledRules)
    } catch {
      throw .invalidOption(error.description)
    }
    return book
  }
}

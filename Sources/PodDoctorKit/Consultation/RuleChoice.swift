import BundledRules
import Findings
import Provenance
import RuleEngine

/// The rules that a consultation asks: the bundled ones, the user's, and which of them are on.
struct RuleChoice {
  private let folders: [String]
  private let enabled: [String]
  private let disabled: [String]
  private let profile: RuleProfile
  private let configured: (on: [String], off: [String])
  private let parameters: [String: [RuleParameter]]

  init(_ options: ConsultationOptions) {
    folders = options.ruleFolders
    enabled = options.enabledRules
    disabled = options.disabledRules
    profile = .default
    configured = ([], [])
    parameters = [:]
  }

  init(_ options: ReviewOptions) {
    folders = options.ruleFolders
    enabled = options.enabledRules
    disabled = options.disabledRules
    profile = options.profile
    configured = (options.configuredOn, options.configuredOff)
    parameters = options.parameters
  }

  func book() throws(ConsultationError) -> RuleBook {
    var book = BundledRules.book
    for folder in folders {
      do {
        try book.add(RuleFolder.files(at: folder), laws: .formal)
      } catch let error as RuleErrors {
        throw .invalidOption(error.description)
      } catch {
        throw .invalidOption("--rules \(folder): \(error)")
      }
    }
    book.choose(profile)
    do {
      try book.choose(enabled: configured.on, disabled: configured.off)
      try book.choose(enabled: enabled, disabled: disabled)
      for (name, values) in parameters.sorted(by: { $0.key < $1.key }) {
        for name in try book.names(matching: name) { try book.set(values, of: name) }
      }
    } catch {
      throw .invalidOption("\(error)")
    }
    return book
  }
}

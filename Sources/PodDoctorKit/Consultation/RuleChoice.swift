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
  private let further: [RuleFile]

  init(_ options: ConsultationOptions) {
    folders = options.ruleFolders
    enabled = options.enabledRules
    disabled = options.disabledRules
    profile = .default
    configured = ([], [])
    parameters = [:]
    further = []
  }

  init(_ options: ReviewOptions) {
    folders = options.ruleFolders
    enabled = options.enabledRules
    disabled = options.disabledRules
    profile = options.profile
    configured = (options.configuredOn, options.configuredOff)
    parameters = options.parameters
    further = options.configuredRules
  }

  /// The rules alone.
  func book() throws(ConsultationError) -> RuleBook { try knowledge().book }

  /// The rules with the signatures and words that they judge by.
  func knowledge() throws(ConsultationError) -> Knowledge {
    var knowledge = Knowledge.bundled
    for folder in folders {
      do {
        try knowledge.add(RuleFolder.files(at: folder), laws: .formal)
      } catch let error as RuleErrors {
        throw .invalidOption(error.description)
      } catch {
        throw .invalidOption("--rules \(folder): \(error)")
      }
    }
    if !further.isEmpty {
      do {
        try knowledge.add(further, laws: .formal)
      } catch {
        throw .invalidOption(error.description)
      }
    }
    knowledge.book.choose(profile)
    do {
      try knowledge.book.choose(enabled: configured.on, disabled: configured.off)
      try knowledge.book.choose(enabled: enabled, disabled: disabled)
      for (name, values) in parameters.sorted(by: { $0.key < $1.key }) {
        for name in try knowledge.book.names(matching: name) {
          try knowledge.book.set(values, of: name)
        }
      }
    } catch {
      throw .invalidOption("\(error)")
    }
    return knowledge
  }
}

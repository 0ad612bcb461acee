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
  private let places: [String: Place]
  private let further: [RuleFile]

  init(_ options: ConsultationOptions) {
    folders = options.ruleFolders
    enabled = options.enabledRules
    disabled = options.disabledRules
    profile = .default
    configured = ([], [])
    parameters = [:]
    places = [:]
    further = []
  }

  init(_ options: ReviewOptions) {
    folders = options.ruleFolders
    enabled = options.enabledRules
    disabled = options.disabledRules
    profile = options.profile
    configured = (options.configuredOn, options.configuredOff)
    parameters = options.parameters
    places = options.configuredPlaces
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
    try configure(&knowledge.book)
    do {
      try knowledge.book.choose(enabled: enabled, disabled: disabled)
    } catch {
      throw .invalidOption(error.description)
    }
    return knowledge
  }

  /// Does what a configuration says, and says where it is wrong.
  private func configure(_ book: inout RuleBook) throws(ConsultationError) {
    do {
      try book.choose(enabled: configured.on, disabled: configured.off)
      for (name, values) in parameters.sorted(by: { $0.key < $1.key }) {
        for name in try book.names(matching: name) { try book.set(values, of: name) }
      }
    } catch let error as UnknownRuleName {
      let place = places[error.pattern].map { "\($0): " } ?? ""
      throw .invalidOption(place + error.description)
    } catch let error as RuleErrors {
      let objections = error.errors.map { "\($0.place): \($0.says)" }
      throw .invalidOption(objections.joined(separator: "\n"))
    } catch {
      throw .invalidOption("\(error)")
    }
  }
}

package import Findings
import RuleEngine

/// The rules as people read and test them: the bundled ones and those of further folders.
package struct RuleLibrary: Sendable {
  /// Every rule, sorted by name.
  package let descriptions: [RuleDescription]

  /// The bundled rules and those of a user's folders, switched on and off as the options say.
  package init(_ options: ConsultationOptions) throws(ConsultationError) {
    do {
      let book = try RuleChoice(options).book()
      let remedies = try book.sharedRemedies
      descriptions = try book.sources().map { source in
        RuleDescription(
          source, sharing: remedies, isSwitchedOn: book.isSwitchedOn(source.name.value))
      }
    } catch let error as ConsultationError {
      throw error
    } catch {
      throw .invalidOption("\(error)")
    }
  }

  /// What reports tell without a rule: what could not be read, and ignores that are of no use.
  package static var remarks: [RuleDescription] {
    IgnoreRemark.allCases.map(RuleDescription.init)
      + LoadProblem.Kind.allCases.map { RuleDescription($0, since: Release.version) }
  }

  /// Writes the file of a new rule into a folder, and gives its path.
  package static func beginRule(
    named name: String, playbook: Playbook, in folder: String
  ) throws(ConsultationError) -> String {
    do {
      return try RuleScaffold(name: name, playbook: playbook, since: Release.version)
        .write(into: folder)
    } catch {
      throw .invalidOption(error.description)
    }
  }

  /// Runs the examples of the rules in a folder.
  package static func outcomes(
    ofExamplesIn folder: String
  ) throws(ConsultationError) -> [ExampleOutcome] {
    do {
      return try ExampleRun(of: folder).outcomes()
    } catch {
      throw .nothingUsable(error is RuleErrors ? "\(error)" : "\(folder): \(error)")
    }
  }
}

extension RuleDescription {
  /// A rule as its file describes it; templates are shown as they stand there.
  init(_ source: RuleSource, sharing remedies: SharedRemedies, isSwitchedOn: Bool) {
    self.init(
      name: source.name.value, title: source.title.value, severity: source.severityText,
      refines: source.refines?.value,
      playbook: source.playbook, about: source.about.value, triggers: source.on.map(\.value),
      since: source.since.value,
      says: source.says.value, why: source.why.value, explains: source.explains.map(\.value),
      remedies: source.remedies.compactMap { Remedy($0, sharing: remedies) },
      seeAlso: source.seeAlso.map(\.value),
      profile: source.profile,
      parameters: source.parameters.map { Parameter(name: $0.name.value, value: $0.text) },
      equivalents: source.equivalents.map {
        Equivalent(tool: $0.tool.value, names: $0.names.map(\.value))
      },
      isSwitchedOn: isSwitchedOn)
  }
}

extension Remedy {
  /// A remedy as its rule, or the file of shared remedies, states it.
  fileprivate init?(_ source: RuleSource.RemedySource, sharing remedies: SharedRemedies) {
    let text: RemedyText
    switch source {
    case .stated(let stated): text = stated
    case .shared(let name):
      guard let shared = remedies.byName[name.value] else { return nil }
      text = shared
    }
    self.init(
      says: text.says.value, command: text.command?.value, patch: text.patch?.value,
      risk: text.risk)
  }
}

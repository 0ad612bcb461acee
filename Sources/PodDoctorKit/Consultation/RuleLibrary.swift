package import Findings
import RuleEngine

/// The rules as people read and test them: the bundled ones and those of further folders.
package struct RuleLibrary: Sendable {
  /// Every rule, sorted by name.
  package let descriptions: [RuleDescription]

  package init(folders: [String]) throws(ConsultationError) {
    var options = ConsultationOptions()
    options.ruleFolders = folders
    do {
      let book = try RuleChoice(options).book()
      descriptions = try book.rules().map { rule in
        RuleDescription(rule, isSwitchedOn: book.isSwitchedOn(rule.name))
      }
    } catch let error as ConsultationError {
      throw error
    } catch {
      throw .invalidOption("\(error)")
    }
  }

  /// Runs the examples of the rules in a folder.
  package static func outcomes(
    ofExamplesIn folder: String
  ) throws(ConsultationError) -> [ExampleOutcome] {
    do {
      return try ExampleRun(of: folder).outcomes()
    } catch {
      throw .nothingUsable("\(folder): \(error)")
    }
  }
}

extension RuleDescription {
  /// A rule as its file describes it; templates are shown as they stand there.
  init(_ rule: Rule, isSwitchedOn: Bool) {
    let source = rule.source
    self.init(
      name: rule.name, title: rule.title, severity: source.severityText,
      refines: source.refines?.value,
      playbook: rule.playbook, about: source.about.value, since: source.since.value,
      says: source.says.value, why: source.why.value, explains: source.explains.map(\.value),
      remedies: source.remedies.compactMap(Remedy.init), seeAlso: source.seeAlso.map(\.value),
      profile: source.profile,
      parameters: source.parameters.map { Parameter(name: $0.name.value, value: $0.text) },
      equivalents: source.equivalents.map {
        Equivalent(tool: $0.tool.value, names: $0.names.map(\.value))
      },
      isSwitchedOn: isSwitchedOn)
  }
}

extension Remedy {
  /// A remedy as its rule states it; nil for one that several rules share.
  fileprivate init?(_ source: RuleSource.RemedySource) {
    guard case .stated(let text) = source else { return nil }
    self.init(
      says: text.says.value, command: text.command?.value, patch: text.patch?.value,
      risk: text.risk)
  }
}

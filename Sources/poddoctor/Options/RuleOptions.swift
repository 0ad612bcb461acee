import ArgumentParser
import PodDoctorKit

/// Which rules look at the objects.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"), parsing: .singleValue,
    help: ArgumentHelp(
      "A folder or file with rules or ValidatingAdmissionPolicies of your own; a rule of a bundled one's name replaces it.",
      valueName: "path"),
    completion: .file())
  var folders: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Turn rules on, by name or glob: 'image-*', all.", valueName: "rule"))
  var enable: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Turn rules off, by name or glob.", valueName: "rule"))
  var disable: [String] = []

  func apply(to options: inout ConsultationOptions) {
    options.ruleFolders = folders
    options.enabledRules = Self.names(in: enable)
    options.disabledRules = Self.names(in: disable)
  }

  func apply(to options: inout ReviewOptions) {
    options.ruleFolders = folders
    options.enabledRules = Self.names(in: enable)
    options.disabledRules = Self.names(in: disable)
  }

  /// Options of a consultation about nothing but the rules themselves.
  var consultation: ConsultationOptions {
    var options = ConsultationOptions()
    apply(to: &options)
    return options
  }

  private static func names(in lists: [String]) -> [String] {
    lists.flatMap { $0.split(separator: ",").map(String.init) }
  }
}

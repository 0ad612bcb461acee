import Basics
package import Findings
package import Provenance
package import RuleEngine
import YAML

/// What a `.poddoctor.yaml` says: how strict a review is, and what does not count.
package struct ReviewConfiguration: Sendable {
  /// The name under which a configuration is found.
  package static let fileName = ".poddoctor.yaml"

  package var profile: RuleProfile?
  package var kubernetesMinor: Int?
  package var namespace: String?
  package var enabled: [String] = []
  package var disabled: [String] = []
  package var severities: [String: Severity] = [:]
  package var parameters: [String: [RuleParameter]] = [:]
  package var templatePaths: [String: String] = [:]
  /// Where each name or glob of rules stands that `enabled`, `disabled` and `parameters` hold.
  package var places: [String: Place] = [:]
  package var ignores: [Ignore] = []
  /// Rules that stand for what the configuration of another tool defines itself.
  package var rules: [RuleFile] = []

  /// Reads a configuration.
  ///
  /// - Throws: Everything that is wrong with it, each with its place.
  package init(reading bytes: [UInt8], file: String) throws(ConsultationError) {
    let reading = DocumentReader().read(bytes, file: file)
    let problems = reading.problems.map(\.description)
    guard problems.isEmpty else {
      throw .invalidOption(problems.joined(separator: "\n"))
    }
    guard let root = reading.documents.first?.root, !root.isNull else { return }
    if PolarisReader.reads(root) {
      var reader = PolarisReader()
      reader.read(root, into: &self)
      guard reader.objections.isEmpty else {
        throw .invalidOption(reader.objections.joined(separator: "\n"))
      }
      return
    }
    if KubeLinterReader.reads(root) {
      var reader = KubeLinterReader()
      reader.read(root, into: &self)
      guard reader.objections.isEmpty else {
        throw .invalidOption(reader.objections.joined(separator: "\n"))
      }
      return
    }
    var reader = ConfigurationReader()
    reader.read(root, into: &self)
    guard reader.objections.isEmpty else {
      throw .invalidOption(reader.objections.joined(separator: "\n"))
    }
  }

  /// Reads the file at a path.
  package init(at path: String) throws(ConsultationError) {
    try self.init(reading: try NamedFile.bytes(of: path, limit: 1 << 20), file: path)
  }

  /// Adds to options what they leave open; the command line wins.
  package func apply(to options: inout ReviewOptions, profile: RuleProfile?) {
    options.profile = profile ?? self.profile ?? options.profile
    options.kubernetesMinor = kubernetesMinor ?? options.kubernetesMinor
    options.namespace = namespace ?? options.namespace
    options.configuredOn = enabled
    options.configuredOff = disabled
    options.severities = severities
    options.parameters = parameters
    options.configuredPlaces = places
    options.templatePaths = templatePaths
    options.ignores += ignores
    options.configuredRules = rules
  }
}

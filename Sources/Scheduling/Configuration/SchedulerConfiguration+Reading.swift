import Findings
import KubernetesModel
import Provenance
package import YAML

extension SchedulerConfiguration {
  /// Reads a KubeSchedulerConfiguration, with kube-scheduler's defaults and its rules of what may stand
  /// in it; extenders and foreign plugins end up in ``notSimulated``.
  package init(reading document: YAMLNode) throws(ConfigurationErrors) {
    var reader = ConfigurationReader(document)
    self = reader.configuration()
    guard reader.errors.isEmpty else { throw ConfigurationErrors(reader.errors) }
  }
}

/// Reads one configuration file.
private struct ConfigurationReader {
  private let document: YAMLNode
  private var fields: FieldErrors
  private var file: KubeSchedulerConfiguration

  init(_ document: YAMLNode) {
    self.document = document
    fields = FieldErrors(in: document)
    var problems: [LoadProblem] = []
    file = KubeSchedulerConfiguration(decoding: document, problems: &problems)
    fields.add(problems, below: [])
    fields.requireKnownFields(document, KubeSchedulerConfiguration.shape, at: [])
  }

  var errors: [ConfigurationError] { fields.errors }

  mutating func configuration() -> SchedulerConfiguration {
    guard requireVersion() else { return SchedulerConfiguration() }
    if file.profiles.isEmpty { file.profiles = [KubeSchedulerProfile()] }
    if file.profiles.count == 1, file.profiles[0].schedulerName == nil {
      file.profiles[0].schedulerName = "default-scheduler"
    }
    validateNumbers()
    validateExtenders()
    validateQueueSort()
    var configuration = SchedulerConfiguration(profiles: [])
    configuration.percentageOfNodesToScore = file.percentageOfNodesToScore ?? 0
    configuration.notSimulated = file.extenders.map { "extender \($0.urlPrefix)" }
    for index in file.profiles.indices {
      var reader = ProfileReader(file, index, document, fields)
      configuration.profiles.append(reader.profile())
      fields = reader.fields
      configuration.notSimulated += reader.foreignPlugins.map { "plugin \($0)" }
    }
    var seen: Set<String> = []
    configuration.notSimulated.removeAll { !seen.insert($0).inserted }
    return configuration
  }

  private mutating func requireVersion() -> Bool {
    let (version, kind) = ("kubescheduler.config.k8s.io/v1", "KubeSchedulerConfiguration")
    guard document.kind == .mapping else { return false }
    guard file.kind == kind else {
      fields.report([.key("kind")], "expected \(kind), found \"\(file.kind)\"")
      return false
    }
    guard file.apiVersion == version else {
      fields.report(
        [.key("apiVersion")],
        "no kind \"\(kind)\" is registered for version \"\(file.apiVersion)\"; 1.36 knows \(version)"
      )
      return false
    }
    return true
  }

  private mutating func validateNumbers() {
    if let parallelism = file.parallelism, parallelism <= 0 {
      fields.report(
        [.key("parallelism")],
        invalid(parallelism, "should be an integer value greater than zero"))
    }
    if let percentage = file.percentageOfNodesToScore, !(0...100).contains(percentage) {
      fields.report(
        [.key("percentageOfNodesToScore")], invalid(percentage, "not in valid range [0-100]"))
    }
    let (initial, most) = (file.podInitialBackoffSeconds ?? 1, file.podMaxBackoffSeconds ?? 10)
    if initial <= 0 {
      fields.report([.key("podInitialBackoffSeconds")], invalid(initial, "must be greater than 0"))
    }
    if most < initial {
      fields.report(
        [.key("podMaxBackoffSeconds")],
        invalid(most, "must be greater than or equal to PodInitialBackoffSeconds"))
    }
    let election = file.leaderElection
    if election.leaderElect != false, !["", "leases"].contains(election.resourceLock) {
      fields.report(
        [.key("leaderElection"), .key("resourceLock")],
        invalid("\"\(election.resourceLock)\"", "resourceLock value must be \"leases\""))
    }
  }

  private mutating func validateExtenders() {
    var resources: Set<String> = []
    for (index, extender) in file.extenders.enumerated() {
      let path: FieldErrors.Path = [.key("extenders"), .index(index)]
      if !extender.prioritizeVerb.isEmpty, extender.weight <= 0 {
        fields.report(
          path + [.key("weight")],
          invalid(extender.weight, "must have a positive weight applied to it"))
      }
      for (place, resource) in extender.managedResources.enumerated() {
        let path = path + [.key("managedResources"), .index(place), .key("name")]
        if !ResourceName.isExtended(resource.name) || !objections(toName: resource.name).isEmpty {
          fields.report(
            path, invalid("\"\(resource.name)\"", "is an invalid extended resource name"))
        }
        if !resources.insert(resource.name).inserted {
          fields.report(
            path, invalid("\"\(resource.name)\"", "duplicate extender managed resource name"))
        }
      }
    }
    let binders = file.extenders.count { !$0.bindVerb.isEmpty }
    guard binders > 1 else { return }
    fields.report(
      [.key("extenders")],
      invalid(
        "\"found \(binders) extenders implementing bind\"", "only one extender can implement bind"))
  }

  /// There is one queue, so all profiles must sort it alike.
  private mutating func validateQueueSort() {
    let first = file.profiles.first?.plugins?[.queueSort] ?? PluginSet()
    if first.enabled.count > 1 {
      fields.report(
        [.key("profiles"), .index(0), .key("plugins"), .key("queueSort"), .key("enabled")],
        invalid(first.enabled.count, "only one queue sort plugin can be enabled"))
    }
    for (index, profile) in file.profiles.enumerated().dropFirst()
    where profile.plugins?[.queueSort] ?? PluginSet() != first {
      fields.report(
        [.key("profiles"), .index(index), .key("plugins"), .key("queueSort")],
        "Invalid value: must be the same for all profiles")
    }
  }
}

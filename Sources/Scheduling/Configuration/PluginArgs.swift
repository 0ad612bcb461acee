import KubernetesModel
import Provenance

/// The arguments of a plugin as the configuration file writes them.
protocol PluginArgs: APIStruct {
  /// The plugin that takes them.
  static var plugin: PluginName { get }

  var apiVersion: String { get set }
  var kind: String { get set }

  /// Says what kube-scheduler would refuse; `report` takes a path below the arguments.
  func validate(_ report: (FieldErrors.Path, String) -> Void)

  /// Hands them, with the API's defaults, to the plugin.
  func apply(to arguments: inout PluginArguments)
}

struct DefaultPreemptionArgs: PluginArgs {
  static let plugin: PluginName = "DefaultPreemption"
  var apiVersion: String = ""
  var kind: String = ""
  var minCandidateNodesPercentage: Int32?
  var minCandidateNodesAbsolute: Int32?

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.typeMeta(apiVersion: &apiVersion, kind: &kind)
    fields.field("minCandidateNodesPercentage", &minCandidateNodesPercentage)
    fields.field("minCandidateNodesAbsolute", &minCandidateNodesAbsolute)
  }

  func validate(_ report: (FieldErrors.Path, String) -> Void) {
    let percentage = minCandidateNodesPercentage ?? 10
    let absolute = minCandidateNodesAbsolute ?? 100
    if !(0...100).contains(percentage) {
      report(
        [.key("minCandidateNodesPercentage")], invalid(percentage, "not in valid range [0, 100]"))
    }
    if absolute < 0 {
      report([.key("minCandidateNodesAbsolute")], invalid(absolute, "not in valid range [0, inf)"))
    }
    guard percentage == 0, absolute == 0 else { return }
    report(
      [.key("minCandidateNodesPercentage")],
      invalid(percentage, "cannot be zero at the same time as minCandidateNodesAbsolute"))
    report(
      [.key("minCandidateNodesAbsolute")],
      invalid(absolute, "cannot be zero at the same time as minCandidateNodesPercentage"))
  }

  func apply(to arguments: inout PluginArguments) {
    arguments.defaultPreemption.minCandidateNodesPercentage = Int64(
      minCandidateNodesPercentage ?? 10)
    arguments.defaultPreemption.minCandidateNodesAbsolute = Int64(minCandidateNodesAbsolute ?? 100)
  }
}

struct InterPodAffinityArgs: PluginArgs {
  static let plugin: PluginName = "InterPodAffinity"
  var apiVersion: String = ""
  var kind: String = ""
  var hardPodAffinityWeight: Int32?
  var ignorePreferredTermsOfExistingPods: Bool = false

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.typeMeta(apiVersion: &apiVersion, kind: &kind)
    fields.field("hardPodAffinityWeight", &hardPodAffinityWeight)
    fields.field("ignorePreferredTermsOfExistingPods", &ignorePreferredTermsOfExistingPods)
  }

  func validate(_ report: (FieldErrors.Path, String) -> Void) {
    guard let weight = hardPodAffinityWeight, !(0...100).contains(weight) else { return }
    report([.key("hardPodAffinityWeight")], invalid(weight, "not in valid range [0, 100]"))
  }

  func apply(to arguments: inout PluginArguments) {
    arguments.interPodAffinity.hardPodAffinityWeight = Int64(hardPodAffinityWeight ?? 1)
    arguments.interPodAffinity.ignorePreferredTermsOfExistingPods =
      ignorePreferredTermsOfExistingPods
  }
}

struct NodeAffinityArgs: PluginArgs {
  static let plugin: PluginName = "NodeAffinity"
  var apiVersion: String = ""
  var kind: String = ""
  var addedAffinity: KubernetesModel.NodeAffinity?

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.typeMeta(apiVersion: &apiVersion, kind: &kind)
    fields.field("addedAffinity", &addedAffinity)
  }

  func validate(_ report: (FieldErrors.Path, String) -> Void) {
    let name = "requiredDuringSchedulingIgnoredDuringExecution"
    let required = addedAffinity?.requiredDuringSchedulingIgnoredDuringExecution
    for message in required.flatMap({ NodeMatcher($0).error })?.messages ?? [] {
      let (field, says) = message.fieldAndText
      report([.key("addedAffinity"), .key(name)] + FieldPath(parsing: field).steps, says)
    }
  }

  func apply(to arguments: inout PluginArguments) {
    arguments.nodeAffinity.addedAffinity = addedAffinity
  }
}

struct VolumeBindingArgs: PluginArgs {
  static let plugin: PluginName = "VolumeBinding"
  var apiVersion: String = ""
  var kind: String = ""
  var bindTimeoutSeconds: Int64?
  var shape: [UtilizationShapePointArgs] = []

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.typeMeta(apiVersion: &apiVersion, kind: &kind)
    fields.field("bindTimeoutSeconds", &bindTimeoutSeconds)
    fields.field("shape", &shape)
  }

  func validate(_ report: (FieldErrors.Path, String) -> Void) {
    if let seconds = bindTimeoutSeconds, seconds < 0 {
      report(
        [.key("bindTimeoutSeconds")],
        invalid(seconds, "invalid BindTimeoutSeconds, should not be a negative value"))
    }
    guard !shape.isEmpty else { return }
    report(
      [.key("shape")],
      "Invalid value: unexpected field `shape`, remove it or turn on the feature gate "
        + "StorageCapacityScoring")
  }

  func apply(to arguments: inout PluginArguments) {}
}

struct DynamicResourcesArgs: PluginArgs {
  static let plugin: PluginName = "DynamicResources"
  var apiVersion: String = ""
  var kind: String = ""
  var filterTimeout: String?
  var bindingTimeout: String?

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.typeMeta(apiVersion: &apiVersion, kind: &kind)
    fields.field("filterTimeout", &filterTimeout)
    fields.field("bindingTimeout", &bindingTimeout)
  }

  func validate(_ report: (FieldErrors.Path, String) -> Void) {
    if let text = filterTimeout {
      guard let timeout = GoDuration(text) else {
        return report([.key("filterTimeout")], "Invalid value: \"\(text)\": not a duration")
      }
      if timeout.nanoseconds < 0 {
        report([.key("filterTimeout")], "Invalid value: \"\(text)\": must be zero or positive")
      }
    }
    guard let text = bindingTimeout else { return }
    let timeout = GoDuration(text)
    if timeout.map({ $0.nanoseconds < 1_000_000_000 }) ?? true {
      report([.key("bindingTimeout")], "Invalid value: \"\(text)\": must be at least 1 second")
    }
  }

  func apply(to arguments: inout PluginArguments) {
    guard let timeout = bindingTimeout.flatMap({ GoDuration($0) }) else { return }
    arguments.dynamicResources.bindingTimeout = timeout
  }
}

extension String {
  /// A message of the API server, cut after the path of the field that it is about.
  fileprivate var fieldAndText: (field: String, text: String) {
    guard let colon = ranges(of: ": ").first else { return ("", self) }
    return (String(self[..<colon.lowerBound]), String(self[colon.upperBound...]))
  }
}

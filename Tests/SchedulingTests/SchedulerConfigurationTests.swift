import Scheduling
import TestSupport
import Testing
import YAML

@Suite("KubeSchedulerConfiguration")
struct SchedulerConfigurationTests {
  private static func configuration(_ text: String) throws -> SchedulerConfiguration {
    let header = "apiVersion: kubescheduler.config.k8s.io/v1\nkind: KubeSchedulerConfiguration\n"
    let reading = DocumentReader().read(header + text, file: "scheduler.yaml")
    return try SchedulerConfiguration(reading: try #require(reading.documents.first).root)
  }

  /// A configuration below its header, which takes two lines, and what is wrong with it.
  struct Mistake: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var errors: [String]

    init(_ description: String, _ text: String, _ errors: String...) {
      testDescription = description
      self.text = text
      self.errors = errors
    }
  }

  private static func args(_ plugin: String, _ args: String) -> String {
    "profiles:\n- pluginConfig:\n  - name: \(plugin)\n    args: \(args)\n"
  }

  static let mistakes: [Mistake] = [
    Mistake(
      "an unknown field", "profiles:\n- schedulerNam: x\n",
      "scheduler.yaml:4:3: profiles[0].schedulerNam: unknown field \"profiles[0].schedulerNam\""),
    Mistake(
      "a value of the wrong type", "percentageOfNodesToScore: all\n",
      "scheduler.yaml:3:27: percentageOfNodesToScore: expected a whole number, found a string"),
    Mistake(
      "a percentage out of range", "percentageOfNodesToScore: 101\n",
      "scheduler.yaml:3:1: percentageOfNodesToScore: Invalid value: 101: not in valid range [0-100]"
    ),
    Mistake(
      "several profiles without a name, or of one name",
      "profiles:\n- schedulerName: x\n- schedulerName: x\n- {}\n",
      "scheduler.yaml:5:3: profiles[1].schedulerName: Duplicate value: "
        + "\"profiles[0].schedulerName\"",
      "scheduler.yaml:6:3: profiles[2].schedulerName: Required value"),
    Mistake(
      "a weight out of range", args("InterPodAffinity", "{hardPodAffinityWeight: 101}"),
      "scheduler.yaml:6:12: profiles[0].pluginConfig[0].args.hardPodAffinityWeight: "
        + "Invalid value: 101: not in valid range [0, 100]"),
    Mistake(
      "a shape that falls back",
      args(
        "NodeResourcesFit",
        "{scoringStrategy: {type: RequestedToCapacityRatio, requestedToCapacityRatio: "
          + "{shape: [{utilization: 50, score: 1}, {utilization: 50, score: 11}]}}}"),
      "scheduler.yaml:6:144: profiles[0].pluginConfig[0].args.scoringStrategy."
        + "requestedToCapacityRatio.shape[1].score: Invalid value: 11: not in valid range [0, 10]",
      "scheduler.yaml:6:127: profiles[0].pluginConfig[0].args.scoringStrategy."
        + "requestedToCapacityRatio.shape[1].utilization: Invalid value: 50: "
        + "values must be sorted in increasing order"),
    Mistake(
      "an unknown strategy", args("NodeResourcesFit", "{scoringStrategy: {type: Best}}"),
      "scheduler.yaml:6:30: profiles[0].pluginConfig[0].args.scoringStrategy.type: "
        + "Unsupported value: \"Best\": supported values: \"LeastAllocated\", \"MostAllocated\", "
        + "\"RequestedToCapacityRatio\""),
    Mistake(
      "constraints that the scheduler's own would hide",
      args(
        "PodTopologySpread",
        "{defaultConstraints: [{maxSkew: 0, topologyKey: z, whenUnsatisfiable: DoNotSchedule}]}"),
      "scheduler.yaml:6:11: profiles[0].pluginConfig[0].args.defaultingType: "
        + "Invalid value: \"System\": when .defaultConstraints are not empty",
      "scheduler.yaml:6:34: profiles[0].pluginConfig[0].args.defaultConstraints[0].maxSkew: "
        + "Invalid value: 0: not in valid range (0, inf)"),
    Mistake(
      "an affinity with an unknown operator",
      args(
        "NodeAffinity",
        "{addedAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: "
          + "[{matchExpressions: [{key: k, operator: Is}]}]}}}"),
      "scheduler.yaml:6:126: profiles[0].pluginConfig[0].args.addedAffinity."
        + "requiredDuringSchedulingIgnoredDuringExecution."
        + "nodeSelectorTerms[0].matchExpressions[0].operator: Unsupported value: \"Is\": "
        + "supported values: \"In\", \"NotIn\", \"Exists\", \"DoesNotExist\", \"Gt\", \"Lt\""),
    Mistake(
      "arguments of another plugin", args("NodeAffinity", "{kind: InterPodAffinityArgs}"),
      "scheduler.yaml:6:5: profiles[0].pluginConfig[0].args: args for plugin NodeAffinity were not "
        + "of type NodeAffinityArgs, got InterPodAffinityArgs"),
    Mistake(
      "a plugin that is no more",
      "profiles:\n- plugins: {filter: {enabled: [{name: EBSLimits}]}}\n",
      "scheduler.yaml:4:32: profiles[0].plugins.filter.enabled[0]: Invalid value: \"EBSLimits\": "
        + "was invalid in version \"kubescheduler.config.k8s.io/v1\" (KubeSchedulerConfiguration is "
        + "version \"kubescheduler.config.k8s.io/v1\")"),
    Mistake(
      "a plugin where it cannot be",
      "profiles:\n- plugins: {score: {enabled: [{name: NodePorts}]}}\n",
      "scheduler.yaml:4:31: profiles[0].plugins.score.enabled[0]: "
        + "plugin \"NodePorts\" does not extend ScorePlugin plugin"),
    Mistake(
      "a profile that cannot bind",
      "profiles:\n- plugins: {multiPoint: {disabled: [{name: DefaultBinder}]}}\n",
      "scheduler.yaml:4:3: profiles[0].plugins: at least one bind plugin is needed "
        + "for profile with scheduler name \"default-scheduler\""),
    Mistake(
      "two extenders that bind",
      "extenders:\n- {urlPrefix: x, bindVerb: b}\n- {urlPrefix: z, bindVerb: b}\n",
      "scheduler.yaml:3:1: extenders: Invalid value: \"found 2 extenders implementing bind\": "
        + "only one extender can implement bind"),
  ]

  @Test("says what is wrong, and where", arguments: mistakes)
  func mistake(_ example: Mistake) throws {
    let errors = #expect(throws: ConfigurationErrors.self) {
      try Self.configuration(example.text)
    }
    #expect(errors?.errors.map(\.description).sorted() == example.errors.sorted())
  }

  @Test("another version or kind is refused")
  func version() throws {
    let text = "apiVersion: kubescheduler.config.k8s.io/v1beta3\nkind: KubeSchedulerConfiguration\n"
    let document = try #require(DocumentReader().read(text, file: "s.yaml").documents.first)
    let errors = #expect(throws: ConfigurationErrors.self) {
      try SchedulerConfiguration(reading: document.root)
    }
    #expect(errors?.errors.map(\.field) == ["apiVersion"])
  }

  @Test("extenders and foreign plugins are named as not simulated")
  func notSimulated() throws {
    let configuration = try Self.configuration(
      """
      extenders: [{urlPrefix: "http://x"}]
      profiles:
      - plugins: {filter: {enabled: [{name: Coscheduling}]}}
        pluginConfig: [{name: Capacity, args: {any: thing}}]
      """)
    #expect(
      configuration.notSimulated == ["extender http://x", "plugin Coscheduling", "plugin Capacity"])
  }

  /// What a profile's `plugins` make of the score plugins and their weights.
  struct Expansion: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var plugins: String
    var scorers: [String]
  }

  static let expansions: [Expansion] = [
    Expansion(
      testDescription: "the defaults", plugins: "{}",
      scorers: [
        "TaintToleration 3", "NodeAffinity 2", "NodeResourcesFit 1", "VolumeBinding 1",
        "PodTopologySpread 2", "InterPodAffinity 2", "DynamicResources 2",
        "NodeResourcesBalancedAllocation 1", "ImageLocality 1",
      ]),
    Expansion(
      testDescription: "what the point gives again comes first",
      plugins: "{score: {enabled: [{name: ImageLocality, weight: 9}, {name: NodeAffinity}]}}",
      scorers: [
        "ImageLocality 9", "NodeAffinity 1", "TaintToleration 3", "NodeResourcesFit 1",
        "VolumeBinding 1", "PodTopologySpread 2", "InterPodAffinity 2", "DynamicResources 2",
        "NodeResourcesBalancedAllocation 1",
      ]),
    Expansion(
      testDescription: "a default that is disabled and given again comes last",
      plugins: "{score: {disabled: [{name: NodeAffinity}], enabled: [{name: NodeAffinity}]}}",
      scorers: [
        "TaintToleration 3", "NodeResourcesFit 1", "VolumeBinding 1", "PodTopologySpread 2",
        "InterPodAffinity 2", "DynamicResources 2", "NodeResourcesBalancedAllocation 1",
        "ImageLocality 1", "NodeAffinity 1",
      ]),
    Expansion(
      testDescription: "everything disabled but one",
      plugins: "{score: {disabled: [{name: '*'}], enabled: [{name: NodeResourcesFit, weight: 4}]}}",
      scorers: ["NodeResourcesFit 4"]),
    Expansion(
      testDescription: "multiPoint changes weights in place",
      plugins: "{multiPoint: {enabled: [{name: NodeResourcesFit, weight: 7}], "
        + "disabled: [{name: TaintToleration}, {name: VolumeBinding}]}}",
      scorers: [
        "NodeAffinity 2", "NodeResourcesFit 7", "PodTopologySpread 2", "InterPodAffinity 2",
        "DynamicResources 2", "NodeResourcesBalancedAllocation 1", "ImageLocality 1",
      ]),
  ]

  @Test("lays multiPoint out over the extension points", arguments: expansions)
  func expansion(_ example: Expansion) throws {
    let configuration = try Self.configuration("profiles: [{plugins: \(example.plugins)}]")
    let scorers = configuration.profiles[0].plugins[.score] ?? []
    #expect(scorers.map { "\($0.name) \($0.weight)" } == example.scorers)
  }

  @Test("each profile decides about the pods that name it")
  func profiles() throws {
    let configuration = try Self.configuration(
      """
      profiles:
      - schedulerName: default-scheduler
      - schedulerName: careless
        plugins: {filter: {disabled: [{name: NodeUnschedulable}]}}
      """)
    let cordoned = Manifest.node("a").replacing(
      "status:", with: "spec: {unschedulable: true}, status:")
    let cluster = SimulatedCluster(
      [
        cordoned,
        Manifest.pod("p", "").replacing("default-scheduler", with: "careless"),
        Manifest.pod("q", "").replacing("default-scheduler", with: "nobody"),
      ], configuration: configuration)
    #expect(cluster.decisions == ["p on a", "q skipped: "])
  }
}

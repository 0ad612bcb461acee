import Testing
import YAML

@testable import Validation

/// What is said about roles, bindings and classes, as pkg/apis/rbac, scheduling and storage of Kubernetes have it.
@Suite struct RightsVerdictTests {
  private static let rights = "rbac.authorization.k8s.io/v1"

  private static let cases: [(String, String, [String])] = [
    (rights, "kind: Role\nrules: [{verbs: [get], apiGroups: [\"\"], resources: [pods]}]", []),
    (
      rights, "kind: Role\nrules: [{resources: [pods]}]",
      [
        "rules[0].verbs: Required value: verbs must contain at least one value",
        "rules[0].apiGroups: Required value: resource rules must supply at least one api group",
      ]
    ),
    (
      rights, "kind: Role\nrules: [{verbs: [get], nonResourceURLs: [/healthz]}]",
      [
        "rules[0].nonResourceURLs: Invalid value: [\"/healthz\"]: "
          + "namespaced rules cannot apply to non-resource URLs"
      ]
    ),
    (
      rights, "kind: ClusterRole\nrules: [{verbs: [get], nonResourceURLs: [/healthz]}]", []
    ),
    (
      rights, "kind: ClusterRole\naggregationRule: {}",
      [
        "aggregationRule.clusterRoleSelectors: Required value: "
          + "at least one clusterRoleSelector required if aggregationRule is non-nil"
      ]
    ),
    (
      rights,
      "kind: RoleBinding\nroleRef: {kind: ClusterRole, name: view}\nsubjects: [{kind: ServiceAccount, name: a}, {kind: Group, name: b}]",
      []
    ),
    (
      rights,
      "kind: ClusterRoleBinding\nroleRef: {kind: Role, name: view}\nsubjects: [{kind: ServiceAccount, name: a}, {kind: user, name: b}]",
      [
        "roleRef.kind: Unsupported value: \"Role\": supported values: \"ClusterRole\"",
        "subjects[0].namespace: Required value",
        "subjects[1].kind: Unsupported value: \"user\": "
          + "supported values: \"ServiceAccount\", \"User\", \"Group\"",
      ]
    ),
    (
      rights, "kind: RoleBinding\nroleRef: {apiGroup: v1, kind: Role}",
      [
        "roleRef.apiGroup: Unsupported value: \"v1\": "
          + "supported values: \"rbac.authorization.k8s.io\"",
        "roleRef.name: Required value",
      ]
    ),
    (
      "v1",
      "kind: LimitRange\nspec: {limits: [{type: Container, min: {cpu: 100m}, max: {cpu: 2, memory: 1Gi}, default: {cpu: 1}}, {type: Pod, max: {cpu: 4}}]}",
      []
    ),
    (
      "v1",
      "kind: LimitRange\nspec: {limits: [{type: Container, min: {cpu: 2}, max: {cpu: 1}}, {type: pod, max: {cpu: 1}}, {type: Container}]}",
      [
        "spec.limits[0].min[cpu]: Invalid value: \"2\": min value 2 is greater than max value 1",
        "spec.limits[0].defaultRequest[cpu]: Invalid value: \"1\": "
          + "min value 2 is greater than default request value 1",
        "spec.limits[0].default[cpu]: Invalid value: \"2\": "
          + "min value 2 is greater than default value 1",
        "spec.limits[1].type: Invalid value: \"pod\": "
          + "must be a standard limit type or fully qualified",
        "spec.limits[2].type: Duplicate value: \"Container\"",
      ]
    ),
    (
      "v1",
      "kind: LimitRange\nspec: {limits: [{type: Container, default: {memory: 512Mi}, defaultRequest: {memory: 1Gi}}, {type: PersistentVolumeClaim}, {type: Pod, default: {cpu: 1}, maxLimitRequestRatio: {cpu: 500m}}]}",
      [
        "spec.limits[0].defaultRequest[memory]: Invalid value: \"1Gi\": "
          + "default request value 1Gi is greater than default limit value 512Mi",
        "spec.limits[1].limits: Required value: "
          + "either minimum or maximum storage value is required, but neither was provided",
        "spec.limits[2].default: Forbidden: may not be specified when `type` is 'Pod'",
        "spec.limits[2].maxLimitRequestRatio[cpu]: Invalid value: \"500m\": ratio 500m is less than 1",
      ]
    ),
    ("scheduling.k8s.io/v1", "kind: PriorityClass\nvalue: 1000000000", []),
    (
      "scheduling.k8s.io/v1", "kind: PriorityClass\nvalue: 1000000001\npreemptionPolicy: Always",
      [
        "value: Forbidden: maximum allowed value of a user defined priority is 1000000000",
        "preemptionPolicy: Unsupported value: \"Always\": "
          + "supported values: \"PreemptLowerPriority\", \"Never\"",
      ]
    ),
    ("storage.k8s.io/v1", "kind: StorageClass\nprovisioner: ebs.csi.aws.com", []),
    (
      "storage.k8s.io/v1",
      "kind: StorageClass\nreclaimPolicy: Recycle\nvolumeBindingMode: Late",
      [
        "provisioner: Required value",
        "reclaimPolicy: Unsupported value: \"Recycle\": supported values: \"Delete\", \"Retain\"",
        "volumeBindingMode: Unsupported value: \"Late\": "
          + "supported values: \"Immediate\", \"WaitForFirstConsumer\"",
      ]
    ),
    (
      "v1",
      "kind: Service\nspec: {type: LoadBalancer, ports: [{port: 80}], loadBalancerSourceRanges: [\" 10.0.0.0/8\", 10.0.0.1]}",
      [
        "spec.LoadBalancerSourceRanges[1]: Invalid value: \"10.0.0.1\": "
          + "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"
      ]
    ),
  ]

  @Test(arguments: cases)
  func messages(_ version: String, _ text: String, _ messages: [String]) throws {
    let text = "apiVersion: \(version)\nmetadata: {name: web}\n\(text)\n"
    let root = try #require(DocumentReader(.kubectl).read(text, file: "f").documents.first).root
    let verdict = ManifestValidation().verdict(on: root)
    #expect(verdict.decodeError == nil)
    #expect(verdict.strictErrors.isEmpty)
    #expect(verdict.errors.map(\.message) == messages)
  }

  @Test func systemPriorities() throws {
    let text =
      "apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: system-web}\n"
    let root = try #require(DocumentReader(.kubectl).read(text, file: "f").documents.first).root
    #expect(
      ManifestValidation().verdict(on: root).errors.map(\.message) == [
        "metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for "
          + "system use only. error: system-web is not a known system priority class"
      ])
  }
}

import KubernetesModel
import Scheduling
import Testing

@Suite("Manifests as pending pods")
struct WorkloadExpansionTests {
  /// A manifest, and where its pods go.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var manifest: String
    var decisions: [String]
  }

  static let nodes = [
    Manifest.node("a", labels: "pool: x"),
    Manifest.node("b").replacing(
      ", status:", with: ", spec: {taints: [{key: dedicated, effect: NoSchedule}]}, status:"),
    Manifest.node("c").replacing(
      ", status:",
      with:
        ", spec: {unschedulable: true, taints: [{key: node.kubernetes.io/unschedulable, effect: NoSchedule}]}, status:"
    ),
  ]

  static let cases: [Case] = [
    Case(
      testDescription: "a Deployment becomes its replicas",
      manifest: workload("Deployment", "replicas: 2, "),
      decisions: ["w-manifest-1 a", "w-manifest-2 a"]),
    Case(
      testDescription: "a Deployment without a number becomes one pod",
      manifest: workload("Deployment", ""), decisions: ["w-manifest-1 a"]),
    Case(
      testDescription: "a paused Deployment becomes nothing",
      manifest: workload("Deployment", "paused: true, "), decisions: []),
    Case(
      testDescription: "a Deployment that a controller has seen becomes nothing",
      manifest: workload("Deployment", "", status: ", status: {observedGeneration: 1}"),
      decisions: []),
    Case(
      testDescription: "a StatefulSet becomes numbered pods",
      manifest: workload("StatefulSet", "replicas: 2, ordinals: {start: 3}, "),
      decisions: ["w-3 a", "w-4 a"]),
    Case(
      testDescription: "a DaemonSet runs on cordoned nodes, and not where a taint forbids it",
      manifest: workload("DaemonSet", ""), decisions: ["w-a a", "w-c c"]),
    Case(
      testDescription: "a DaemonSet runs where its node selector allows",
      manifest: workload("DaemonSet", "", pod: ", nodeSelector: {pool: x}"), decisions: ["w-a a"]),
    Case(
      testDescription: "a Job becomes as many pods as run at once",
      manifest: workload("Job", "parallelism: 5, completions: 2, ", version: "batch/v1"),
      decisions: ["w-1 a", "w-2 a"]),
    Case(
      testDescription: "a suspended Job becomes nothing",
      manifest: workload("Job", "suspend: true, ", version: "batch/v1"), decisions: []),
    Case(
      testDescription: "a CronJob becomes its next run",
      manifest: """
        ---
        {apiVersion: batch/v1, kind: CronJob, metadata: {name: w}, spec: {schedule: "* * * * *",
          jobTemplate: {spec: {template: {spec: {containers: [{name: c, image: i}]}}}}}}
        """, decisions: ["w-next-1 a"]),
    Case(
      testDescription: "a Pod without a status is pending",
      manifest: """
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: w}, spec: {containers: [{name: c, image: i}]}}
        """, decisions: ["w a"]),
  ]

  @Test("become the pods that controllers would make", arguments: cases)
  func expansion(_ example: Case) {
    #expect(ExplainedCluster(Self.nodes + [example.manifest]).decisions == example.decisions)
  }

  @Test("a StatefulSet's claims are made and bound to what its class provides")
  func claims() throws {
    let template = """
      volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce],
        resources: {requests: {storage: 1Gi}}}}],
      """
    let storageClass = """
      ---
      {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: late, annotations:
        {storageclass.kubernetes.io/is-default-class: "true"}}, provisioner: p.example.com,
        volumeBindingMode: WaitForFirstConsumer}
      """
    let cluster = ExplainedCluster(
      Self.nodes + [storageClass, Self.workload("StatefulSet", template)])
    let claim = try #require(cluster.expanded.snapshot.persistentVolumeClaims.first)
    #expect(claim.metadata.name == "data-w-0")
    #expect(claim.spec.storageClassName == "late")
    #expect(cluster.decisions == ["w-0 a"])
  }

  /// A limit range's item, a container's resources, and the requests and limits that come of them.
  static let defaults: [(range: String, container: String, requests: String, limits: String)] = [
    ("default: {cpu: 2}", "{}", "cpu 2", "cpu 2"),
    ("default: {cpu: 2}, defaultRequest: {cpu: 1}", "{}", "cpu 1", "cpu 2"),
    ("default: {cpu: 2}, defaultRequest: {cpu: 1}", "{requests: {cpu: 500m}}", "cpu 500m", "cpu 2"),
    ("default: {cpu: 2}, defaultRequest: {cpu: 1}", "{limits: {cpu: 3}}", "cpu 3", "cpu 3"),
    ("max: {memory: 1Gi}", "{}", "memory 1Gi", "memory 1Gi"),
    ("min: {cpu: 100m}", "{}", "cpu 100m", ""),
    ("default: {cpu: 2}", "{limits: {memory: 1Gi}}", "cpu 2, memory 1Gi", "cpu 2, memory 1Gi"),
  ]

  @Test("requests and limits are completed by limit ranges", arguments: defaults)
  func limitRange(
    _ example: (range: String, container: String, requests: String, limits: String)
  ) throws {
    let range = """
      ---
      {apiVersion: v1, kind: LimitRange, metadata: {name: l, namespace: default},
       spec: {limits: [{type: Container, \(example.range)}]}}
      """
    let pod = """
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: w, namespace: default},
       spec: {containers: [{name: c, image: i, resources: \(example.container)}]}}
      """
    let made = try #require(ExplainedCluster([range, pod]).expanded.snapshot.pods.first)
    let resources = made.spec.containers[0].resources
    func text(_ list: ResourceList) -> String {
      list.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
    #expect(text(resources.requests) == example.requests)
    #expect(text(resources.limits) == example.limits)
  }

  @Test("priority, tolerations and overhead come from admission")
  func admission() throws {
    let classes = """
      ---
      {apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: high}, value: 1000,
       preemptionPolicy: Never}
      ---
      {apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: kata}, handler: kata,
       overhead: {podFixed: {cpu: 250m}}, scheduling: {nodeSelector: {kata: "yes"}}}
      """
    let pod = """
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: w, namespace: default}, spec:
        {priorityClassName: high, runtimeClassName: kata, containers: [{name: c, image: i}]}}
      """
    let spec = try #require(ExplainedCluster([classes, pod]).expanded.snapshot.pods.first).spec
    #expect(spec.priority == 1000)
    #expect(spec.preemptionPolicy == "Never")
    #expect(spec.overhead["cpu"]?.description == "250m")
    #expect(spec.nodeSelector == ["kata": "yes"])
    #expect(spec.schedulerName == "default-scheduler")
    #expect(
      spec.tolerations.map { "\($0.key) \($0.effect) \($0.tolerationSeconds ?? 0)" } == [
        "node.kubernetes.io/not-ready NoExecute 300",
        "node.kubernetes.io/unreachable NoExecute 300",
      ])
  }

  static func workload(
    _ kind: String, _ spec: String, pod: String = "", version: String = "apps/v1",
    status: String = ""
  ) -> String {
    """
    ---
    {apiVersion: \(version), kind: \(kind), metadata: {name: w, namespace: default}, spec: {\(spec)
      selector: {matchLabels: {app: w}}, template: {metadata: {labels: {app: w}},
      spec: {containers: [{name: c, image: i}]\(pod)}}}\(status)}
    """
  }
}

import DumpLoading
import Provenance
import Foundation
import KubernetesModel
import Testing
import YAML

@Suite("Manifests that begin in the middle")
struct ManifestFragmentTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var path = "paste.txt"
    var text: String
    /// Each object as `KIND NAMESPACE/NAME`, a pod with its containers and how often they were restarted.
    var shown: [String]
  }

  private static let status = """
    status:
      containerStatuses:
      - image: registry.example.com/web:1
        lastState:
          terminated:
            exitCode: 137
            reason: OOMKilled
        name: app
        ready: false
        restartCount: 7
        state:
          waiting:
            reason: CrashLoopBackOff
      phase: Running
    """

  private static func indented(_ text: String, by count: Int) -> String {
    let blanks = String(repeating: " ", count: count)
    return text.split(separator: "\n").map { blanks + $0 }.joined(separator: "\n")
  }

  static let cases = [
    Case(
      testDescription: "from the namespace on", path: "pod.yaml",
      text: "  namespace: shop\n  name: web-1\nspec:\n  containers:\n  - name: app\n" + status,
      shown: ["Pod shop/web-1 app=7"]),
    Case(
      testDescription: "without the apiVersion alone", path: "pod.yaml",
      text: "kind: Pod\nmetadata:\n  name: web-1\n" + status, shown: ["Pod default/web-1 app=7"]),
    Case(testDescription: "the status alone", text: status, shown: ["Pod default/#1 app=7"]),
    Case(
      testDescription: "the status alone, below a margin", path: "pod.yaml",
      text: indented(status, by: 6), shown: ["Pod default/#1 app=7"]),
    Case(
      testDescription: "the kubelet says in it whose it is",
      text: status.replacing(
        "reason: CrashLoopBackOff",
        with: "message: back-off of pod=web-2_mall(0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f)"),
      shown: ["Pod mall/web-2 app=7"]),
    Case(
      testDescription: "from the middle of a container on, up to the middle of a word",
      text: "      image: a:1\n      name: app\n    nodeName: n1\n  " + "\n"
        + indented(status, by: 2) + "\n    pod",
      shown: ["Pod default/#1 app=7"]),
    Case(
      testDescription: "from the middle of a report on",
      text: """
              exitCode: 1
          name: app
          restartCount: 3
          state:
            running: {}
        - name: side
          restartCount: 0
          state: {running: {}}
        phase: Running
        """, shown: ["Pod default/#1 app=3 side=0"]),
    Case(
      testDescription: "of what only pods have",
      text: "  containers:\n  - image: a:1\n    name: app\n  dnsPolicy: ClusterFirst\n",
      shown: ["Pod default/#1 app"]),
    Case(
      testDescription: "a list, whose other items are whole",
      text: indented(status, by: 2)
        + "\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: api, namespace: shop}\n"
        + "kind: List\nmetadata:\n  resourceVersion: \"\"\n",
      shown: ["Pod default/#1 app=7", "Pod shop/api"]),
    Case(
      testDescription: "of JSON",
      text: """
                    "name": "web-1",
                    "namespace": "shop"
                },
                "status": {
                    "containerStatuses": [
                        {"name": "app", "restartCount": 7, "state": {"running": {}}}
                    ]
                }
            },
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "api", "namespace": "shop"}}
            ],
            "kind": "List"
        }
        """, shown: ["Pod shop/api", "Pod shop/web-1 app=7"]),
    Case(
      testDescription: "of JSON that breaks off, between prose",
      text: """
        This is what I see:

            "containerStatuses": [
                {
                    "name": "app",
                    "restartCount": 7,
                    "state": {"waiting": {"reason": "CrashLoopBackOff"}}
                },
                {
                    "name": "si
        """, shown: ["Pod default/#1 app=7"]),
    Case(
      testDescription: "what jq takes out of a pod",
      text: #"{"containerStatuses":[{"name":"app","restartCount":2,"state":{"running":{}}}]}"#,
      shown: ["Pod default/#1 app=2"]),
    Case(
      testDescription: "of a Deployment",
      text: """
          name: web
          namespace: shop
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          strategy: {type: Recreate}
          template:
            spec:
              containers:
              - {name: app, image: "a:1"}
        """, shown: ["Deployment shop/web"]),
    Case(
      testDescription: "of a node",
      text: """
          name: n1
        status:
          allocatable: {cpu: "2"}
          nodeInfo: {kubeletVersion: v1.34.0}
        """, shown: ["Node /n1"]),
  ]

  @Test("are read as far as they tell", arguments: cases)
  func reads(_ example: Case) {
    let dump = LoadedText(example.text, named: example.path).dump
    let pods = dump.snapshot.pods.map(Self.summary)
    let others =
      dump.snapshot.deployments.map { "Deployment \($0.metadata.namespace)/\($0.metadata.name)" }
      + dump.snapshot.nodes.map { "Node /\($0.metadata.name)" }
    #expect((pods + others).sorted() == example.shown)
    #expect(dump.problems == [])
  }

  private static func summary(_ pod: Pod) -> String {
    let containers = pod.spec.containers.map { container in
      let report = pod.status.containerStatuses.first { $0.name == container.name }
      return " " + container.name + (report.map { "=\($0.restartCount)" } ?? "")
    }
    return "Pod \(pod.metadata.namespace)/\(pod.metadata.name)" + containers.joined()
  }

  @Test("have the places that they have in the text")
  func places() {
    let dump = LoadedText(Self.status, named: "pod.yaml").dump
    let node = dump.snapshot.document(
      of: ObjectReference(kind: "Pod", namespace: "default", name: "#1"))
    #expect(node?["status"]?["containerStatuses"]?[0]?["restartCount"]?.mark.line == 10)
  }

  @Test("of an owner alone are no object")
  func owners() {
    let text = """
          - apiVersion: apps/v1
            blockOwnerDeletion: true
            kind: ReplicaSet
            name: web-1
            uid: abc
          uid: def
        status:
          containerStatuses:
          - name: app
            ready: true
            restartCount: 0
            state:
              running:
                startedAt: "2026-11-22T12:02:35Z"
      """
    let dump = LoadedText(text).dump
    #expect(dump.snapshot.objectCount == 1)
    #expect(dump.problems == [])
    #expect(dump.capturedAt == Timestamp("2026-11-22T12:02:35Z"))
  }

  @Test("claim no more of a pod's readiness than they show")
  func readiness() {
    let ready = LoadedText(Self.status.replacing("ready: false", with: "ready: true")).pods[0]
    #expect(ready.status.conditions.contains { $0.type == "Ready" && $0.status == "True" })
    let silent = LoadedText("nodeName: a\ncontainers:\n- {name: a, image: b}\n").pods[0]
    #expect(silent.status.phase == "")
  }

  static let strangers = [
    ("compose.yaml", "services:\n  web:\n    image: nginx\n    restart: always\n"),
    ("compose.txt", "    image: nginx\n    command: run\n    environment:\n      A: b\n"),
    (
      "values.yaml",
      "replicaCount: 1\ncontainers:\n- {name: a, image: b}\nnodeSelector: {}\ntolerations: []\n"
    ),
    ("values.yaml", "containers:\n- {name: a, image: b}\nnodeSelector: {}\ntolerations: []\n"),
    (
      "ci.yaml",
      "name: ci\non: [push]\njobs:\n  build:\n    container: {image: node}\n    steps: [{run: make}]\n"
    ),
    ("prose.txt", "spec: this is what we want\n\nstatus:\n  the app is down\nname: nobody\n"),
    ("one.txt", "name: web\nimage: nginx\n"),
    ("any.json", #"{"spec":{"containers":[{"name":"a","image":"b"}],"thing":1},"status":{}}"#),
    ("brackets.txt", "}\n]\n}\n},\n"),
  ]

  @Test("are no objects where something else is meant", arguments: strangers)
  func passedOver(path: String, text: String) {
    let snapshot = LoadedText(text, named: path).dump.snapshot
    #expect(snapshot.objectCount == 0)
  }
}

import DumpLoading
import Findings
import Foundation
import KubernetesModel
import Provenance
import TestSupport
import Testing

/// A pod in JSON, with a kind or, as in the lists of some collectors, without.
private func pod(_ name: String, typed: String = #""apiVersion":"v1","kind":"Pod","#) -> String {
  "{\(typed)\"metadata\":{\"name\":\"\(name)\",\"namespace\":\"shop\",\"uid\":\"\(name)-1\"}}"
}

@Suite("Bundle layouts")
struct LayoutTests {
  /// A folder that holds these files.
  private func load(_ files: [String: String]) throws -> LoadedDump {
    try inTemporaryFolder { folder in
      for (path, text) in files {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      return DumpLoader().load([folder.path(percentEncoded: false)])
    }
  }

  struct LogPlace: CustomTestStringConvertible, Sendable {
    var path: String
    /// Namespace, pod and container; nil when nothing is read there.
    var owner: [String]?
    var run = ContainerLog.Run.current
    var testDescription: String { path }
  }

  private static let sos = "sosreport-n1/sos_commands"

  static let logs = [
    LogPlace(
      path: "cluster-resources/pods/logs/shop/web-1/app.log", owner: ["shop", "web-1", "app"]),
    LogPlace(
      path: "cluster-resources/pods/logs/shop/web-1/app-previous.log",
      owner: ["shop", "web-1", "app"], run: .previous),
    LogPlace(path: "cluster-resources/pods/logs/shop/web-1/app-logs-errors.log"),
    LogPlace(
      path: "q/namespaces/shop/pods/web-1/app/app/logs/current.log",
      owner: ["shop", "web-1", "app"]),
    LogPlace(
      path: "q/namespaces/shop/pods/web-1/app/app/logs/previous.insecure.log",
      owner: ["shop", "web-1", "app"], run: .previous),
    LogPlace(path: "q/namespaces/shop/pods/web-1/app/app/logs/rotated/0.log"),
    LogPlace(path: "q/audit_logs/kube-apiserver/audit.log"),
    LogPlace(path: "logs/shop/web-1/app.log.1", owner: ["shop", "web-1", "app"], run: .previous),
    LogPlace(
      path: "node-1/k3s/podlogs/kube-system-coredns-x", owner: ["kube-system", "coredns-x", ""]),
    LogPlace(
      path: "node-1/rke2/podlogs/cattle-logging-system-fluentd-0-previous",
      owner: ["cattle-logging-system", "fluentd-0", ""], run: .previous),
    LogPlace(path: "node-1/collector-output.log"),
    LogPlace(path: "podlogs/shop/web-1/logs/app.txt", owner: ["shop", "web-1", "app"]),
    LogPlace(
      path: sos + "/kubernetes/cluster-info/shop/podlogs/web-1/"
        + "kubectl_--kubeconfig_.etc.kubernetes.admin.conf_--namespace_shop_logs_web-1_-c_app",
      owner: ["shop", "web-1", "app"]),
    LogPlace(
      path: sos + "/openshift/namespaces/shop/pods/podlogs/oc_logs_--namespace_shop_web-1_-p",
      owner: ["shop", "web-1", ""], run: .previous),
    LogPlace(path: sos + "/kubernetes/cluster-info/kubectl_get_--raw_.metrics"),
    LogPlace(path: sos + "/crio/crictl_logs_abc"),
    LogPlace(path: "sosreport-n1/sos_logs/sos.log"),
    LogPlace(path: "ipamd/metrics.log"),
    LogPlace(path: "shop/logs/web-1_app.txt", owner: ["", "web-1", "app"]),
  ]

  @Test("tell whose log it is", arguments: logs)
  func owners(_ place: LogPlace) throws {
    let dump = try load([place.path: "one line\n"])
    let owners = dump.logs.map { [$0.namespace, $0.pod, $0.container] }
    #expect(owners == (place.owner.map { [$0] } ?? []))
    #expect(dump.logs.allSatisfy { $0.run == place.run })
  }

  struct ObjectPlace: CustomTestStringConvertible, Sendable {
    var path: String
    var text: String
    var kinds: [String]
    var testDescription: String { path }

    init(_ path: String, _ text: String, kinds: String...) {
      (self.path, self.text, self.kinds) = (path, text, kinds)
    }
  }

  static let objects = [
    ObjectPlace("cluster-resources/pods/shop.json", "[\(pod("web", typed: ""))]", kinds: "Pod"),
    ObjectPlace(
      "cluster-resources/pods/shop.json", #"{"kind":"PodList","apiVersion":"v1","items":[]}"#,
      kinds: "Pod"),
    ObjectPlace(
      "cluster-resources/pod-disruption-budgets/shop.json", "[]", kinds: "PodDisruptionBudget"),
    ObjectPlace("cluster-resources/storage-classes.json", "[]", kinds: "StorageClass"),
    ObjectPlace(
      "cluster-resources/custom-resources/things.example.com/shop.json",
      #"[{"apiVersion":"example.com/v1","kind":"Thing","metadata":{"name":"a","namespace":"shop"}}]"#,
      kinds: "Thing"),
    ObjectPlace("resources/ns/shop/core_v1_pods.json", "[\(pod("web", typed: ""))]", kinds: "Pod"),
    ObjectPlace("shop/replication-controllers.json", "[]", kinds: "ReplicationController"),
    ObjectPlace("resources/pods/namespaces/shop/web.json", pod("web"), kinds: "Pod"),
    ObjectPlace(
      sos + "/kubernetes/cluster-info/shop/microk8s_kubectl_get_-o_json_--namespace_shop_pvc",
      #"{"apiVersion":"v1","items":[],"kind":"List"}"#, kinds: "PersistentVolumeClaim"),
    ObjectPlace(sos + "/openshift/namespaces/shop/pods/web.yaml", pod("web"), kinds: "Pod"),
    ObjectPlace(
      "yamls/namespaced/shop/v1/pods.yaml",
      """
      apiVersion: v1
      items:
      - apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop}
        status:
          conditions:
          - lastProbeTime: "null"
            status: "False"
            type: Ready
      kind: List
      """, kinds: "Pod"),
  ]

  @Test("tell which objects it holds", arguments: objects)
  func kinds(_ place: ObjectPlace) throws {
    let dump = try load([place.path: place.text])
    #expect(dump.snapshot.kindsSeen == place.kinds)
    #expect(dump.problems == [])
  }

  @Test("tell what the API server refused to the collector")
  func refusals() throws {
    let refusal = """
      {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","code":403,
      "message":"nodes is forbidden","reason":"Forbidden","details":{"kind":"nodes"}}
      """
    let dump = try load(["nodes.json": refusal, "pod.json": pod("api")])
    #expect(dump.failures.map(\.kind) == ["Node"])
    #expect(dump.failures.map(\.says) == ["nodes is forbidden"])
    #expect(dump.problems == [])
  }

  @Test("tell the namespace of what was printed for people")
  func namespaces() throws {
    let dump = try load([
      "sosreport-n1/sos_commands/openshift/namespaces/mall/pods/oc_get_--namespace_mall_pods":
        "NAME    READY   STATUS    RESTARTS   AGE\nweb-1   1/1     Running   0          5m\n",
      "pod.json": pod("api"),
    ])
    #expect(Set(dump.snapshot.pods.map(\.metadata.namespace)) == ["mall", "shop"])
    #expect(dump.problems == [])
  }

  @Test(
    "know what is no manifest",
    arguments: [
      ("analysis.json", #"[{"name":"a","severity":"warn","insight":{}}]"#),
      ("version.yaml", "apiVersion: troubleshoot.sh/v1beta2\nkind: SupportBundle\nspec: {}\n"),
      ("cluster-info/cluster_version.json", #"{"info":{"major":"1"},"string":"v1.31.0"}"#),
      ("cluster-resources/image-pull-secrets/shop.json", #"[{"registry":"r","username":"u"}]"#),
      ("cluster-resources/auth-cani-list/shop.json", #"{"resourceRules":[]}"#),
      ("host-collectors/system/cpu.json", #"{"logicalCount":8}"#),
      ("monitoring/prometheus/rules.json", #"{"status":"success","data":{"groups":[]}}"#),
      ("resources/pods/v1-preferredversion/namespaces/shop/web.json", pod("web")),
      (
        "servergroups.json",
        #"{"kind":"APIGroupList","apiVersion":"v1","groups":[{"name":"apps"}]}"#
      ),
      ("backup_describe_b.txt", "Name: b\nNamespace: velero\nPhase:  Completed\n"),
      ("kubelet/kubeconfig.yaml", "apiVersion: v1\nkind: Config\nusers: []\n"),
      ("ipamd/pods.json", #"{"AssignedIPs":1}"#), ("ipamd/eni-configs.json", ""),
      ("sosreport-n1/etc/kubernetes/manifests/api.yaml", pod("api-server")),
      ("sosreport-n1/sos_commands/kubernetes/kubectl_config_view", "kind: Config\nusers: []\n"),
      ("event-filter.html", "<html>"), ("metadata.yaml", "projectName: harvester\n"),
    ])
  func passedOver(path: String, text: String) throws {
    let dump = try load([path: text, "pod.json": pod("api")])
    #expect(dump.snapshot.pods.map(\.metadata.name) == ["api"])
    #expect(dump.problems == [])
    #expect(dump.passedOver.count == 1)
  }

  @Test("tell what the collector could not read")
  func failures() throws {
    let dump = try load([
      "cluster-resources/pods-errors.json": #"{"shop": "pods is forbidden"}"#,
      "cluster-resources/nodes-errors.json": #"["nodes is forbidden"]"#,
    ])
    #expect(dump.failures.map(\.kind) == ["Node", "Pod"])
    #expect(dump.failures.map(\.namespace) == ["", "shop"])
    #expect(dump.failures.map(\.says) == ["nodes is forbidden", "pods is forbidden"])
  }

  @Test("of cluster-info dump may be one stream")
  func stream() throws {
    let text = """
      {
          "kind": "PodList", "apiVersion": "v1",
          "items": [\(pod("web", typed: ""))]
      }
      ==== START logs for container app of pod shop/web ====
      {"level": "error", "msg": "broken
      ==== END logs for container app of pod shop/web ====
      {"kind": "NodeList", "apiVersion": "v1", "items": [{"metadata": {"name": 7}}]}
      """
    let dump = try load(["dump.json": text])
    #expect(dump.snapshot.pods.map(\.metadata.name) == ["web"])
    #expect(dump.logs.map(\.pod) == ["web"])
    #expect(dump.problems.map(\.place.line).first == 8)
  }
}

import DumpLoading
import KubernetesModel
import Testing

@Suite("Tables of other programs")
struct OtherTableTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    /// Each pod as `NAMESPACE/NAME`, with each container's restarts and how it ended.
    var pods: [String]
  }

  static let cases = [
    Case(
      testDescription: "crictl, the newest attempt of each container",
      text: """
        $ sudo crictl ps -a
        CONTAINER       IMAGE           CREATED         STATE     NAME      ATTEMPT   POD ID          POD      NAMESPACE
        b1a5b0b4f4a11   6f1d07c71fa0f   3 minutes ago   Exited    app       7         2b5e0a7d9f6b3   web-1    shop
        b1a5b0b4f4a12   6f1d07c71fa0f   9 minutes ago   Exited    app       6         2b5e0a7d9f6b3   web-1    shop
        b1a5b0b4f4a13   6f1d07c71fa0f   2 hours ago     Exited    migrate   0         2b5e0a7d9f6b3   web-1    shop
        c2c5b0b4f4a22   a80c8fd6e5229   2 hours ago     Running   dns       1         9d5e0a7d9f6b4   dns-x    kube-system
        c2c5b0b4f4a23   a80c8fd6e5229   3 hours ago     Exited    dns       0         9d5e0a7d9f6b4   dns-x    kube-system
        """, pods: ["shop/web-1 app=7:-1"]),
    Case(
      testDescription: "docker, which shows exit codes",
      text: """
        CONTAINER ID   IMAGE     COMMAND    CREATED         STATUS                       PORTS     NAMES
        4c01db0b339c   nginx     "/entry"   3 minutes ago   Exited (137) 2 minutes ago             k8s_app_web-1_shop_0a-1_2
        4c01db0b339d   nginx     "/init"    3 minutes ago   Exited (0) 2 minutes ago               k8s_init_web-1_shop_0a-1_0
        5c01db0b339c   pause     "/pause"   3 minutes ago   Up 3 minutes                           k8s_POD_web-1_shop_0a-1_0
        6c01db0b339c   redis     "redis"    3 minutes ago   Exited (1) 3 minutes ago               my_redis
        """, pods: ["shop/web-1 app=2:137"]),
    Case(
      testDescription: "crictl pods, which say nothing of containers",
      text: """
        POD ID          CREATED       STATE      NAME    NAMESPACE   ATTEMPT   RUNTIME
        2b5e0a7d9f6b3   2 hours ago   NotReady   web-1   shop        0         (default)
        """, pods: []),
    Case(
      testDescription: "k9s without its frame",
      text: """
         NAMESPACE↑  NAME   PF  READY  STATUS            RESTARTS  CPU  MEM  %CPU/R  %MEM/L  IP        NODE  AGE
         shop        web-1  ●   0/1    CrashLoopBackOff  7         0    0    n/a     98      10.1.2.3  n1    20m
        """, pods: ["shop/web-1 #1=7:-1"]),
    Case(
      testDescription: "Lens",
      text: "Name\tNamespace\tCPU\tMemory\tRestarts\tControlled By\tNode\tQoS\tAge\tStatus\n"
        + "web-1\tshop\tN/A\tN/A\t7\tReplicaSet\tn1\tBurstable\t20m\tCrashLoopBackOff\n",
      pods: ["shop/web-1"]),
  ]

  @Test("show the pods that they show to be in trouble", arguments: cases)
  func pods(_ example: Case) {
    let dump = LoadedText(example.text).dump
    #expect(dump.snapshot.pods.map(Self.summary) == example.pods)
    #expect(!dump.snapshot.kindsSeen.contains("Pod") || !example.text.contains("CONTAINER"))
  }

  private static func summary(_ pod: Pod) -> String {
    let containers = pod.status.containerStatuses.map { report in
      let end = report.state.terminated ?? report.lastState.terminated
      return " \(report.name)=\(report.restartCount)" + (end.map { ":\($0.exitCode)" } ?? "")
    }
    return "\(pod.metadata.namespace)/\(pod.metadata.name)" + containers.joined()
  }

  @Test(
    "of kinds that a description shows too little of are no damage",
    arguments: [
      """
      Name:         allow-dns
      Namespace:    shop
      Created on:   2026-11-20 10:00:00 +0000 UTC
      Labels:       <none>
      Spec:
        PodSelector:     <none> (Allowing the specific traffic to all pods in this namespace)
        Policy Types: Egress
      """,
      """
      Name:         web-abcde
      Namespace:    shop
      Labels:       kubernetes.io/service-name=web
      AddressType:  IPv4
      Endpoints:
        - Addresses:  10.1.2.3
          Conditions:
            Ready:    false
      Events:         <none>
      """,
      """
      Name:             web
      Namespace:        shop
      Address:          10.0.0.5
      Ingress Class:    nginx
      Default backend:  <default>
      Rules:
        Host             Path  Backends
        ----             ----  --------
        web.example.com
                         /   web:80 (10.1.1.4:8080)
      Events:            <none>
      """,
    ])
  func descriptions(text: String) {
    let snapshot = LoadedText(text + "\n\n\nName: web-1\nNamespace: shop\nQoS Class: Burstable\n")
      .dump
    #expect(snapshot.snapshot.objectCount == 1)
    #expect(snapshot.problems == [])
  }
}

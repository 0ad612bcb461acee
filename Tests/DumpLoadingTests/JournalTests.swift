import DumpLoading
import KubernetesModel
import Testing

@Suite("Journals of nodes")
struct JournalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var journal: String
    /// `SUBJECT REASON MESSAGE` of each event.
    var events: [String]
  }

  static let uid = "0a1b2c3d-1111-2222-3333-444455556666"

  static let cases = [
    Case(
      testDescription: "a container whose image cannot be pulled",
      journal: #"""
        E0812 06:42:07.123456    1234 pod_workers.go:1298] "Error syncing pod, skipping" err="failed to \"StartContainer\" for \"app\" with ErrImagePull: \"rpc error: code = NotFound desc = failed to resolve reference \\\"docker.io/library/nginx:1.99\\\": docker.io/library/nginx:1.99: not found\"" pod="shop/web-1" podUID="0a1b2c3d-1111-2222-3333-444455556666"
        """#,
      events: [
        #"shop/web-1/app Failed Failed to pull image: rpc error: code = NotFound desc = failed to resolve reference "docker.io/library/nginx:1.99": docker.io/library/nginx:1.99: not found"#
      ]),
    Case(
      testDescription: "several failures in one line",
      journal: #"""
        Aug 12 06:42:07 node-1 kubelet[99]: E0812 06:42:07.123456 99 pod_workers.go:1298] "Error syncing pod, skipping" err="[failed to \"StartContainer\" for \"app\" with CrashLoopBackOff: \"back-off 5m0s restarting failed container=app pod=web-1_shop(0a1b2c3d-1111-2222-3333-444455556666)\", failed to \"StartContainer\" for \"proxy\" with CreateContainerConfigError: \"secret \\\"db\\\" not found\"]" pod="shop/web-1" podUID="0a1b2c3d-1111-2222-3333-444455556666"
        """#,
      events: [
        "shop/web-1/app BackOff back-off 5m0s restarting failed container=app pod=web-1_shop(\(uid))",
        #"shop/web-1/proxy Failed Error: secret "db" not found"#,
      ]),
    Case(
      testDescription: "a sandbox that cannot be made",
      journal: #"""
        E0812 06:42:07.1 1 pod_workers.go:951] "Error syncing pod, skipping" err="failed to \"CreatePodSandbox\" for \"web-1_shop(0a1b2c3d-1111-2222-3333-444455556666)\" with CreatePodSandboxError: \"Failed to create sandbox for pod \\\"web-1_shop(0a1b2c3d-1111-2222-3333-444455556666)\\\": rpc error: plugin type=\\\"calico\\\" failed (add)\"" pod="shop/web-1"
        """#,
      events: [
        #"shop/web-1 FailedCreatePodSandBox Failed to create pod sandbox: Failed to create sandbox for pod "web-1_shop(\#(uid))": rpc error: plugin type="calico" failed (add)"#
      ]),
    Case(
      testDescription: "a volume that cannot be mounted, known by the pod's id",
      journal: #"""
        E0812 06:42:07.123456 1 nestedpendingoperations.go:348] Operation for "{volumeName:kubernetes.io/configmap/0a1b2c3d-1111-2222-3333-444455556666-cfg podName:0a1b2c3d-1111-2222-3333-444455556666 nodeName:}" failed. No retries permitted until 2026-08-12 06:42:39 +0000 UTC (durationBeforeRetry 32s). Error: MountVolume.SetUp failed for volume "cfg" (UniqueName: "kubernetes.io/configmap/0a1b2c3d-1111-2222-3333-444455556666-cfg") pod "web-1" (UID: "0a1b2c3d-1111-2222-3333-444455556666") : configmap "settings" not found
        """#,
      events: [
        #"//0a1b2c3d-1111-2222-3333-444455556666 FailedMount MountVolume.SetUp failed for volume "cfg" : configmap "settings" not found"#
      ]),
    Case(
      testDescription: "a failed probe, which is logged as information",
      journal: #"""
        I0812 06:42:07.123456 1 prober.go:107] "Probe failed" probeType="Readiness" pod="shop/web-1" podUID="0a1b2c3d-1111-2222-3333-444455556666" containerName="app" probeResult="failure" output="HTTP probe failed with statuscode: 404"
        """#,
      events: [
        "shop/web-1/app Unhealthy Readiness probe failed: HTTP probe failed with statuscode: 404"
      ]),
    Case(
      testDescription: "a value of several lines",
      journal: """
        I0812 06:42:07.123456 1 prober.go:107] "Probe failed" probeType="Liveness" pod="shop/web-1" containerName="app" probeResult="failure" output=<
        \tcat: can't open '/tmp/healthy'
        \tgone
         >
        E0812 06:42:08.123456 1 kubelet.go:2911] "Container runtime network not ready" networkReady="NetworkReady=false"
        """,
      events: [
        "shop/web-1/app Unhealthy Liveness probe failed: cat: can't open '/tmp/healthy'\ngone"
      ]),
    Case(
      testDescription: "a container that fails to start, without the variables in its spec",
      journal: #"""
        Aug 12 06:42:07 node-1 kubelet[99]: E0812 06:42:07.123456 99 kuberuntime_manager.go:1341] "Unhandled Error" err="container &Container{Name:app,Image:web:1,Env:[]EnvVar{EnvVar{Name:DB_PASSWORD,Value:hunter2,},},} start failed in pod web-1_shop(0a1b2c3d-1111-2222-3333-444455556666): CreateContainerConfigError: secret \"db\" not found" logger="UnhandledError"
        """#,
      events: [#"shop/web-1/app Failed Error: secret "db" not found"#]),
    Case(
      testDescription: "words about the node",
      journal: #"""
        Aug 12 06:42:07 node-1 kubelet[99]: E0812 06:42:07.123456 99 kubelet.go:2911] "Container runtime network not ready" networkReady="NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized"
        Aug 12 06:42:08 node-1 kubelet[99]: I0812 06:42:08.123456 99 eviction_manager.go:369] "Eviction manager: attempting to reclaim" resourceName="ephemeral-storage"
        Aug 12 06:42:09 node-1 systemd[1]: Started Session 3 of User root.
        """#,
      events: [
        "node-1 EvictionThresholdMet Attempting to reclaim ephemeral-storage",
        "node-1 NetworkNotReady Container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized",
      ]),
    Case(
      testDescription: "a sandbox that containerd cannot make",
      journal: #"""
        Aug 12 06:42:07 node-1 containerd[2699]: time="2026-08-12T06:42:07.775569203Z" level=info msg="RunPodSandbox for &PodSandboxMetadata{Name:web-1,Uid:0a1b2c3d-1111-2222-3333-444455556666,Namespace:shop,Attempt:0,}"
        Aug 12 06:42:09 node-1 containerd[2699]: time="2026-08-12T06:42:09.775569203Z" level=error msg="RunPodSandbox for &PodSandboxMetadata{Name:web-1,Uid:0a1b2c3d-1111-2222-3333-444455556666,Namespace:shop,Attempt:0,} failed, error" error="failed to setup network for sandbox \"97\": plugin type=\"flannel\" failed (add): loadFlannelSubnetEnv failed: open /run/flannel/subnet.env: no such file or directory"
        """#,
      events: [
        #"shop/web-1 FailedCreatePodSandBox Failed to create pod sandbox: failed to setup network for sandbox "97": plugin type="flannel" failed (add): loadFlannelSubnetEnv failed: open /run/flannel/subnet.env: no such file or directory"#
      ]),
    Case(
      testDescription: "a process that the kernel killed for its memory",
      journal: """
        Aug 12 06:42:07 node-1 kernel: [12345.678] java invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0, oom_score_adj=986
        Aug 12 06:42:07 node-1 kernel: [12345.679] oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=cri-containerd-0f32.scope,mems_allowed=0,oom_memcg=/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod0a1b2c3d_1111_2222_3333_444455556666.slice,task_memcg=/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod0a1b2c3d_1111_2222_3333_444455556666.slice/cri-containerd-0f32.scope,task=java,pid=39079,uid=107
        Aug 12 06:42:07 node-1 kernel: [12345.680] Memory cgroup out of memory: Killed process 39079 (java) total-vm:4457263kB, anon-rss:4201766kB
        Aug 12 06:43:07 node-1 kernel: [12405.680] Out of memory: Killed process 4 (python3) total-vm:9kB, anon-rss:8kB
        """,
      events: [
        "//\(uid) OOMKilling Memory cgroup out of memory: Killed process 39079 (java) total-vm:4457263kB, anon-rss:4201766kB",
        "node-1 SystemOOM System OOM encountered, victim process: python3, pid: 4",
      ]),
    Case(
      testDescription: "what CRI-O cannot make, by the request under which it says so",
      journal: #"""
        Aug 12 06:42:06 node-1 crio[77]: time="2026-08-12T06:42:06.1Z" level=info msg="Creating container: shop/web-1/app" id=0f9a name=/runtime.v1.RuntimeService/CreateContainer
        Aug 12 06:42:06 node-1 crio[77]: time="2026-08-12T06:42:06.2Z" level=warning msg="Allowed annotations are specified for workload []" id=0f9a
        Aug 12 06:42:07 node-1 crio[77]: time="2026-08-12T06:42:07.1Z" level=error msg="Container creation error: time=\"2026-08-12T06:42:07Z\" level=error msg=\"exec: \\\"/bin/bash\\\": permission denied\"" id=0f9a
        Aug 12 06:42:08 node-1 crio[77]: time="2026-08-12T06:42:08.1Z" level=error msg="Container creation error: of another request" id=0f9b
        """#,
      events: [
        "node-1 RuntimeError Allowed annotations are specified for workload []",
        "node-1 RuntimeError Container creation error: of another request",
        #"shop/web-1/app Failed Error: Container creation error: time="2026-08-12T06:42:07Z" level=error msg="exec: \"/bin/bash\": permission denied""#,
      ]),
    Case(
      testDescription: "OpenShift's kubelet",
      journal: #"""
        Aug 12 06:42:07 node-1 kubenswrapper[99]: E0812 06:42:07.123456 99 pod_workers.go:1298] "Error syncing pod, skipping" err="failed to \"StartContainer\" for \"app\" with CreateContainerConfigError: \"secret \\\"db\\\" not found\"" pod="shop/web-1"
        """#,
      events: [#"shop/web-1/app Failed Error: secret "db" not found"#]),
    Case(
      testDescription: "lines that only inform",
      journal: #"""
        I0812 06:42:07.123456 1 kubelet.go:2407] "SyncLoop ADD" source="api" pods=["shop/web-1"]
        I0812 06:42:07.123456 1 scope.go:117] "RemoveContainer" containerID="2a937da9"
        """#,
      events: []),
  ]

  @Test("are read as events about the pod or node they name", arguments: cases)
  func events(_ example: Case) {
    #expect(Self.events(in: example.journal).map(\.line).sorted() == example.events.sorted())
  }

  static let pulled =
    #"99 pod_workers.go:1298] "Error syncing pod, skipping" err="x" pod="shop/web-1""#

  static let forms: [(String, String)] = [
    ("E0812 06:42:07.123456 \(pulled)", ""),
    ("Aug 12 06:42:07 n kubelet[99]: E0812 06:42:07.1 \(pulled)", "n"),
    ("Aug 12 06:42:07.123456 n kubelet[99]: E0812 06:42:07.1 \(pulled)", "n"),
    ("2026-08-12T06:42:07+0000 n kubelet[99]: E0812 08:42:07.1 \(pulled)", "n"),
    ("2026-08-12T08:42:07+0200 n kubelet[99]: E0812 08:42:07.1 \(pulled)", "n"),
    ("2026-08-12T06:42:07.123456+00:00 n kubelet[99]: E0812 08:42:07.1 \(pulled)", "n"),
    ("Wed 2026-08-12 06:42:07 UTC n kubelet[99]: E0812 06:42:07.1 \(pulled)", "n"),
    ("1786516927.123456 n kubelet[99]: E0812 06:42:07.1 \(pulled)", "n"),
    ("Aug 12 06:42:07 n k3s[99]: E0812 06:42:07.1 \(pulled)", "n"),
    (
      #"{"_HOSTNAME":"n","SYSLOG_IDENTIFIER":"kubelet","__REALTIME_TIMESTAMP":"1786516927000000","MESSAGE":"E0812 06:42:07.1 \#(pulled.replacing("\"", with: "\\\""))"}"#,
      "n"
    ),
  ]

  @Test("have many forms, and times without a year", arguments: forms)
  func readForms(_ line: String, _ host: String) throws {
    let event = try #require(Self.events(in: line).first?.event)
    #expect(event.source.host == host)
    #expect(event.lastTimestamp?.description == "2026-08-12T06:42:07Z")
    #expect(event.type == "Warning")
  }

  @Test("are told by what they hold where their names do not")
  func told() {
    let line = "E0812 06:42:07.123456 \(Self.pulled)"
    #expect(Self.events(in: line, file: "node-a.log").count == 1)
    #expect(Self.events(in: "a log of something else\n", file: "node-a.log").isEmpty)
    #expect(Self.events(in: line, file: "journald/whatever").count == 1)
  }

  @Test("count what they say over and over, and keep within bounds")
  func counts() throws {
    let lines = (0..<50).map { number in
      "E0812 06:42:\(10 + number).123456 \(Self.pulled.replacing("\"x\"", with: "\"x \(number % 25)\""))"
    }
    let events = Self.events(in: lines.joined(separator: "\n")).map(\.event)
    #expect(events.count == 12)
    #expect(events.map { Int($0.count) }.reduce(0, +) == 50)
  }

  @Test("say nothing about which objects the dump holds and when it was taken")
  func completeness() {
    let file = MemoryFile(
      path: "kubelet.log", bytes: Array("E1231 06:42:07.123456 \(Self.pulled)".utf8))
    let pod = MemoryFile(path: "pod.yaml", bytes: Array(Self.pod.utf8))
    let snapshot = DumpLoader().load(objects: [pod], logs: [file]).snapshot
    #expect(snapshot.events.count == 1)
    #expect(!snapshot.holds(kind: "Event"))
    #expect(snapshot.newestTimestamp?.description == "2026-08-12T07:00:00Z")
    #expect(snapshot.events.first?.lastTimestamp?.description == "2025-12-31T06:42:07Z")
  }

  private static let pod = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web-1, namespace: shop, creationTimestamp: 2026-08-12T07:00:00Z}

    """

  private static func events(
    in journal: String, file: String = "kubelet.log"
  ) -> [(line: String, event: Event)] {
    let journal = MemoryFile(path: file, bytes: Array(journal.utf8))
    let pod = MemoryFile(path: "pod.yaml", bytes: Array(pod.utf8))
    return DumpLoader().load(objects: [pod], logs: [journal]).snapshot.events.map { event in
      let about = event.involvedObject
      let name = about.name.isEmpty ? "//\(about.uid)" : about.name
      let space = about.namespace.isEmpty ? "" : "\(about.namespace)/"
      let field = about.fieldPath.split { "{}".contains($0) }.dropFirst().first.map { "/\($0)" }
      return ("\(space)\(name)\(field ?? "") \(event.reason) \(event.message)", event)
    }
  }
}

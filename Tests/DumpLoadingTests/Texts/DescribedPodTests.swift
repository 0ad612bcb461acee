import DumpLoading
import KubernetesModel
import Provenance
import Testing

@Suite("Descriptions of pods")
struct DescribedPodTests {
  private func pod(_ fields: String) throws -> Pod {
    try #require(
      LoadedText("Name:  web\nNamespace:  shop\n\(fields)\nQoS Class:  BestEffort\n").pods.first)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var reads: @Sendable (Pod) -> Bool
  }

  static let cases: [Case] = [
    Case(
      testDescription: "a message of several lines, some of them indented, keeps what follows it",
      text: """
        Containers:
          app:
            Image:  busybox
            State:          Terminated
              Reason:       Error
              Message:      Traceback (most recent call last):
          File "/app.py", line 1, in <module>
        ValueError: no such thing

              Exit Code:    3
              Started:      Sun, 22 Nov 2026 12:02:35 +0000
              Finished:     Sun, 22 Nov 2026 12:02:36 +0000
            Ready:          False
            Restart Count:  2
        """,
      reads: { pod in
        let ended = pod.status.containerStatuses.first?.state.terminated
        return ended?.exitCode == 3 && ended?.message.contains("ValueError: no such thing") == true
          && pod.status.containerStatuses.first?.restartCount == 2
      }),
    Case(
      testDescription: "a script of several lines is one argument of its shell",
      text: """
        Containers:
          app:
            Image:  busybox
            Command:
              /bin/sh
              -ec
              if true; then
                echo State: Running
              fi
        """,
      reads: {
        $0.spec.containers.first?.command
          == ["/bin/sh", "-ec", "if true; then\n  echo State: Running\nfi"]
      }),
    Case(
      testDescription: "words of other commands stay words",
      text: "Containers:\n  app:\n    Image:  redis\n    Args:\n      --save\n      60",
      reads: { $0.spec.containers.first?.args == ["--save", "60"] }),
    Case(
      testDescription: "variables show where their values come from",
      text: """
        Containers:
          app:
            Environment Variables from:
              settings  ConfigMap with prefix 'S_'  Optional: true
              tokens    Secret  Optional: false
            Environment:
              MODE:      fast
              PASSWORD:  <set to the key 'password' in secret 'db'>       Optional: false
              LEVEL:     <set to the key 'level' of config map 'logging'>  Optional: true
              POD_IP:     (v1:status.podIP)
              CPUS:      node allocatable (limits.cpu)
              TEXT:      one
                         two
        """,
      reads: { pod in
        let container = pod.spec.containers.first
        let variables = container?.env ?? []
        return variables.map(\.name) == ["MODE", "PASSWORD", "LEVEL", "POD_IP", "CPUS", "TEXT"]
          && variables[0].value == "fast" && variables[5].value == "one\ntwo"
          && variables[1].valueFrom?.secretKeyRef?.name == "db"
          && variables[2].valueFrom?.configMapKeyRef?.optional == true
          && variables[3].valueFrom?.fieldRef?.fieldPath == "status.podIP"
          && variables[4].valueFrom?.resourceFieldRef?.resource == "limits.cpu"
          && container?.envFrom.first?.prefix == "S_"
          && container?.envFrom.last?.secretRef?.name == "tokens"
      }),
    Case(
      testDescription: "probes of old and new kubectl are the same",
      text: """
        Containers:
          old:
            Liveness:   http-get https://:8443/healthz delay=5s timeout=1s period=10s #success=1 #failure=3
          new:
            Liveness:   http-get https://:8443/healthz delay=5s timeout=1s period=10s successThreshold=1 failureThreshold=3
        """,
      reads: { pod in
        let probes = pod.spec.containers.map(\.livenessProbe)
        return probes.count == 2 && probes[0] == probes[1] && probes[0]?.httpGet?.port == .int(8443)
          && probes[0]?.httpGet?.path == "/healthz" && probes[0]?.failureThreshold == 3
          && probes[0]?.initialDelaySeconds == 5
      }),
    Case(
      testDescription: "probes of every kind are read",
      text: """
        Containers:
          app:
            Liveness:   exec [sh -c test -f /ready || exit 1] delay=0s timeout=1s period=10s #success=1 #failure=3
            Readiness:  tcp-socket :db delay=0s timeout=1s period=10s #success=1 #failure=3
            Startup:    grpc <pod>:9090 health delay=0s timeout=1s period=10s #success=1 #failure=3
        """,
      reads: { pod in
        let container = pod.spec.containers.first
        return container?.livenessProbe?.exec?.command == ["sh", "-c", "test -f /ready || exit 1"]
          && container?.readinessProbe?.tcpSocket?.port == .string("db")
          && container?.startupProbe?.grpc?.port == 9090
          && container?.startupProbe?.grpc?.service == "health"
      }),
    Case(
      testDescription: "an init container that runs beside the others is a sidecar",
      text: """
        Init Containers:
          proxy:
            State:  Running
            Ready:  True
          wait:
            State:  Terminated
              Exit Code:  0
            Ready:  True
        Containers:
          app:
            State:  Running
            Ready:  True
        """,
      reads: { $0.spec.initContainers.map(\.restartPolicy) == ["Always", nil] }),
    Case(
      testDescription: "a job's pod does not restart always",
      text:
        "Controlled By:  Job/migrate\nContainers:\n  app:\n    State:  Running\n    Restart Count:  1",
      reads: { $0.spec.restartPolicy == "OnFailure" }),
    Case(
      testDescription: "tolerations of every form are read",
      text: """
        Tolerations:  op=Exists
                      dedicated=gpu:NoSchedule
                      node.kubernetes.io/not-ready:NoExecute op=Exists for 300s
                      spot op=Exists
        """,
      reads: { pod in
        let all = pod.spec.tolerations
        return all.map(\.key) == ["", "dedicated", "node.kubernetes.io/not-ready", "spot"]
          && all.map(\.operator) == ["Exists", "Equal", "Exists", "Exists"] && all[1].value == "gpu"
          && all[2].tolerationSeconds == 300 && all[2].effect == "NoExecute"
      }),
    Case(
      testDescription: "spread constraints are read with their selectors",
      text: "Topology Spread Constraints:  zone:DoNotSchedule when max skew 2 is exceeded "
        + "for selector app=web,tier in (a,b),!old",
      reads: { pod in
        let spread = pod.spec.topologySpreadConstraints.first
        return spread?.topologyKey == "zone" && spread?.whenUnsatisfiable == "DoNotSchedule"
          && spread?.maxSkew == 2 && spread?.labelSelector?.matchLabels["app"] == "web"
          && spread?.labelSelector?.matchExpressions.map(\.operator) == ["In", "DoesNotExist"]
          && spread?.labelSelector?.matchExpressions.first?.values == ["a", "b"]
      }),
    Case(
      testDescription: "volumes are read with their sources",
      text: """
        Volumes:
          data:
            Type:       PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)
            ClaimName:  data-web-0
            ReadOnly:   false
          config:
            Type:      ConfigMap (a volume populated by a ConfigMap)
            Name:      settings
            Optional:  true
          api:
            Type:                    Projected (a volume that contains injected data from multiple sources)
            TokenExpirationSeconds:  3607
            ConfigMapName:           kube-root-ca.crt
            ConfigMapOptional:       <nil>
            DownwardAPI:             true
          host:
            Type:          HostPath (bare host directory volume)
            Path:          /var/run
            HostPathType:  Directory
        """,
      reads: { pod in
        let volumes = pod.spec.volumes
        return volumes.map(\.name) == ["data", "config", "api", "host"]
          && volumes[0].persistentVolumeClaim?.claimName == "data-web-0"
          && volumes[1].configMap?.optional == true
          && volumes[2].projected?.sources.count == 3
          && volumes[3].hostPath?.type == "Directory"
      }),
    Case(
      testDescription: "names that contain colons and numbers of ports on the host are read",
      text: "Containers:\n  app:\n    Ports:       80/TCP (http), 53/UDP (dns)\n"
        + "    Host Ports:  8080/TCP (http), 0/UDP (dns)",
      reads: { pod in
        let ports = pod.spec.containers.first?.ports ?? []
        return ports.map(\.containerPort) == [80, 53] && ports.map(\.hostPort) == [8080, 0]
          && ports.map(\.name) == ["http", "dns"] && ports.map(\.protocol) == ["TCP", "UDP"]
      }),
  ]

  @Test("are read field by field", arguments: cases)
  func fields(_ example: Case) throws {
    let pod = try pod(example.text)
    #expect(example.reads(pod), "\(pod)")
  }

  @Test("tell since when a pod is being deleted, counted from the present")
  func deletion() throws {
    let text = """
      Name:                      web
      Namespace:                 shop
      Node:                      worker/10.0.0.1
      Status:                    Terminating (lasts 5m)
      Termination Grace Period:  30s
      Containers:
        app:
          State:  Running
      """
    let pod = try #require(LoadedText(text, now: "2026-01-01T12:00:00Z").pods.first)
    #expect(pod.metadata.deletionTimestamp?.description == "2026-01-01T11:55:00Z")
    #expect(pod.metadata.deletionGracePeriodSeconds == 30)
    #expect(pod.status.phase == "Running")
    #expect(pod.spec.nodeName == "worker")
  }

  @Test("tell a deadline that is still ahead from when the containers were told to stop")
  func deadlineAhead() throws {
    let text = """
      Name:                      web
      Namespace:                 shop
      Node:                      worker/10.0.0.1
      Status:                    Terminating (lasts <invalid>)
      Termination Grace Period:  600s
      Containers:
        app:
          State:  Running
      Events:
        Type    Reason   Age   From     Message
        ----    ------   ----  ----     -------
        Normal  Killing  60s   kubelet  Stopping container app
      """
    let pod = try #require(LoadedText(text, now: "2026-01-01T12:00:00Z").pods.first)
    #expect(pod.metadata.deletionTimestamp?.description == "2026-01-01T12:09:00Z")
  }

  @Test("are known to be partial, and manifests win over them")
  func partial() throws {
    let text = "Name:  web\nNamespace:  shop\nNode:  a/1.1.1.1\nQoS Class:  BestEffort\n"
    let manifest = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec: {nodeName: b}
      """
    let alone = LoadedText(text)
    let pod = try #require(alone.pods.first)
    let reference = ObjectReference(kind: "Pod", namespace: "shop", name: "web")
    #expect(alone.dump.snapshot.isPartial(reference))
    #expect(!alone.dump.snapshot.holds(kind: "Pod"))
    #expect(pod.spec.nodeName == "a")
    let both = LoadedText([("a.txt", text), ("b.yaml", manifest)])
    #expect(both.pods.map(\.spec.nodeName) == ["b"])
    #expect(!both.dump.snapshot.isPartial(reference))
    #expect(both.dump.problems.isEmpty)
  }
}

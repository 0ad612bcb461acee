import TestSupport
import Testing

@Suite("Diagnosis from texts of kubectl")
struct TextDiagnosisTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    /// `CAUSE: SAYS` of every root cause, remarks too, in their order.
    var causes: [String]
    var confidence: ClosedRange<Double> = 0...1
  }

  private static let eventsHead = "NAMESPACE  LAST SEEN  TYPE  REASON  OBJECT  MESSAGE\n"
  private static func mount(_ says: String) -> String {
    "shop  20s  Warning  FailedMount  pod/web  MountVolume.SetUp failed for volume \"v\" : \(says)\n"
  }

  static let cases = [
    Case(
      testDescription: "a key of a Secret that a volume picks, known by an event alone",
      text: eventsHead + mount("references non-existent secret key: tls.crt"),
      causes: [
        "secret-volume-key-missing: pod web waits for its volumes: the Secret of volume v has no key tls.crt"
      ]),
    Case(
      testDescription: "a key of a ConfigMap that a volume picks, known by an event alone",
      text: eventsHead + mount("configmap references non-existent config key: app.yaml"),
      causes: [
        "configmap-volume-key-missing: pod web waits for its volumes: the ConfigMap of volume v has no key app.yaml"
      ]),
    Case(
      testDescription: "a description names the Secret of the volume, and not its keys",
      text: described(
        volume: "Type:        Secret (a volume populated by a Secret)\n    SecretName:  web-tls",
        event: "FailedMount  2m  kubelet  MountVolume.SetUp failed for volume \"v\" : "
          + "references non-existent secret key: tls.crt"),
      causes: [
        "secret-volume-key-missing: pod web waits for its volumes: Secret web-tls has no key tls.crt"
      ]),
    Case(
      testDescription: "that a restart is put off says nothing beside the end of the container",
      text: """
        NAMESPACE   NAME   READY   STATUS             RESTARTS      AGE
        shop        web    0/1     CrashLoopBackOff   6 (40s ago)   12m

        """ + eventsHead + """
          shop  20s  Warning  BackOff  pod/web  Back-off restarting failed container app in pod web_shop(u)
          """,
      causes: ["app-exit-nonzero: app of web ends with an unknown exit code"],
      confidence: 0...0.4),
    Case(
      testDescription: "what a claim without a volume asks for is not shown, so nothing is sure",
      text: """
        NAME      CAPACITY   ACCESS MODES   RECLAIM POLICY   STATUS      CLAIM   STORAGECLASS   REASON   AGE
        pv-disk   10Gi       RWO            Retain           Available           manual                  5m

        NAMESPACE   NAME   STATUS    VOLUME   CAPACITY   ACCESS MODES   STORAGECLASS   AGE
        shop        data   Pending                                      manual         4m

        """
          + described(
            volume: "Type:       PersistentVolumeClaim (a reference)\n    ClaimName:  data",
            event: "FailedScheduling  4m  default-scheduler  0/2 nodes are available: "
              + "pod has unbound immediate PersistentVolumeClaims.", node: "<none>"),
      causes: [
        "pvc-no-matching-pv: no volume satisfies claim data of pod web; how much it asks for and how it "
          + "wants to use it is not shown, pv-disk offers 10Gi, ReadWriteOnce"
      ],
      confidence: 0.5...0.92),
  ]

  @Test("finds what they tell and nothing beside it", arguments: cases)
  func diagnosis(_ example: Case) throws {
    let folder = try TemporaryFolder(["paste.txt": example.text])
    let outcome = try Program.run(["diagnose", folder.path, "-o", "json"])
    let report = try JSONValue(parsing: Array(outcome.output.utf8))
    let causes = report["rootCauses"]?.elements ?? []
    #expect(
      causes.map { "\($0["cause"]?.string ?? ""): \($0["says"]?.string ?? "")" } == example.causes)
    for cause in causes {
      #expect(example.confidence.contains(cause["confidence"]?.double ?? -1))
    }
    #expect(!outcome.output.contains("\"-1\""))
  }

  @Test("ages are told where nothing tells the time")
  func undated() throws {
    let text = Self.eventsHead + Self.mount("references non-existent secret key: tls.crt")
    let folder = try TemporaryFolder(["paste.txt": text])
    let outcome = try Program.run(["diagnose", folder.path, "-o", "json"])
    let report = try JSONValue(parsing: Array(outcome.output.utf8))
    let entries = report["timelines"]?.elements.first?["entries"]?.elements ?? []
    #expect(entries.map { $0["ago"]?.double } == [20])
    #expect(entries.allSatisfy { $0["time"] == nil })
    let wide = try Program.run(["diagnose", folder.path, "-o", "wide"])
    #expect(wide.output.contains("20s ago   FailedMount: MountVolume.SetUp failed"))
  }

  private static func described(volume: String, event: String, node: String = "node-1/10.0.0.5")
    -> String
  {
    """
    Name:             web
    Namespace:        shop
    Service Account:  default
    Node:             \(node)
    Labels:           app=web
    Status:           Pending
    IP:
    Containers:
      app:
        Image:          nginx:1.25
        Port:           <none>\(node == "<none>" ? "" : "\n    State:          Waiting\n      Reason:       ContainerCreating\n    Ready:          False\n    Restart Count:  0")
        Environment:    <none>
        Mounts:
          /data from v (rw)
    Conditions:
      Type           Status
      PodScheduled   \(node == "<none>" ? "False" : "True")
    Volumes:
      v:
        \(volume)
    QoS Class:                   BestEffort
    Events:
      Type     Reason  Age  From  Message
      ----     ------  ---- ----  -------
      Warning  \(event)

    """
  }
}

import DumpLoading
import KubernetesModel
import Testing

@Suite("Pods of which only events tell")
struct EventedPodTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var rows: String
    /// `NAME PHASE REASON` of each pod that there is; the reason is the waiting container's.
    var pods: [String]
  }

  static let cases = [
    Case(
      testDescription: "that cannot be placed",
      rows:
        "2m   Warning   FailedScheduling   pod/db-0   0/3 nodes are available: 3 Too many pods.",
      pods: ["db-0 Pending "]),
    Case(
      testDescription: "that could not be placed before",
      rows: """
        2m   Warning   FailedScheduling   pod/db-0   0/3 nodes are available: 3 Too many pods.
        1m   Normal    Scheduled          pod/db-0   Successfully assigned default/db-0 to a
        """,
      pods: []),
    Case(
      testDescription: "whose container crashes again and again",
      rows: """
        10s   Warning   BackOff   pod/web   Back-off restarting failed container app in pod web
        5s    Normal    Started   pod/web   Started container app
        """,
      pods: ["web Running CrashLoopBackOff"]),
    Case(
      testDescription: "whose container crashed before",
      rows: """
        50m   Warning   BackOff   pod/web   Back-off restarting failed container app in pod web
        5s    Normal    Started   pod/web   Started container app
        """,
      pods: []),
    Case(
      testDescription: "that have not been heard of since",
      rows: """
        50m   Warning   BackOff   pod/web-1   Back-off restarting failed container app in pod web-1
        5s    Normal    Started   pod/web-2   Started container app
        """,
      pods: []),
    Case(
      testDescription: "that are being ended",
      rows: """
        10s   Warning   BackOff   pod/web   Back-off restarting failed container app in pod web
        5s    Normal    Killing   pod/web   Stopping container app
        """,
      pods: []),
    Case(
      testDescription: "whose image cannot be pulled",
      rows: #"9s   Warning   Failed   pod/web   Failed to pull image "web:9": not found"#,
      pods: ["web Pending ErrImagePull"]),
    Case(
      testDescription: "that are unhealthy, as any pod can be for a while",
      rows: "9s   Warning   Unhealthy   pod/web   Readiness probe failed: refused",
      pods: []),
    Case(
      testDescription: "are no pods where the dump shows that there are none",
      rows: """
        9s   Warning   FailedMount   pod/web   MountVolume.SetUp failed

        NAME   READY   STATUS    RESTARTS   AGE
        api    1/1     Running   0          5m
        """,
      pods: ["api Running "]),
  ]

  @Test("are shown as far as their newest event tells that they fail", arguments: cases)
  func pods(_ example: Case) {
    let header = "LAST SEEN   TYPE   REASON   OBJECT   MESSAGE\n"
    let loaded = LoadedText(header + example.rows)
    let pods = loaded.pods.map { pod in
      let waiting = pod.status.containerStatuses.first?.state.waiting?.reason ?? ""
      return "\(pod.metadata.name) \(pod.status.phase) \(waiting)"
    }
    #expect(pods == example.pods)
  }

  @Test("are known from the lines of a journal, too, which need no times")
  func journal() {
    let line = #"""
      E1122 12:01:07.123456     812 pod_workers.go:1298] "Error syncing pod, skipping" err="failed to \"StartContainer\" for \"app\" with CrashLoopBackOff: \"back-off 5m0s restarting failed container=app pod=web_shop(0b4ee8a2-2f2d-4a5e-9c1c-5a9e1f2f1a11)\"" pod="shop/web" podUID="0b4ee8a2-2f2d-4a5e-9c1c-5a9e1f2f1a11"
      """#
    for text in [line, "Nov 22 12:01:07 node-a kubelet[812]: " + line] {
      for paste in [text, "this is in the journal:\n\n" + text] {
        let loaded = LoadedText([("note.log", paste)])
        #expect(loaded.pods.map(\.metadata.name) == ["web"], "\(paste)")
        #expect(loaded.pods.map(\.spec.containers.first?.name) == ["app"])
        #expect(loaded.dump.snapshot.events.allSatisfy { $0.lastTimestamp == nil })
      }
    }
  }

  @Test("and whose description was cut off are those of the command")
  func cutDescription() {
    let loaded = LoadedText(
      """
      $ kubectl describe pod web -n shop | tail -4
      Events:
        Type     Reason       Age   From     Message
        ----     ------       ----  ----     -------
        Warning  FailedMount  6s    kubelet  MountVolume.SetUp failed
      """)
    #expect(loaded.pods.map(\.metadata.name) == ["web"])
    #expect(loaded.dump.snapshot.events.map(\.involvedObject.namespace) == ["shop"])
  }
}

import KubernetesModel
import Testing

@Suite("Events of descriptions")
struct DescribedEventTests {
  private func events(_ rows: String) -> [Event] {
    LoadedText(
      """
      Name:         web
      Namespace:    shop
      QoS Class:    BestEffort
      Events:
        Type     Reason   Age                From     Message
        ----     ------   ----               ----     -------
      \(rows)
      """, now: "2026-01-01T12:00:00Z"
    ).events
  }

  @Test("tell their times and numbers, their sender and their container")
  func whole() throws {
    let event = try #require(
      events(
        "  Warning  BackOff  3s (x4 over 50s)  kubelet  spec.containers{app}: Back-off restarting"
      ).first)
    #expect(event.involvedObject.name == "web")
    #expect(event.involvedObject.fieldPath == "spec.containers{app}")
    #expect(event.message == "Back-off restarting")
    #expect(event.source.component == "kubelet")
    #expect(event.count == 4)
    #expect(event.lastTimestamp?.description == "2026-01-01T11:59:57Z")
    #expect(event.firstTimestamp?.description == "2026-01-01T11:59:10Z")
  }

  @Test("of older kubectl name the sender's host")
  func host() throws {
    let event = try #require(
      events("  Normal  Pulled  2m  kubelet, worker-1  Container image").first)
    #expect(event.source.component == "kubelet")
    #expect(event.source.host == "worker-1")
  }

  @Test("may have no sender, and messages may hold gaps")
  func noSender() throws {
    let all = events(
      "  Normal  Scheduled  2m          Successfully assigned\n"
        + "  Warning  Failed  1m  kubelet  two  words")
    #expect(all.map(\.message).sorted() == ["Successfully assigned", "two  words"])
  }

  @Test("whose blanks got lost are read by their words")
  func collapsed() throws {
    let event = try #require(
      events(" Warning Failed 6m9s (x5 over 7m39s) kubelet Error: no such file").first)
    #expect(event.reason == "Failed")
    #expect(event.source.component == "kubelet")
    #expect(event.message == "Error: no such file")
    #expect(event.count == 5)
  }

  @Test("keep messages of several lines")
  func longMessage() throws {
    let all = events(
      """
        Warning  FailedMount  9s  kubelet  MountVolume.SetUp failed: exit status 32
      Mounting command: mount
      Output: mount.nfs: access denied by server
        Normal   Pulled       5s  kubelet  Container image
      """)
    #expect(all.count == 2)
    #expect(all.contains { $0.message.hasSuffix("Output: mount.nfs: access denied by server") })
  }

  @Test("that a table or another description shows too count once")
  func once() throws {
    let described = """
      Name:         web
      Namespace:    shop
      QoS Class:    BestEffort
      Events:
        Type     Reason   Age   From     Message
        ----     ------   ----  ----     -------
        Normal   Created  3s    kubelet  Container created
        Normal   Created  2s    kubelet  Container created
      """
    let table = """
      $ kubectl -n shop get events
      LAST SEEN   TYPE      REASON    OBJECT    MESSAGE
      3s          Normal    Created   pod/web   Container created
      2s          Normal    Created   pod/web   Container created
      1s          Warning   BackOff   pod/web   Back-off
      """
    let both = LoadedText([("a.txt", described), ("b.txt", table)])
    #expect(both.events.map(\.reason).sorted() == ["BackOff", "Created", "Created"])
  }

  @Test("that the dump holds as objects are not added")
  func known() throws {
    let described = """
      Name:         web
      Namespace:    shop
      QoS Class:    BestEffort
      Events:
        Type     Reason   Age   From     Message
        ----     ------   ----  ----     -------
        Normal   Created  3s    kubelet  Container created
        Normal   Started  2s    kubelet  Container started
      """
    let manifest = """
      apiVersion: v1
      kind: Event
      metadata: {name: web.1, namespace: shop}
      involvedObject: {kind: Pod, namespace: shop, name: web}
      reason: Created
      message: Container created
      lastTimestamp: "2026-01-01T11:59:57Z"
      """
    let both = LoadedText([("a.txt", described), ("b.yaml", manifest)])
    #expect(both.events.map(\.reason).sorted() == ["Created", "Started"])
    #expect(both.events.contains { $0.metadata.name == "web.1" })
  }
}

import DumpLoading
import KubernetesModel
import Provenance
import Testing

@Suite("Pasted texts")
struct PastedTextTests {
  private static let description = """
    Name:         web
    Namespace:    shop
    Node:         a/10.0.0.1
    QoS Class:    BestEffort
    Events:       <none>
    """

  private func indented(_ text: String, by prefix: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }
      .joined(separator: "\n")
  }

  @Test("may be wrapped in whatever mail, terminals and editors add")
  func wrappings() {
    let texts = [
      indented(Self.description, by: "> "), indented(Self.description, by: "    "),
      indented(Self.description, by: "> > "),
      Self.description.replacing("\n", with: "\r\n"),
      "```\n" + Self.description + "\n```\n",
      "\u{1B}[1m" + Self.description.replacing("web", with: "\u{1B}[32mweb\u{1B}[0m"),
      "Hello,\n\nthis pod does not start:\n\n" + Self.description + "\n\nThanks\n",
      "$ kubectl describe pod web -n shop\n" + Self.description + "\n$ exit\n",
      "root@host:~# kubectl describe pod web\n" + Self.description,
      Self.description.replacing("         ", with: "\t"),
      "\u{FEFF}" + Self.description,
      Self.description.replacing(" ", with: "\u{A0}"),
      Self.description.replacing("  ", with: "\u{202F} ").replacing("\n", with: "\u{200B}\n"),
    ]
    for text in texts {
      let pods = LoadedText(text).pods
      #expect(pods.map(\.metadata.name) == ["web"], "\(text)")
      #expect(pods.map(\.spec.nodeName) == ["a"], "\(text)")
    }
  }

  @Test("may hold several objects, with blank lines between them or not")
  func several() {
    for gap in ["\n", "\n\n", "\n\n\n"] {
      let text = Self.description + gap + Self.description.replacing("web", with: "api")
      #expect(LoadedText(text).pods.map(\.metadata.name) == ["api", "web"])
    }
  }

  @Test("may be cut anywhere", arguments: (1..<37).map { $0 * 3 })
  func cut(_ length: Int) {
    let loaded = LoadedText(String(Self.description.prefix(length)))
    #expect(loaded.dump.snapshot.objectCount <= 1)
  }

  @Test("may hold manifests, whose lines keep their numbers")
  func manifests() throws {
    let loaded = LoadedText(
      """
      $ kubectl get pod api -o yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: api
        namespace: shop
      spec:
        nodeName: b

      $ kubectl describe pod web
      \(Self.description)
      $ kubectl get cm -o json
      {
        "apiVersion": "v1", "kind": "ConfigMap",
        "metadata": {"name": "settings", "namespace": "shop"}
      }
      """)
    #expect(loaded.pods.map(\.metadata.name) == ["api", "web"])
    #expect(loaded.dump.snapshot.configMaps.map(\.metadata.name) == ["settings"])
    let api = ObjectReference(kind: "Pod", namespace: "shop", name: "api")
    #expect(loaded.dump.snapshot.place(of: api)?.line == 2)
    #expect(loaded.dump.snapshot.place(of: FieldPath(parsing: "spec.nodeName"), in: api)?.line == 8)
    #expect(!loaded.dump.snapshot.isPartial(api))
    #expect(loaded.dump.problems.isEmpty)
  }

  @Test("may hold logs, whose command tells whose they are")
  func logs() throws {
    let loaded = LoadedText(
      """
      \(Self.description)
      $ kubectl -n shop logs web -c app --previous
      panic: no such thing
      $ kubectl logs deploy/web
      listening on 8080
      """)
    let logs = loaded.dump.logs
    #expect(logs.map(\.pod) == ["web", "web"])
    #expect(logs.map(\.container) == ["app", ""])
    #expect(logs.map(\.run) == [.previous, .current])
    #expect(String(decoding: logs[0].excerpt.bytes, as: UTF8.self) == "panic: no such thing\n")
  }

  @Test("tell the namespace of tables by the command, or by what else is in them")
  func namespaces() {
    let table = "NAME   READY   STATUS    RESTARTS   AGE\napi    1/1     Running   0          5m\n"
    let named = LoadedText("$ kubectl get pods -n infra\n" + table)
    #expect(named.pods.map(\.metadata.namespace) == ["infra"])
    let beside = LoadedText(Self.description + "\n\n" + table)
    #expect(Set(beside.pods.map(\.metadata.namespace)) == ["shop"])
  }

  @Test("that show one object twice show one object")
  func twice() throws {
    let table =
      "NAME   READY   STATUS    RESTARTS   AGE\nweb    1/1     Running   0          5m\n"
    let loaded = LoadedText([("a.txt", Self.description), ("b.txt", table)])
    let pod = try #require(loaded.pods.first)
    #expect(loaded.pods.count == 1)
    #expect(pod.spec.nodeName == "a")
    #expect(pod.metadata.creationTimestamp != nil)
    #expect(loaded.dump.problems.isEmpty)
  }

  @Test("give times only as far as they tell when they were written")
  func present() {
    let undated = LoadedText(Self.description)
    #expect(undated.dump.capturedAt == nil)
    let dated = LoadedText(
      """
      Name:         web
      Start Time:   Sun, 22 Nov 2026 12:00:00 +0000
      QoS Class:    BestEffort
      Events:
        Type    Reason     Age   From               Message
        ----    ------     ----  ----               -------
        Normal  Scheduled  90s   default-scheduler  Successfully assigned
      """)
    #expect(dated.dump.capturedAt?.description == "2026-11-22T12:01:30Z")
    #expect(dated.events.first?.lastTimestamp?.description == "2026-11-22T12:00:00Z")
    let given = LoadedText(Self.description, now: "2026-01-01T00:00:00Z")
    #expect(given.dump.capturedAt?.description == "2026-01-01T00:00:00Z")
  }

  @Test("are told from manifests by their content, not their name")
  func names() {
    for name in ["pod.yaml", "pod.json", "pod.txt", "pod"] {
      #expect(LoadedText(Self.description, named: name).pods.count == 1)
    }
  }
}

import DumpLoading
import KubernetesModel
import Provenance
import Testing

@Suite("Frames around pasted texts")
struct FramedPasteTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var paste: String
    var pods = ["api", "web"]
  }

  static let cases = [
    Case(
      testDescription: "borders of tmux",
      paste: """
        │ $ kubectl get pods                                    │
        │ NAME   READY   STATUS             RESTARTS      AGE   │
        │ web    0/1     CrashLoopBackOff   12 (4m ago)   41m   │
        │ api    0/1     CrashLoopBackOff   0             3d    │
        """),
    Case(
      testDescription: "a box with a title, as k9s draws it, with a mark at the column that sorts",
      paste: """
         Context: prod      <?> Help
        ┌──────────────────── Pods(shop)[2] ────────────────────┐
        │ NAME↑   PF READY STATUS           RESTARTS CPU IP  AGE  │
        │ api     ●  0/1   CrashLoopBackOff       12   3 n/a 3d4h │
        │ web     ●  0/1   CrashLoopBackOff        0   0 n/a 41m  │
        └────────────────────────────────────────────────────────┘
        """),
    Case(
      testDescription: "a table of Markdown, with an empty cell",
      paste: """
        | NAME | READY | STATUS | RESTARTS | AGE | NODE |
        |------|:-----:|--------|----------|-----|------|
        | web | 0/1 | CrashLoopBackOff | 12 | | a |
        | api | 0/1 | CrashLoopBackOff | 0 | 3d | a |
        """),
    Case(
      testDescription: "rules of ASCII",
      paste: """
        +------+-------+------------------+----------+-----+
        | NAME | READY | STATUS           | RESTARTS | AGE |
        +------+-------+------------------+----------+-----+
        | web  | 0/1   | CrashLoopBackOff | 12       | 41m |
        | api  | 0/1   | CrashLoopBackOff | 0        | 3d  |
        +------+-------+------------------+----------+-----+
        """),
    Case(
      testDescription: "a quote with an answer below it",
      paste: """
        On Sunday Joe wrote:
        > this is what I see:
        >
        > NAME   READY   STATUS             RESTARTS   AGE
        > web    0/1     CrashLoopBackOff   12         41m
        > api    0/1     CrashLoopBackOff   0          3d

        Try to look at the logs.
        It may tell more, says the
        manual.
        """),
    Case(
      testDescription: "a time before each line",
      paste: """
        2026-11-22T12:10:31.1234567Z ##[group]Run kubectl get pods
        2026-11-22T12:10:31.1234567Z kubectl get pods -n shop
        2026-11-22T12:10:31.2234567Z NAME   READY   STATUS             RESTARTS   AGE
        2026-11-22T12:10:31.2234567Z web    0/1     CrashLoopBackOff   12         41m
        2026-11-22T12:10:31.2234567Z api    0/1     CrashLoopBackOff   0          3d
        2026-11-22T12:10:31.4234567Z ##[endgroup]
        """),
    Case(
      testDescription: "a time in brackets before each line",
      paste: """
        [2026-11-22 12:10:31] NAME   READY   STATUS             RESTARTS   AGE
        [2026-11-22 12:10:31] web    0/1     CrashLoopBackOff   12         41m
        [2026-11-22 12:10:31] api    0/1     CrashLoopBackOff   0          3d
        """),
    Case(
      testDescription: "a number before each line",
      paste: """
             1\tNAME   READY   STATUS             RESTARTS   AGE
             2\tweb    0/1     CrashLoopBackOff   12         41m
             3\tapi    0/1     CrashLoopBackOff   0          3d
        """),
    Case(
      testDescription: "the record of script, with titles and marks of the terminal",
      paste:
        "\u{1B}[?2004h\u{1B}]0;root@cp1: ~\u{7}root@cp1:~# kubectl get pods\r\n"
        + "\u{1B}[?2004l\rNAME   READY   STATUS             RESTARTS   AGE\r\n"
        + "web    0/1     CrashLoopBackOff   12         41m\r\n"
        + "api    0/1     CrashLoopBackOff   0          3d\r\n"),
    Case(
      testDescription: "fences beside the text, and words behind it",
      paste: """
        ```NAME   READY   STATUS             RESTARTS   AGE
        web    0/1     CrashLoopBackOff   12         41m
        api    0/1     CrashLoopBackOff   0          3d```
        joe  12:11 PM
        """),
    Case(
      testDescription: "a screen on which each row took two lines",
      paste: """
        NAME                                  READY   STATUS             RESTARTS   A
        GE     IP            NODE
        web                                   0/1     CrashLoopBackOff   12         4
        1m     10.244.1.7    node-a
        api                                   0/1     CrashLoopBackOff   0          3
        d      <none>        node-a
        """),
  ]

  @Test("are taken off", arguments: cases)
  func frame(_ example: Case) {
    let pods = LoadedText(example.paste).pods
    #expect(pods.map(\.metadata.name) == example.pods)
    let reasons = pods.map { $0.status.containerStatuses.first?.state.waiting?.reason ?? "" }
    #expect(reasons == example.pods.map { _ in "CrashLoopBackOff" })
  }

  @Test("leave each row the number of its line")
  func lines() {
    let loaded = LoadedText(Self.cases[1].paste)
    let web = ObjectReference(kind: "Pod", namespace: "default", name: "web")
    #expect(loaded.dump.snapshot.place(of: web)?.line == 5)
  }

  @Test("are none where a log or a prompt only looks like one")
  func others() {
    let loaded = LoadedText(
      """
      > kubectl get pods
      NAME   READY   STATUS    RESTARTS   AGE
      web    1/1     Running   0          41m
      > kubectl logs web
      2026-11-22T12:10:31Z | started |
      2026-11-22T12:10:32Z │ done
      """)
    #expect(loaded.pods.map(\.metadata.name) == ["web"])
    let log = loaded.dump.logs.first.map { String(decoding: $0.excerpt.bytes, as: UTF8.self) }
    #expect(log?.hasPrefix("2026-11-22T12:10:31Z | started |\n") == true)
  }
}

import Foundation
import TestSupport
import Testing

/// Objects and files whose names and relations are meant to do harm.
@Suite("Hostile objects")
struct HostileObjectTests {
  private static func owned(_ kind: String, _ name: String, by owner: (String, String)) -> String {
    """
    apiVersion: \(kind == "Pod" ? "v1" : "apps/v1")
    kind: \(kind)
    metadata:
      name: \(name)
      namespace: shop
      uid: \(name)
      deletionTimestamp: 2026-11-22T10:00:00Z
      finalizers: [foregroundDeletion]
      ownerReferences: [{apiVersion: apps/v1, kind: \(owner.0), name: \(owner.1), uid: \(owner.1), controller: true}]
    spec: {}
    status: {}
    ---

    """
  }

  static let cycles = [
    owned("ReplicaSet", "a", by: ("ReplicaSet", "a")),
    owned("ReplicaSet", "a", by: ("Deployment", "b"))
      + owned("Deployment", "b", by: ("ReplicaSet", "a")),
    owned("Pod", "p", by: ("ReplicaSet", "a")) + owned("ReplicaSet", "a", by: ("Deployment", "b"))
      + owned("Deployment", "b", by: ("Pod", "p")),
    (0..<500).map { owned("ReplicaSet", "a\($0)", by: ("ReplicaSet", "a\(($0 + 1) % 500)")) }
      .joined(),
  ]

  @Test("owners in a circle end, in every command", arguments: cycles, commands)
  func cycle(_ objects: String, _ command: String) throws {
    let folder = try TemporaryFolder([
      "objects.yaml": objects, "pod.yaml": HostileInputTests.gatedPod,
    ])
    let script = "ulimit -v 1000000; ulimit -t 60; \"$0\" \(command) ."
    let outcome = try Program.shell(script, in: URL(filePath: folder.path))
    #expect(outcome.exitCode < 2, "\(outcome.diagnostics)")
  }

  static let commands = ["diagnose -o json", "simulate --explain", "review --enable all"]
  static let formats = ["text", "wide", "json", "yaml", "ndjson", "name"]

  /// Signs that a terminal obeys, or by which it shows another text than there is.
  private static let nasty =
    "\u{1B}[2J\u{1B}]0;title\u{07}\u{9B}31m\u{202E}\u{2066}\r\n\u{0008}x\u{7F}"

  private static var dump: [String: String] {
    let quoted = nasty.unicodeScalars.map { scalar in
      let code = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - code.count) + code
    }.joined()
    let pod = """
      {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "n\(quoted)", "namespace": "s\(quoted)",
       "labels": {"k\(quoted)": "v\(quoted)"}, "annotations": {"a\(quoted)": "b\(quoted)"},
       "finalizers": ["f\(quoted)"]},
       "spec": {"nodeName": "o\(quoted)", "schedulerName": "d\(quoted)",
        "schedulingGates": [{"name": "g\(quoted)"}],
        "containers": [{"name": "c\(quoted)", "image": "i\(quoted)",
         "env": [{"name": "E", "valueFrom": {"secretKeyRef": {"name": "t\(quoted)", "key": "y\(quoted)"}}}]}]},
       "status": {"phase": "Pending", "reason": "r\(quoted)", "message": "m\(quoted)",
        "containerStatuses": [{"name": "c\(quoted)", "image": "i\(quoted)", "ready": false, "restartCount": 4,
         "state": {"waiting": {"reason": "CreateContainerConfigError", "message": "secret \\"t\(quoted)\\" not found"}},
         "lastState": {"terminated": {"exitCode": 1, "reason": "Error", "message": "panic: \(quoted)"}}}]}}
      """
    let event = """
      {"apiVersion": "v1", "kind": "Event", "metadata": {"name": "e", "namespace": "s\(quoted)"},
       "involvedObject": {"kind": "Pod", "name": "n\(quoted)", "namespace": "s\(quoted)"}, "type": "Warning",
       "reason": "Failed\(quoted)", "message": "Error: \(quoted)", "count": 3}
      """
    return [
      "pod.json": pod, "event.json": event, "gated.yaml": HostileInputTests.gatedPod,
      "o\u{1B}[31m\ndd.yaml": "kind: [", "shop_gated_app.log": "panic: \(nasty)\n",
      "table.txt":
        "NAME   READY   STATUS   RESTARTS   AGE\nweb   0/1   Err\(nasty)Image   5   5m\n",
    ]
  }

  @Test("names with line ends and escapes are never printed raw", arguments: commands, formats)
  func escapes(_ command: String, _ format: String) throws {
    let words = command.split(separator: " ").map(String.init).filter { $0 != "json" && $0 != "-o" }
    let folder = try TemporaryFolder(Self.dump)
    let outcome = try Program.run(words + [folder.path, "-o", format, "-v", "--color", "never"])
    #expect(outcome.exitCode <= 2, "\(outcome.diagnostics)")
    let isSilent = (outcome.output + outcome.diagnostics).isEmpty
    #expect(!isSilent)
    for text in [outcome.output, outcome.diagnostics] {
      let raw = Set(text.unicodeScalars.filter { Self.obeyed($0) }.map { $0.value })
      #expect(raw.map { String($0, radix: 16) } == [])
    }
  }

  private static func obeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  @Test("names of an archive's entries are no paths of this machine")
  func entryNames() throws {
    let script = """
      mkdir in; cd in; mkdir deep; cp ../pod.yaml deep/escape.yaml; sed s/gated/up/ ../pod.yaml > ../up.yaml
      (cd deep; tar -cPf ../../evil.tar --transform 's,^escape,/tmp/poddoctor-escape,' escape.yaml)
      tar -rPf ../evil.tar ../up.yaml; ln -s /etc/passwd link.yaml; tar -rf ../evil.tar link.yaml
      cd ..; rm -r in up.yaml; mkdir work; cd work; "$0" diagnose ../evil.tar -o json || exit $?
      if [ -e ../up.yaml ] || [ -e /tmp/poddoctor-escape.yaml ]; then echo ESCAPED; fi
      """
    let outcome = try HostileInputTests.run(script)
    #expect(outcome.exitCode == 0, "\(outcome.diagnostics)")
    let expected = ["evil.tar!/tmp/poddoctor-escape.yaml", "evil.tar!../up.yaml"]
    let missing = expected.filter { !outcome.output.contains($0) }
    #expect(missing == [])
    let unwanted = ["root:", "ESCAPED"].filter { outcome.output.contains($0) }
    #expect(unwanted == [])
  }
}

import Foundation
import TestSupport
import Testing

@Suite("The command collect")
struct CollectCommandTests {
  private static let pods = """
    {"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Pod",
      "metadata": {"name": "web-1", "namespace": "shop", "creationTimestamp": "2026-08-12T06:00:00Z",
        "managedFields": [{"manager": "kubectl"}],
        "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{\\"x\\":\\"hunter2\\"}"}},
      "spec": {"nodeName": "node-1", "containers": [{"name": "app", "image": "nginx",
        "args": ["--password=hunter2", "--port=80"],
        "env": [{"name": "DB_PASSWORD", "value": "hunter2"}, {"name": "MODE", "value": "fast"}]}]},
      "status": {"phase": "Running", "containerStatuses": [{"name": "app", "restartCount": 2,
        "state": {"waiting": {"reason": "CrashLoopBackOff"}},
        "lastState": {"terminated": {"exitCode": 1, "reason": "Error"}}}]}}]}
    """

  /// Answers like kubectl: pods and logs, and refuses nodes.
  private static let kubectl = """
    #!/bin/sh
    printf '%s\\n' "$*" >> "$(dirname "$0")/calls"
    case "$*" in
      *"get pods"*) cat "$(dirname "$0")/pods.json" ;;
      *"get nodes"*) echo 'Error from server (Forbidden): nodes is forbidden: token=hunter2' >&2; exit 1 ;;
      *"get resourceslices"*) echo "error: the server doesn't have a resource type" >&2; exit 1 ;;
      *"get secrets"*) printf -- '---\\napiVersion: v1\\nkind: Secret\\nmetadata: {name: db, namespace: shop}\\ndata:\\n  "password": ""\\n' ;;
      *"--previous"*) echo "password=hunter2 Traceback: ModuleNotFoundError: No module named 'flask'" ;;
      *logs*) echo "ModuleNotFoundError: No module named 'flask'" ;;
      *) echo '{"apiVersion": "v1", "kind": "List", "items": []}' ;;
    esac
    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder(["pods.json": Self.pods, "kubectl": Self.kubectl])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path(of: "kubectl"))
    return folder
  }

  private static let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin"]

  @Test("writes a folder that diagnose reads, without credentials")
  func collects() throws {
    let folder = try folder()
    let target = folder.path(of: "out") + "/"
    let outcome = try Program.run(
      ["collect", "--kubectl", folder.path(of: "kubectl"), "-o", target],
      environment: Self.environment)
    #expect(outcome.exitCode == 0, "\(outcome.diagnostics)")
    #expect(outcome.output.contains("1 failed"))
    #expect(
      outcome.diagnostics.contains("kubectl get nodes -o json: Error from server (Forbidden)"))
    #expect(!outcome.diagnostics.contains("resource type"))
    let pods = try folder.text(of: "out/all/pods.json")
    #expect(!pods.contains("hunter2") && !pods.contains("managedFields"))
    #expect(pods.contains("DB_PASSWORD") && pods.contains("fast") && pods.contains("--port=80"))
    #expect(try folder.text(of: "out/logs/shop/web-1__app.previous.log").contains("•••"))
    let errors = try folder.text(of: "out/errors.txt")
    #expect(errors.contains("get nodes") && !errors.contains("hunter2"))
    let report = try Program.run(["diagnose", target, "-o", "json"])
    #expect(report.output.contains("dependency-module-missing"), "\(report.output)")
  }

  @Test("only asks, and for no more than is chosen")
  func reads() throws {
    let folder = try folder()
    _ = try Program.run(
      [
        "collect", "--kubectl", folder.path(of: "kubectl"), "-n", "shop", "--since", "2h",
        "--context", "prod", "pod/web-1", "-o", folder.path(of: "out.tar"),
      ], environment: Self.environment)
    let calls = try folder.text(of: "calls").split(separator: "\n").map(String.init)
    let verbs = Set(calls.compactMap { $0.split(separator: " ").first.map(String.init) })
    #expect(verbs == ["get", "logs", "version"])
    #expect(calls.dropFirst().allSatisfy { $0.contains("--context=prod") })
    #expect(calls.contains { $0.hasPrefix("logs -n shop web-1 -c app --since=2h --previous") })
    #expect(!calls.contains { $0.contains("-A") })
  }

  static let archives = ["out.tar", "out.tar.gz"]

  @Test("writes archives that tar reads", arguments: archives)
  func readable(_ name: String) throws {
    let folder = try folder()
    let archive = folder.path(of: name)
    let outcome = try Program.run(
      ["collect", "--kubectl", folder.path(of: "kubectl"), "-o", archive],
      environment: Self.environment)
    #expect(outcome.exitCode == 0, "\(outcome.diagnostics)")
    let tar = Process()
    tar.executableURL = URL(filePath: "/bin/tar")
    tar.arguments = ["-xf", archive, "-C", folder.path]
    try tar.run()
    tar.waitUntilExit()
    #expect(tar.terminationStatus == 0)
    #expect(try folder.text(of: "out/all/pods.json").contains("web-1"))
    #expect(!FileManager.default.fileExists(atPath: archive + ".tar"))
  }

  static let refusals: [([String], String)] = [
    (
      ["collect", "--kubectl", "/no/such/kubectl", "-o", "/tmp/x.tar"],
      "cannot run /no/such/kubectl"
    ),
    (["collect", "-o", "/tmp/x.zip"], "name a .tar.gz"), (["collect", "-o", "/"], "there already"),
    (["collect", "-n", "a", "-A"], "exclude each other"),
  ]

  @Test("says what it cannot do", arguments: refusals)
  func refuses(_ arguments: [String], _ says: String) throws {
    let outcome = try Program.run(arguments, environment: Self.environment)
    #expect(outcome.exitCode == 2)
    #expect(outcome.diagnostics.contains(says), "\(outcome.diagnostics)")
  }

  @Test("prints a script that collects the same, and runs in a plain shell")
  func script() throws {
    let folder = try folder()
    let script = try Program.run(
      ["collect", "--print", "--kubectl", folder.path(of: "kubectl"), "--context", "it's"]).output
    try folder.write(script, to: "collect.sh")
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = [folder.path(of: "collect.sh"), folder.path(of: "out")]
    shell.environment = Self.environment
    shell.standardOutput = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    #expect(try folder.text(of: "out/all/pods.json") == Self.pods)
    #expect(try folder.text(of: "out/errors.txt").contains("get nodes"))
    #expect(try folder.text(of: "calls").contains("--context=it's"))
  }
}

import Foundation
import Testing

@Suite("Correcting manifests")
struct ReviewCorrectionTests {
  private static let manifest = """
    # head
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop}
    spec:
      # who
      serviceAccount: web
      containers:
        - name: app   # the app
          image: 'web:latest'
          imagePullPolicy: 'Never'

    """

  private static let corrected = """
    # head
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop}
    spec:
      containers:
        - name: app   # the app
          image: 'web:latest'
          imagePullPolicy: 'Always'
      serviceAccountName: web

    """

  private static let ours = [
    "--no-config", "--disable", "all", "--enable", "image-pull-policy", "--enable",
    "deprecated-service-account-field", "--fail-on", "info",
  ]

  /// What is left of files of a folder after a review of the folder.
  private static func review(
    _ files: [String: String], _ options: [String], then body: (URL, Program.Outcome) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let outcome = try Program.run(
      Program.executable, ["review", "."] + ours + options, in: folder)
    try body(folder, outcome)
  }

  private static func text(_ folder: URL, _ file: String) throws -> String {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8)
  }

  @Test("shows a diff that makes the very same changes")
  func dryRun() throws {
    try Self.review(["pod.yaml": Self.manifest], ["--fix", "--dry-run"]) { folder, outcome in
      #expect(outcome.exitCode == 0, "\(outcome.diagnostics)")
      #expect(outcome.diagnostics == "2 findings would be corrected in 1 file, 0 left\n")
      #expect(outcome.output.hasPrefix("--- a/pod.yaml\n"))
      #expect(try Self.text(folder, "pod.yaml") == Self.manifest)
      let patched = try Program.run(
        URL(filePath: "/usr/bin/env"), ["patch", "-p1"],
        environment: ["PATH": "/usr/bin:/bin"], input: outcome.output, in: folder)
      try #require(patched.exitCode == 0, "\(patched.output)")
      #expect(try Self.text(folder, "pod.yaml") == Self.corrected)
    }
  }

  @Test("writes, keeps the mode of the file, and has nothing to do afterwards")
  func write() throws {
    try Self.review(["pod.yaml": Self.manifest], ["--fix", "--dry-run", "-q"]) { folder, quiet in
      #expect(quiet.output == "")
      let file = folder.appending(path: "pod.yaml").path(percentEncoded: false)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
      let arguments = ["review", file, "--fix", "--write", "-o", "json"] + Self.ours
      let first = try Program.run(arguments)
      #expect(first.exitCode == 0)
      #expect(try Self.text(folder, "pod.yaml") == Self.corrected)
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
      #expect(mode as? Int == 0o640)
      let report = try JSONSerialization.jsonObject(with: Data(first.output.utf8))
      let corrections = (report as? [String: Any])?["corrections"] as? [[String: Any]] ?? []
      #expect(corrections.map { $0["made"] as? Bool } == [true, true])
      #expect(corrections.map { $0["line"] as? Int } == [7, 11])
      let second = try Program.run(arguments)
      #expect(second.diagnostics == "0 findings corrected in 0 files, 0 left\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    }
  }

  @Test("reads standard input and writes standard output")
  func stream() throws {
    let arguments = ["review", "-", "--fix", "--write"] + Self.ours
    let outcome = try Program.run(arguments, input: Self.manifest)
    #expect(outcome.output == Self.corrected)
    #expect(outcome.exitCode == 0)
    let again = try Program.run(arguments, input: Self.corrected)
    #expect(again.output == Self.corrected)
  }

  @Test("follows no link, and says so")
  func links() throws {
    let outside = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    try Data(Self.manifest.utf8).write(to: outside)
    defer { try? FileManager.default.removeItem(at: outside) }
    try Self.review([:], ["--quiet"]) { folder, _ in
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "pod.yaml"), withDestinationURL: outside)
      let outcome = try Program.run(
        Program.executable, ["review", ".", "--fix", "--write"] + Self.ours, in: folder)
      #expect(outcome.exitCode == 1)
      #expect(
        outcome.diagnostics.contains("./pod.yaml:7:3: deprecated-service-account-field is left: "))
      #expect(try String(contentsOf: outside, encoding: .utf8) == Self.manifest)
    }
  }

  @Test("leaves what an anchor shares, and corrects what stands beside it")
  func anchors() throws {
    let shared = Self.manifest.replacingOccurrences(
      of: "- name: app   # the app", with: "- &app\n      name: app")
    try Self.review(["pod.yaml": shared], ["--fix", "--write"]) { folder, outcome in
      #expect(outcome.exitCode == 1)
      #expect(outcome.diagnostics.contains("image-pull-policy is left: "))
      let text = try Self.text(folder, "pod.yaml")
      #expect(text.contains("'Never'") && text.hasSuffix("  serviceAccountName: web\n"))
    }
  }

  @Test("corrects nothing that is ignored")
  func ignored() throws {
    let silenced = Self.manifest.replacingOccurrences(
      of: "'Never'", with: "'Never' # poddoctor:ignore image-pull-policy on purpose")
    try Self.review(["pod.yaml": silenced], ["--fix", "--write"]) { folder, outcome in
      #expect(outcome.exitCode == 0, "\(outcome.output)")
      let text = try Self.text(folder, "pod.yaml")
      #expect(text.contains("'Never' # poddoctor"))
    }
  }

  @Test("corrects every object of lists and of files with several documents")
  func several() throws {
    let list = """
      {"apiVersion": "v1", "kind": "List", "items": [
        {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "c", "image": "x:latest", "imagePullPolicy": "Never"}]}},
        {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "b"}, "spec": {"containers": [{"name": "c", "image": "x:latest", "imagePullPolicy": "Never"}]}}
      ]}
      """
    let documents =
      Self.manifest + "---\n" + Self.manifest.replacingOccurrences(of: "web,", with: "b,")
    try Self.review(
      ["list.json": list, "pods.yaml": documents], ["--fix", "--write"]
    ) { folder, outcome in
      #expect(outcome.exitCode == 0, "\(outcome.output)")
      let wanted = list.replacingOccurrences(of: "Never", with: "Always")
      #expect(try Self.text(folder, "list.json") == wanted)
      let pods = try Self.text(folder, "pods.yaml")
      #expect(
        pods == Self.corrected + "---\n"
          + Self.corrected.replacingOccurrences(of: "web,", with: "b,"))
    }
  }

  @Test(
    "wants to be told what to do",
    arguments: [
      (["--fix"], "--fix needs either --dry-run or --write"),
      (["--fix", "--write", "--dry-run"], "--fix needs either --dry-run or --write"),
      (["--write"], "--write needs --fix"), (["--dry-run"], "--dry-run needs --fix"),
      (["--fix", "--dry-run", "-o", "json"], "write reports with -o FORMAT=FILE"),
    ])
  func usage(_ options: [String], _ says: String) throws {
    let outcome = try Program.run(["review", "/dev/null"] + options)
    #expect(outcome.exitCode == 2)
    #expect(outcome.diagnostics.contains(says), "\(outcome.diagnostics)")
  }
}

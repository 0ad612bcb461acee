import Foundation
import TestSupport
import Testing
import YAML

@Suite("Ready to adopt")
struct AdoptionTests {
  private static let root = URL(filePath: PackageFolder.path)

  private static let pod = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web}
    spec:
      containers: [{name: app, image: "web:latest", securityContext: {privileged: true}}]

    """

  /// A folder with a manifest whose name has a blank, and the built program on a PATH.
  private static func workspace<Result>(_ body: (URL, [String: String]) throws -> Result) throws
    -> Result
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(pod.utf8).write(to: folder.appending(path: "a pod.yaml"))
    let programs = Program.executable.deletingLastPathComponent().path(percentEncoded: false)
    return try body(folder, ["PATH": "\(programs):/usr/bin:/bin"])
  }

  private static func bash(
    _ script: String, in folder: URL, _ environment: [String: String], arguments: [String] = []
  ) throws -> Program.Outcome {
    try Program.run(
      URL(filePath: "/bin/bash"), ["-c", script, "bash"] + arguments, environment: environment,
      in: folder)
  }

  private static func document(_ path: String) throws -> YAMLNode {
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    let reading = DocumentReader().read(text, file: path)
    #expect(reading.problems == [])
    return try #require(reading.documents.first?.root)
  }

  private static func text(_ folder: URL, _ file: String) -> String {
    (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
  }

  @Test(
    "the GitHub action annotates, adds to the summary and fails where it should",
    arguments: [("error", 1), ("never", 0)])
  func action(_ failOn: String, _ exitCode: Int32) throws {
    let steps = try #require(Self.document("action.yml")["runs"]?["steps"])
    try Self.workspace { folder, environment in
      try Data("earlier\n".utf8).write(to: folder.appending(path: "summary"))
      var environment = environment
      environment["GITHUB_ACTION_PATH"] = Self.root.path(percentEncoded: false)
      environment["GITHUB_OUTPUT"] = "output"
      environment["GITHUB_STEP_SUMMARY"] = "summary"
      let program = try Self.bash(try #require(steps[0]?["run"]?.string), in: folder, environment)
      #expect(program.exitCode == 0, "\(program.diagnostics)")
      environment["PODDOCTOR"] = Self.text(folder, "output")
        .trimmingCharacters(in: .newlines).replacingOccurrences(of: "path=", with: "")
      environment["PODDOCTOR_PATHS"] = "\n  \na pod.yaml\n"
      environment["PODDOCTOR_ARGUMENTS"] = "--profile=lenient\n"
      environment["PODDOCTOR_FAIL_ON"] = failOn
      environment["PODDOCTOR_SARIF"] = "found.sarif"
      let review = try Self.bash(try #require(steps[1]?["run"]?.string), in: folder, environment)
      #expect(review.exitCode == exitCode, "\(review.diagnostics)")
      #expect(review.output.contains("::error file=a pod.yaml,line=5,"))
      #expect(Self.text(folder, "summary").hasPrefix("earlier\n## poddoctor review: "))
      #expect(Self.text(folder, "output").contains("exit-code=\(exitCode)\n"))
      #expect(Self.text(folder, "found.sarif").contains("\"privileged\""))
    }
  }

  @Test("the GitHub action hands every input to a step that reads it")
  func inputs() throws {
    let action = try Self.document("action.yml")
    let steps = try #require(action["runs"]?["steps"])
    let given = steps.elements.flatMap { $0["env"]?.entries.map(\.value.text) ?? [] }
    for input in try #require(action["inputs"]).entries {
      #expect(given.contains("${{ inputs.\(input.key) }}"))
      #expect(input.value["description"]?.string != nil)
    }
    for step in steps.elements {
      let script = try #require(step["run"]?.string).split(separator: "/").last?.dropLast() ?? ""
      let text = Self.text(Self.root, "Integrations/github/\(script)")
      for variable in try #require(step["env"]).entries { #expect(text.contains(variable.key)) }
    }
  }

  @Test("the GitLab job writes the reports that it hands over")
  func gitLab() throws {
    let job = try #require(
      Self.document("Integrations/gitlab/poddoctor.gitlab-ci.yml")["poddoctor"])
    let reports = try #require(job["artifacts"]?["reports"])
    try Self.workspace { folder, environment in
      var environment = environment
      environment["PODDOCTOR_PATHS"] = try #require(job["variables"]?["PODDOCTOR_PATHS"]?.string)
      let script = try #require(job["script"]?[0]?.string)
      #expect(try Self.bash(script, in: folder, environment).exitCode == 1)
      let quality = try Data(
        contentsOf: folder.appending(path: try #require(reports["codequality"]?.string)))
      let entries = try #require(JSONSerialization.jsonObject(with: quality) as? [[String: Any]])
      #expect(!entries.isEmpty)
      for entry in entries {
        #expect(
          Set(entry.keys) == ["description", "check_name", "fingerprint", "severity", "location"])
        let location = try #require(entry["location"] as? [String: Any])
        #expect(location["path"] as? String == "a pod.yaml")
        #expect((location["lines"] as? [String: Int])?["begin"] != nil)
      }
      #expect(Self.text(folder, try #require(reports["junit"]?.string)).contains("<testsuites"))
    }
  }

  @Test("the pre-commit hooks take files as arguments, and only manifests")
  func preCommit() throws {
    let hooks = try Self.document(".pre-commit-hooks.yaml")
    #expect(hooks.elements.count == 2)
    for hook in hooks.elements {
      for key in ["id", "name", "language", "entry"] { #expect(hook[key]?.string != nil) }
      let entry = try #require(hook["entry"]?.string)
      try Self.workspace { folder, environment in
        let outcome = try Self.bash(
          "\(entry) \"$@\"", in: folder, environment, arguments: ["a pod.yaml"])
        #expect(outcome.exitCode == 1)
      }
      let files = try Regex(try #require(hook["files"]?.string))
      let exclude = try Regex(try #require(hook["exclude"]?.string))
      func takes(_ path: String) -> Bool {
        path.contains(files) && !path.contains(exclude)
      }
      #expect(takes("deploy/web.yaml") && takes("apps/k8s/base/web.yml"))
      #expect(!takes("docs/web.yaml") && !takes("deploy/kustomization.yaml"))
      #expect(!takes("deploy/templates/web.yaml") && !takes("deploy/values-prod.yaml"))
    }
  }

  @Test("krew's manifest bears the digests of archives that hold the plugin")
  func krew() throws {
    try Self.workspace { folder, environment in
      let scripts = Self.root.appending(path: "Integrations/krew").path(percentEncoded: false)
      let made = try Self.bash(
        """
        set -e
        echo program > built
        for platform in linux-amd64 linux-arm64; do
          '\(scripts)/archive' built "poddoctor-$platform.tar.gz"
        done
        tar -xzf poddoctor-linux-amd64.tar.gz
        sha256sum poddoctor-linux-amd64.tar.gz > digest
        '\(scripts)/render' v1.2.3 https://example.com/poddoctor .
        """, in: folder, environment)
      #expect(made.exitCode == 0, "\(made.diagnostics)")
      let reading = DocumentReader().read(made.output, file: "poddoctor.yaml")
      let manifest = try #require(reading.documents.first?.root)
      let spec = try #require(manifest["spec"])
      #expect(spec["version"]?.string == "v1.2.3")
      #expect((spec["shortDescription"]?.string ?? "").count <= 50)
      let platform = try #require(spec["platforms"]?[0])
      #expect(Self.text(folder, "digest").hasPrefix(platform["sha256"]?.string ?? "-"))
      #expect(!made.output.contains("@"))
      for file in ["LICENSE", "kubectl_complete-poddoctor", platform["bin"]?.string ?? "-"] {
        #expect(!Self.text(folder, file).isEmpty, "\(file)")
      }
    }
  }

  private static let completions: [([String], candidate: String, directive: String)] = [
    (["rev"], "review", ":4"), (["review", "--bas"], "--baseline", ":4"),
    (["rules", "l"], "list", ":4"), (["review", ""], "", ":0"), (["review", "dep"], "", ":0"),
  ]

  @Test("kubectl completes the plugin", arguments: completions)
  func completion(_ words: [String], _ candidate: String, _ directive: String) throws {
    try Self.workspace { folder, environment in
      let script = Self.root.appending(path: "Integrations/kubectl/kubectl_complete-poddoctor")
      let outcome = try Program.run(script, words, environment: environment, in: folder)
      let lines = outcome.output.split(separator: "\n").map(String.init)
      #expect(lines == (candidate.isEmpty ? [] : [candidate]) + [directive])
    }
  }

  @Test("under its plugin's name the program calls itself kubectl's")
  func pluginName() throws {
    try Self.workspace { folder, _ in
      let plugin = folder.appending(path: "kubectl-poddoctor")
      try FileManager.default.createSymbolicLink(
        at: plugin, withDestinationURL: Program.executable)
      let help = try Program.run(plugin, ["review", "--help"]).output
      #expect(help.contains("USAGE: kubectl poddoctor review"), "\(help)")
    }
  }

  @Test("completion scripts know review", arguments: ["bash", "zsh", "fish"])
  func completionScripts(_ shell: String) throws {
    let script = try Program.run(["completion", shell]).output
    #expect(script.contains("review") && script.contains("baseline"))
  }
}

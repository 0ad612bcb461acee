import Foundation
import Testing

@Suite("Review")
struct ReviewCommandTests {
  private static let manifests = """
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: shop}
    spec: {selector: {app: web}, ports: [{port: 80}]}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop}
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          containers:
            - name: app
              image: registry.example.com:5000/web
              securityContext:
                privileged: true

    """

  private static func review(_ files: [String: String], _ options: String...) throws
    -> Program.Outcome
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try Program.run(["review", folder.path(percentEncoded: false)] + options)
  }

  @Test(
    "exits with the same code whatever the format",
    arguments: [
      "text", "wide", "json", "yaml", "name", "ndjson", "sarif", "junit", "markdown", "github",
      "gitlab",
    ])
  func exitCode(_ format: String) throws {
    let failing = try Self.review(["web.yaml": Self.manifests], "-o", format)
    #expect(failing.exitCode == 1)
    let tolerated = try Self.review(
      ["web.yaml": Self.manifests], "-o", format, "--fail-on", "never")
    #expect(tolerated.exitCode == 0)
    #expect(tolerated.output.count > 4)
    #expect(try Self.review(["note.txt": "hello"], "-o", format).exitCode == 2)
    #expect(try Self.review(["empty.yaml": ""], "-o", format).exitCode == 2)
  }

  @Test("points at the field, by line and column")
  func place() throws {
    let outcome = try Self.review(
      ["web.yaml": Self.manifests], "--enable", "privileged", "-o", "json")
    #expect(
      outcome.output.contains(
        "\"field\": \"spec.template.spec.containers[0].securityContext.privileged\""))
    #expect(outcome.output.contains("\"line\": 18,\n      \"column\": 13,"))
  }

  @Test("puts the document around the patch of a container")
  func patch() throws {
    let outcome = try Self.review(
      ["web.yaml": Self.manifests], "--disable", "all", "--enable", "privileged", "-o", "wide")
    let lines = outcome.output.split(separator: "\n").map { $0.drop { $0 == " " } }
    let patch = [
      "spec:", "template:", "spec:", "containers:", "- name: app", "securityContext:",
      "privileged: false",
    ]
    #expect(Array(lines.suffix(7)).map(String.init) == patch)
  }

  @Test("reviews what surrounds a broken document")
  func brokenDocument() throws {
    let outcome = try Self.review(
      ["a.yaml": "kind: [", "web.yaml": Self.manifests], "-o", "json")
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("syntax-error"))
    #expect(outcome.output.contains("\"privileged\""))
  }

  @Test(
    "says by line that a template was not rendered",
    arguments: [
      ("kind: Pod\nmetadata: {name: {{ .Values.name }}}", 3, 18),
      ("kind: Pod\nmetadata:\n  name: {{ .Values.name }}", 4, 9),
      ("kind: Pod\n{{- if .Values.pod }}\nmetadata: {name: web}\n{{- end }}", 3, 1),
    ])
  func unrendered(_ text: String, _ line: Int, _ column: Int) throws {
    let outcome = try Self.review(
      ["pod.yaml": "apiVersion: v1\n" + text, "web.yaml": Self.manifests], "-o", "name",
      "-o", "json=/dev/stderr")
    let report = outcome.diagnostics
    #expect(outcome.exitCode == 1)
    #expect(report.contains("\"rule\": \"unrendered-template\""))
    #expect(report.contains("\"line\": \(line),\n      \"column\": \(column),"))
  }

  @Test("says once of a chart that it was not rendered, and nothing else of its templates")
  func charts() throws {
    let outcome = try Self.review(
      [
        "Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.0.0\n",
        "templates/pod.yaml":
          "apiVersion: v1\nkind: Pod\nmetadata: {name: '{{ .Release.Name }}'}\nspec: {}\n",
        "templates/role.yaml":
          "apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {a: '{{ .Values.a }}'}}\n",
        "pod.yaml": Self.manifests,
      ], "-o", "json", "--profile", "lenient")
    let rules = outcome.output.split(separator: "\"rule\": \"").dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
    #expect(rules.filter { $0 == "unrendered-template" }.count == 1)
    #expect(!rules.contains("label-value-invalid") && !rules.contains("schema-invalid"))
  }

  @Test("says nothing of an object whose name is a template")
  func namedByTemplate() throws {
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: {{ .Values.name }}
      """
    let outcome = try Self.review(["pod.yaml": pod], "-o", "name")
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.hasPrefix("file/") && !outcome.output.contains("pod/\n"))
  }

  @Test("takes templates in texts for what they are")
  func templatesInTexts() throws {
    let map = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: alerts, namespace: shop}
      data:
        rule: "{{ $labels.pod }} is down"
        more: |
          {{ range .Alerts }}{{ .Status }}{{ end }}
      """
    let outcome = try Self.review(["map.yaml": map], "-o", "json")
    #expect(!outcome.output.contains("unrendered-template"))
    #expect(outcome.exitCode == 0)
  }

  @Test("asks more in a stricter profile")
  func profiles() throws {
    let counts = try ["lenient", "default", "strict", "all"].map { profile in
      try Self.review(["web.yaml": Self.manifests], "-o", "json", "--profile", profile)
        .output.split(separator: "\"rule\":").count
    }
    #expect(counts == counts.sorted())
    #expect(Set(counts).count >= 3)
  }

  @Test(
    "asks about a probe that nobody may need only when told to",
    arguments: [
      ([], false), (["--profile", "strict"], false), (["--profile", "all"], true),
      (["--enable", "readiness-*"], true),
    ])
  func stricterCase(_ options: [String], _ isFound: Bool) throws {
    let pod = """
      {apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: app, image: a:1}]}}
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    try Data(pod.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let outcome = try Program.run(
      ["review", file.path(percentEncoded: false), "-o", "json"] + options)
    #expect(outcome.output.contains("\"readiness-probe-missing\"") == isFound)
  }

  @Test("reads the template of a kind that stands under a wrong API group")
  func wrongGroup() throws {
    let manifests = Self.manifests.split(separator: "apps/v1").joined(separator: "v1")
    let outcome = try Self.review(["web.yaml": manifests], "-o", "json")
    #expect(outcome.output.contains("\"privileged\""))
  }

  @Test("a diagnosis asks none of its rules")
  func diagnosis() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    try Data(Self.manifests.utf8).write(to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try Program.run(
      ["diagnose", folder.path(percentEncoded: false), "--enable", "all", "-o", "json"])
    #expect(!outcome.output.contains("\"privileged\""))
  }
}

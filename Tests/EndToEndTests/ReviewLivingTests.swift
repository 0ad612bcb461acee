import Foundation
import Testing

@Suite("Living with reviews")
struct ReviewLivingTests {
  private static let pod = """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
      namespace: shop
    spec:
      containers:
        - name: app
          image: web:latest
          securityContext:
            privileged: true
        - name: side
          image: side:latest

    """

  private static let ours = [
    "--disable", "all", "--enable", "privileged", "--enable", "image-tag-latest",
  ]

  /// What counts of a pod's review, as `RULE CONTAINER`.
  private static func left(
    _ pod: String, config: String? = nil, _ options: [String] = []
  ) throws -> Set<String> {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "pod.yaml")
    try Data(pod.utf8).write(to: file)
    if let config {
      try Data(config.utf8).write(to: folder.appending(path: ".poddoctor.yaml"))
    }
    let outcome = try Program.run(
      ["review", file.path(percentEncoded: false), "-o", "json"] + ours + options)
    let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let findings = (report as? [String: Any])?["findings"] as? [[String: Any]] ?? []
    return Set(
      findings.filter { $0["suppressed"] == nil }.map {
        "\($0["rule"] ?? "") \($0["container"] ?? "-")"
      })
  }

  private static let all: Set = [
    "privileged app", "image-tag-latest app", "image-tag-latest side",
  ]

  private static func annotated(_ annotation: String) -> String {
    pod.replacingOccurrences(
      of: "  namespace: shop\n", with: "  namespace: shop\n  annotations:\n    \(annotation)\n")
  }

  private static let silencings: [(String, pod: String, options: [String], gone: Set<String>)] = [
    ("nothing", pod, [], []),
    (
      "an annotation for the object", annotated("poddoctor.dev/ignore: image-*"), [],
      ["image-tag-latest app", "image-tag-latest side"]
    ),
    (
      "an annotation for a container", annotated("poddoctor.dev/ignore.side: image-tag-latest"), [],
      ["image-tag-latest side"]
    ),
    ("an annotation in strict mode", annotated("poddoctor.dev/ignore: image-*"), ["--strict"], []),
    (
      "kube-linter's annotation", annotated("ignore-check.kube-linter.io/latest-tag: why"),
      ["--compat-ignores"], ["image-tag-latest app", "image-tag-latest side"]
    ),
    (
      "kube-linter's annotation, not asked for",
      annotated("ignore-check.kube-linter.io/latest-tag: why"), [], []
    ),
    (
      "kube-score's annotation", annotated("kube-score/ignore: container-image-tag, other"),
      ["--compat-ignores"], ["image-tag-latest app", "image-tag-latest side"]
    ),
    (
      "polaris's annotation", annotated("polaris.fairwinds.com/runAsPrivileged-exempt: \"true\""),
      ["--compat-ignores"], ["privileged app"]
    ),
    (
      "polaris's annotation for all", annotated("polaris.fairwinds.com/exempt: \"true\""),
      ["--compat-ignores"], all
    ),
    (
      "a comment at the end of the line",
      pod.replacingOccurrences(
        of: "image: side:latest", with: "image: side:latest # poddoctor:ignore image-* why"), [],
      ["image-tag-latest side"]
    ),
    (
      "a comment above a container",
      pod.replacingOccurrences(
        of: "    - name: app", with: "    # poddoctor:ignore image-* why\n    - name: app"), [],
      ["image-tag-latest app"]
    ),
    (
      "a comment above a list",
      pod.replacingOccurrences(
        of: "  containers:", with: "  # poddoctor:ignore image-tag-latest why\n  containers:"), [],
      ["image-tag-latest app", "image-tag-latest side"]
    ),
    (
      "a comment above the document", "# poddoctor:ignore privileged why\n" + pod, [],
      ["privileged app"]
    ),
  ]

  @Test("silences what is meant and nothing else", arguments: silencings)
  func silencing(
    _ name: String, _ pod: String, _ options: [String], _ gone: Set<String>
  ) throws {
    let left = try Self.left(pod, options).filter { !$0.hasPrefix("ignore-") }
    #expect(left == Self.all.subtracting(gone), "\(name)")
  }

  private static let configurations: [(String, Set<String>)] = [
    ("rules: {privileged: off}", ["privileged app"]),
    (
      "exemptions: [{namespace: shop, controllerNames: [we], containerNames: [si], "
        + "rules: [tagNotSpecified]}]", ["image-tag-latest side"]
    ),
    ("exemptions: [{controllerNames: [other]}]", []),
    ("disallowExemptions: true\nexemptions: [{namespace: shop}]", []),
    (
      "ignores: [{rule: image-*, container: si*, reason: why, expires: 2026-12-31}]",
      ["image-tag-latest side"]
    ),
    ("ignores: [{rule: image-*, namespace: other, reason: why}]", []),
    (
      "ignores: [{rule: [privileged], kind: Pod, name: web, path: pod.yaml, reason: why}]",
      ["privileged app"]
    ),
    ("ignores: [{rule: privileged, reason: why, expires: 2026-01-01}]", []),
  ]

  @Test("heeds a configuration", arguments: configurations)
  func configuration(_ text: String, _ gone: Set<String>) throws {
    let left = try Self.left(Self.pod, config: text, ["--today", "2026-06-01"])
      .filter { !$0.hasPrefix("ignore-") }
    // What the command line enables wins over what the configuration turns off.
    #expect(left == (text.hasPrefix("rules") ? Self.all : Self.all.subtracting(gone)))
  }

  @Test(
    "tells of ignores that have expired or silence nothing",
    arguments: [
      ("ignores: [{rule: privileged, reason: why, expires: 2026-01-01}]", "ignore-expired -"),
      ("ignores: [{rule: host-pid, reason: why}]", "ignore-unused -"),
    ])
  func remarks(_ text: String, _ remark: String) throws {
    #expect(try Self.left(Self.pod, config: text, ["--today", "2026-06-01"]).contains(remark))
  }

  @Test("the examples of the guide do what it says")
  func guide() throws {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let guide = try String(
      contentsOf: root.appending(path: "Documentation/LivingWithReviews.md"), encoding: .utf8)
    let examples = guide.split(separator: "```yaml\n").dropFirst().map { rest in
      String(rest.prefix(upTo: rest.range(of: "```")?.lowerBound ?? rest.endIndex))
    }
    try #require(examples.count == 3)
    let left = try Self.left(Self.pod, config: examples[0], ["--today", "2026-06-01"])
    #expect(left == Self.all.union(["netpol-missing -"]))
    let annotated = "apiVersion: v1\nkind: Pod\n\(examples[1])  name: web\nspec:\n\(examples[2])"
    let ignored = try Self.left(annotated, ["--today", "2026-06-01"])
    #expect(ignored == ["ignore-unused -"])
    #expect(try Self.left(annotated, ["--strict"]) == ["image-tag-latest app"])
  }

  private static let harmless = [
    ("two that say the same", "poddoctor.dev/ignore: image-tag-latest", [], nil),
    (
      "one for another tool, which may find more", "kube-score/ignore: pod-networkpolicy",
      ["--compat-ignores"], nil
    ),
    ("one that says nothing", "poddoctor.dev/ignore: host-pid", [], "ignore-unused -"),
    (
      "one until no day",
      "poddoctor.dev/ignore: privileged\n    poddoctor.dev/ignore-until: soon", [],
      "ignore-expired -"
    ),
  ]

  @Test("tells of annotations that are of no use, and of no others", arguments: harmless)
  func annotations(
    _ name: String, _ annotation: String, _ options: [String], _ remark: String?
  ) throws {
    let config = "ignores: [{rule: image-tag-latest, reason: why}]"
    let left = try Self.left(Self.annotated(annotation), config: config, options)
    #expect(left.filter { $0.hasPrefix("ignore-") } == (remark.map { [$0] } ?? []), "\(name)")
    #expect(left.contains("privileged app"), "\(name)")
  }

  @Test("says nothing of ignores about objects that are not reviewed")
  func unseen() throws {
    let config = "ignores: [{rule: host-pid, name: elsewhere, reason: why}]"
    #expect(try Self.left(Self.pod, config: config) == Self.all)
  }

  @Test(
    "refuses a configuration that is wrong, by line and column",
    arguments: [
      (
        "rulez: {}",
        ".poddoctor.yaml:1:1: unknown key rulez in the configuration; did you mean rules?"
      ),
      ("profile: severe", ".poddoctor.yaml:1:10: severe is not a profile"),
      ("ignores: [{rule: privileged}]", ".poddoctor.yaml:1:11: an ignore has to give its reason"),
      ("checks: {tagsAreNice: danger}", "no rule finds what the check tagsAreNice finds"),
      ("rules: {no-such-rule: off}", ".poddoctor.yaml:1:9: no rule is named no-such-rule"),
      (
        "rules: {replicas-low: {parameters: {last: 3}}}",
        ".poddoctor.yaml:1:37: rule replicas-low has no parameter last, did you mean least?"
      ),
      ("podTemplates: spec.pod", ".poddoctor.yaml:1:15: podTemplates has to be a mapping"),
      (
        "rules: {privileged: sometimes}",
        "rule privileged is set to off, on, info, warning or error"
      ),
    ])
  func wrongConfiguration(_ text: String, _ says: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.pod.utf8).write(to: folder.appending(path: "pod.yaml"))
    try Data(text.utf8).write(to: folder.appending(path: ".poddoctor.yaml"))
    let outcome = try Program.run(["review", folder.path(percentEncoded: false)])
    #expect(outcome.exitCode == 2)
    #expect(outcome.diagnostics.contains(says), "\(outcome.diagnostics)")
    let without = try Program.run(
      ["review", folder.appending(path: "pod.yaml").path(percentEncoded: false), "--no-config"])
    #expect(without.exitCode == 1)
  }

  @Test("counts only what a baseline does not list, also when lines have moved")
  func baseline() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, baseline) = (folder.appending(path: "pod.yaml"), folder.appending(path: "base.json"))
    func review(_ options: String...) throws -> Int32 {
      try Program.run(["review", file.path(percentEncoded: false)] + Self.ours + options).exitCode
    }
    try Data(Self.pod.utf8).write(to: file)
    #expect(try review("--write-baseline", baseline.path(percentEncoded: false)) == 1)
    try Data(("# moved\n\n" + Self.pod).utf8).write(to: file)
    #expect(try review("--baseline", baseline.path(percentEncoded: false)) == 0)
    let worse = Self.pod.replacingOccurrences(
      of: "image: side:latest", with: "image: side:1\n      securityContext: {privileged: true}")
    try Data(worse.utf8).write(to: file)
    #expect(try review("--baseline", baseline.path(percentEncoded: false)) == 1)
    #expect(try review("--baseline", file.path(percentEncoded: false)) == 2)
  }

  @Test(
    "judges API versions for the version of Kubernetes that is meant",
    arguments: [
      ("1.20", 0), ("1.24", 0), ("1.25", 1), ("v1.36.2", 1), ("two", 2),
    ])
  func kubernetesVersion(_ version: String, _ exitCode: Int32) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    let budget = """
      apiVersion: policy/v1beta1
      kind: PodDisruptionBudget
      metadata: {name: web}
      spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}
      """
    try Data(budget.utf8).write(to: file)
    let outcome = try Program.run([
      "review", file.path(percentEncoded: false), "--kubernetes-version", version, "--disable",
      "all", "--enable", "api-version-deprecated",
    ])
    #expect(outcome.exitCode == exitCode)
  }

  @Test(
    "judges fields for the version of Kubernetes that is meant",
    arguments: [("1.33", 1), ("1.34", 0), ("1.36", 0)])
  func youngField(_ version: String, _ exitCode: Int32) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {hostnameOverride: web, containers: [{name: app, image: "web:1"}]}
      """
    try Data(pod.utf8).write(to: file)
    let outcome = try Program.run([
      "review", file.path(percentEncoded: false), "--kubernetes-version", version, "--profile",
      "lenient",
    ])
    #expect(outcome.exitCode == exitCode)
    #expect(outcome.output.contains("unknown field \"spec.hostnameOverride\"") == (exitCode == 1))
  }
}

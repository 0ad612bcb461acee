import Foundation
import Testing

/// The examples of the guide work as they stand there.
@Suite("Guide to writing rules")
struct WritingRulesTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "poddoctor-guide-\(UUID().uuidString)")

  /// Writes every fenced YAML of the guide to the path that its first line names; gives the paths.
  private func writeExamples() throws -> [String] {
    let guide = try String(
      contentsOf: Self.root.appending(path: "Documentation/WritingRules.md"), encoding: .utf8)
    return try guide.split(separator: "```yaml\n").dropFirst().map { rest in
      let text = String(rest.prefix(upTo: rest.range(of: "\n```")?.lowerBound ?? rest.endIndex))
      let path = String(try #require(text.split(separator: "\n").first).dropFirst(2))
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return path
    }
  }

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private var rules: String { folder.appending(path: "my-rules").path(percentEncoded: false) }

  @Test("its rules pass their examples")
  func examples() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try writeExamples().count == 4)
    let outcome = try Program.run(["rules", "test", rules])
    #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.diagnostics)")
    #expect(outcome.output.contains("3 examples passed, 0 failed"))
  }

  private static let dump = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop, creationTimestamp: "2026-11-22T09:00:00Z"}
    spec: {nodeName: n1, containers: [{name: app}]}
    status:
      phase: Pending
      containerStatuses: [{name: app, state: {waiting: {reason: ContainerCreating}}}]
    ---
    apiVersion: v1
    kind: Event
    metadata: {name: web.1, namespace: shop}
    involvedObject: {kind: Pod, namespace: shop, name: web}
    type: Warning
    reason: LedgerCompacted
    message: compacted
    lastTimestamp: "2026-11-22T09:01:00Z"
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop}
    spec: {replicas: 0, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: app}]}}}
    """

  @Test("its glossary and its policy do what it says of them")
  func companions() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try writeExamples()
    let dump = folder.appending(path: "dump.yaml")
    try Data(Self.dump.utf8).write(to: dump)
    let path = dump.path(percentEncoded: false)
    let plain = try Program.run(["diagnose", path])
    #expect(plain.output.contains("unexplained-event"))
    let told = try Program.run(["diagnose", path, "--rules", rules])
    #expect(!told.output.contains("unexplained-event"), "\(told.diagnostics)")
    #expect(told.output.contains("policy-team-label"))
  }
}

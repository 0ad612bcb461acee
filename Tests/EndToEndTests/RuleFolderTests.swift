import Foundation
import Testing

@Suite("Rules of one's own")
struct RuleFolderTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "poddoctor-rules-\(UUID().uuidString)")

  private func write(_ text: String, to path: String) throws -> String {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path(percentEncoded: false)
  }

  private var path: String { folder.path(percentEncoded: false) }

  @Test("begin with a file whose examples pass", arguments: ["NotReady", "review"])
  func new(_ playbook: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let made = try Program.run(
      ["rules", "new", "queue-too-long", "--into", path, "--playbook", playbook])
    #expect(made.exitCode == 0, "\(made.diagnostics)")
    #expect(made.output.contains("queue-too-long.yaml"))
    let tested = try Program.run(["rules", "test", path])
    #expect(tested.exitCode == 0, "\(tested.output)\(tested.diagnostics)")
    #expect(tested.output.contains("3 examples passed"))
    let again = try Program.run(["rules", "new", "queue-too-long", "--into", path])
    #expect(again.exitCode == 2)
    #expect(again.diagnostics.contains("is there already"))
  }

  @Test("have names in kebab-case")
  func name() throws {
    let outcome = try Program.run(["rules", "new", "../Queue", "--into", path])
    #expect(outcome.exitCode == 2)
    #expect(outcome.diagnostics.contains("kebab-case"))
  }

  private static let pod = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop}
    spec: {containers: [{name: app}]}
    status:
      phase: Running
      containerStatuses:
        - name: app
          restartCount: 4
          state: {waiting: {reason: CrashLoopBackOff}}
          lastState: {terminated: {exitCode: 1, reason: Error, message: "quota of frobs used up"}}
    ---
    apiVersion: v1
    kind: Event
    metadata: {name: web.1, namespace: shop}
    involvedObject: {kind: Pod, namespace: shop, name: web}
    type: Warning
    reason: FrobsGone
    message: no frobs left
    lastTimestamp: "2026-11-22T10:00:00Z"
    """

  /// Examples that the rule would pass: the pod above, and two empty lists.
  private static let examples =
    "\nexamples:\n  - finds: app has no frobs left\n    in: |\n      "
    + pod.replacing("\n", with: "\n      ")
    + String(
      repeating:
        "\n  - {finds: nothing, in: \"{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\"}",
      count: 2)

  private static let rule = """
    name: frobs-used-up
    title: The frobs are used up
    severity: error
    since: 0.1.0
    playbook: CrashLoopBackOff
    about: Container
    on: ["log:frobs-used-up"]
    when: container.clue != null && container.clue.cause == "frobs-used-up"
    says: "{container.name} has no frobs left"
    evidence: [{at: spec, says: it}]
    explains: [app-exit-nonzero]
    confidence: 0.95
    remedies: [buy-frobs]
    why: They are.
    """ + examples

  private static let signatures = """
    shop:
      - name: frobs
        cause: frobs-used-up
        weight: 95
        pattern: 'quota of frobs used up'
        finds: [quota of frobs used up]
    """

  @Test("bring signatures, shared remedies and words of their own")
  func companions() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try write(Self.rule, to: "rules/frobs-used-up.yaml")
    _ = try write(Self.signatures, to: "rules/signatures/logs.yaml")
    _ = try write("buy-frobs: {risk: safe, says: buy frobs}", to: "rules/remedies.yaml")
    _ = try write(
      "events: {FrobsGone: {is: context, says: the frobs are gone}}", to: "rules/glossary/shop.yaml"
    )
    let dump = try write(Self.pod, to: "dump.yaml")
    let rules = folder.appending(path: "rules").path(percentEncoded: false)
    let outcome = try Program.run(["diagnose", dump, "--rules", rules, "-v"])
    #expect(outcome.output.contains("app has no frobs left"), "\(outcome.diagnostics)")
    #expect(outcome.output.contains("buy frobs"))
    #expect(!outcome.output.contains("unexplained-event"))
    #expect(!outcome.diagnostics.contains("fault"))
  }

  @Test("show with -v where they cannot be evaluated")
  func faults() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try write(
      Self.rule.replacing("container.clue != null && ", with: "")
        .replacing("on: [\"log:frobs-used-up\"]", with: "on: []")
        .replacing("container.clue.cause ==", with: "container.exit.code / 0 == 1 || \"\" ==")
        .replacing("[buy-frobs]", with: "[]"), to: "rules/frobs-used-up.yaml")
    let dump = try write(Self.pod, to: "dump.yaml")
    let rules = folder.appending(path: "rules").path(percentEncoded: false)
    let outcome = try Program.run(["diagnose", dump, "--rules", rules, "-v"])
    #expect(outcome.diagnostics.contains("rule fault: "), "\(outcome.diagnostics)")
    #expect(outcome.diagnostics.contains("frobs-used-up"))
    let quiet = try Program.run(["diagnose", dump, "--rules", rules])
    #expect(quiet.diagnostics == "")
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var path: String
    var text: String
    var says: String
  }

  static let mistakes = [
    Mistake(
      testDescription: "a misspelt fact", path: "frobs-used-up.yaml",
      text: rule.replacing("container.clue != null", with: "container.restart > 0")
        .replacing("[buy-frobs]", with: "[]"),
      says: "container has no fact or field restart, did you mean restarts?"),
    Mistake(
      testDescription: "a misspelt fact behind has", path: "frobs-used-up.yaml",
      text: rule.replacing("container.clue != null", with: "has(pod.node.leseAge)")
        .replacing("[buy-frobs]", with: "[]"),
      says: "pod.node has no fact or field leseAge, did you mean leaseAge?"),
    Mistake(
      testDescription: "a signature of no cause", path: "signatures/logs.yaml",
      text: signatures.replacing("frobs-used-up", with: "disk-fill"),
      says: "no rule or symptom is named disk-fill, did you mean disk-full?"),
    Mistake(
      testDescription: "signatures of nothing", path: "signatures/frobs.yaml",
      text: signatures.replacing("frobs-used-up", with: "disk-full"),
      says: "a file of signatures is named logs.yaml or texts.yaml"),
    Mistake(
      testDescription: "a word that is nothing", path: "glossary/shop.yaml",
      text: "events: {FrobsGone: {is: benin, says: gone}}", says: "did you mean benign?"),
  ]

  @Test("are refused with what is wrong", arguments: mistakes)
  func refusals(_ mistake: Mistake) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try write(mistake.text, to: mistake.path)
    for arguments in [["rules", "test", path], ["rules", "list", "--rules", path]] {
      let outcome = try Program.run(arguments)
      #expect(outcome.exitCode == 2)
      #expect(outcome.diagnostics.contains(mistake.says), "\(outcome.diagnostics)")
    }
  }

  @Test("lists say what a rule is asked on and what it offers")
  func list() throws {
    let outcome = try Program.run(["rules", "list", "-o", "json", "--disable", "disk-full"])
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let rules = (object as? [String: Any])?["rules"] as? [[String: Any]] ?? []
    let full = try #require(rules.first { $0["name"] as? String == "disk-full" })
    #expect(full["state"] as? String == "off")
    #expect((full["on"] as? [String])?.isEmpty == false)
    #expect(
      rules.filter { $0["playbook"] as? String != "review" }.allSatisfy {
        ($0["remedies"] as? [Any])?.isEmpty == false
      })
  }
}

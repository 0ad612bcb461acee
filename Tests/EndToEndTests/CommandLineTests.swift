import Foundation
import TestSupport
import Testing

@Suite("Command line")
struct CommandLineTests {
  struct Refusal: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    var says: String
    var see = "poddoctor diagnose"

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let refusals: [Refusal] = [
    Refusal(arguments: ["diagnose"], says: "nothing to read"),
    Refusal(arguments: ["diagnose", "/no/such"], says: "/no/such is neither a file that exists"),
    Refusal(arguments: ["diagnose", "pod"], says: "pod what?"),
    Refusal(arguments: ["diagnose", "/", "--bogus"], says: "unknown option '--bogus'"),
    Refusal(arguments: ["diagnose", "/", "-o", "xml"], says: "text, wide, json"),
    Refusal(arguments: ["diagnose", "/", "--context", "prod"], says: "never contacts a cluster"),
    Refusal(arguments: ["diagnose", "/", "--kubeconfig=x"], says: "--kubeconfig: poddoctor never"),
    Refusal(arguments: ["diagnose", "/", "-n", "a", "-A"], says: "exclude each other"),
    Refusal(arguments: ["diagnose", "\u{1B}[2J"], says: "\\u{1B}[2J is neither"),
    Refusal(arguments: ["diagonse"], says: "did you mean diagnose?", see: "poddoctor"),
    Refusal(arguments: ["/"], says: "did you mean 'poddoctor diagnose /'?", see: "poddoctor"),
    Refusal(arguments: ["rules", "test"], says: "missing expected", see: "poddoctor rules test"),
    Refusal(arguments: ["explain", "no-such-cause"], says: "no rule", see: "poddoctor explain"),
  ]

  @Test("a wrong use is one line, a hint and exit code 2", arguments: refusals)
  func refuses(_ refusal: Refusal) throws {
    let outcome = try Program.run(refusal.arguments)
    let lines = outcome.diagnostics.split(separator: "\n").map(String.init)
    #expect(outcome.exitCode == 2)
    #expect(outcome.output == "")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("error: ") == true)
    #expect(lines.first?.contains(refusal.says) == true, "\(lines.first ?? "")")
    #expect(lines.last == "See '\(refusal.see) --help' for usage.")
  }

  static let kubectlManners: [[String]] = [
    ["diagnose", "-"], ["diagnose", "-f", "-"], ["diagnose", "-f-"],
    ["diagnose", "-f", "/dev/null,-"],
    ["diagnose", "/dev/null", "-ojson"], ["diagnose", "/dev/null", "-o=json"],
    ["diagnose", "/dev/null", "-nshop"],
    ["diagnose", "/dev/null", "-n", "shop", "po/web", "deploy", "api"],
    ["diagnose", "/dev/null", "-A", "-R", "-vv"],
    ["diagnose", "/dev/null", "-lapp=web", "--field-selector", "status.phase=Pending"],
    [
      "diagnose", "/dev/null", "--fail-on=error", "--top", "3", "--enable", "image-*",
      "--disable=all",
    ],
    [
      "diagnose", "/dev/null", "--now", "2026-11-22T10:00:00Z", "deployment.apps/web", "--",
      "sts/db",
    ],
  ]

  @Test("is called as kubectl is called", arguments: kubectlManners)
  func manners(_ arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(!outcome.diagnostics.contains("option"), "\(outcome.diagnostics)")
    #expect(!outcome.diagnostics.contains("neither"), "\(outcome.diagnostics)")
    #expect(!outcome.diagnostics.contains("nothing to read"), "\(outcome.diagnostics)")
  }

  static let plainUses: [[String]] = [
    ["Fixtures/Scenarios/own-admission-denied-a"],
    ["Fixtures/Scenarios/own-admission-denied-a", "Fixtures/Scenarios/own-app-config-invalid-a"],
    ["Fixtures/Scenarios/own-admission-webhook-unavailable-a", "pod/web"], ["/no/such"], ["pod"],
    ["-"],
    ["/dev/null"], ["Fixtures/Scenarios/own-admission-denied-a", "deploy", "web"],
  ]

  @Test("without options is answered as with the options' defaults", arguments: plainUses)
  func plain(_ words: [String]) throws {
    let words = words.map { $0.hasPrefix("Fixtures") ? "\(PackageFolder.path)/\($0)" : $0 }
    let plain = try Program.run(["diagnose"] + words)
    let parsed = try Program.run(["diagnose"] + words + ["--top", "0"])
    #expect(plain.output == parsed.output)
    #expect(plain.diagnostics == parsed.diagnostics)
    #expect(plain.exitCode == parsed.exitCode)
  }

  static let answers: [([String], String)] = [
    (["--version"], "poddoctor 0."), (["version"], "poddoctor 0."),
    (["version", "-o", "json"], "\"version\""), (["--help"], "SUBCOMMANDS"), ([], "SUBCOMMANDS"),
    (["help", "diagnose"], "--fail-on"), (["diagnose", "--help"], "--fail-on"),
    (["schema"], "https://json-schema.org"), (["rules", "list"], "NAME"),
    (["completion", "bash"], "_poddoctor"), (["completion", "zsh"], "#compdef poddoctor"),
    (["completion", "fish"], "complete"), (["--generate-completion-script", "bash"], "_poddoctor"),
  ]

  @Test("what needs no dump is answered on standard output", arguments: answers)
  func answer(_ arguments: [String], _ expected: String) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.exitCode == 0)
    #expect(outcome.diagnostics == "")
    #expect(outcome.output.contains(expected))
    #expect(outcome.output.hasSuffix("\n"))
  }

  @Test("an output file is written as a whole, with nothing left beside it")
  func outputFile() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "rules.json")
    let outcome = try Program.run(["rules", "list", "-o", "json", "--output-file", file.path])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output == "")
    #expect(try String(contentsOf: file, encoding: .utf8).contains("RuleList"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["rules.json"])
  }

  @Test("a device is written to, not replaced")
  func devices() throws {
    #expect(try Program.run(["rules", "list", "--output-file", "/dev/null"]).exitCode == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  static let colours: [([String: String], String, Bool)] = [
    ([:], "auto", false), ([:], "always", true), (["NO_COLOR": "1"], "always", true),
    (["CLICOLOR_FORCE": "1"], "auto", true), (["CLICOLOR_FORCE": "0"], "auto", false),
    (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], "auto", false),
    (["CLICOLOR_FORCE": "1"], "never", false),
    (["NO_COLOR": "", "CLICOLOR_FORCE": "1"], "auto", true),
  ]

  @Test("colour obeys the option, then NO_COLOR, then CLICOLOR_FORCE", arguments: colours)
  func colour(_ environment: [String: String], _ choice: String, _ isColoured: Bool) throws {
    let outcome = try Program.run(["rules", "list", "--color", choice], environment: environment)
    #expect(outcome.output.contains("\u{1B}[") == isColoured)
  }

  @Test("an output file that cannot be written is exit code 2")
  func unwritable() throws {
    let outcome = try Program.run(["rules", "list", "--output-file", "/no/such/folder/file"])
    #expect(outcome.exitCode == 2)
    #expect(outcome.diagnostics.contains("cannot write /no/such/folder/file: No such file"))
  }
}

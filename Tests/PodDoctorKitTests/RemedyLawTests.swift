import Findings
import Foundation
import KubernetesModel
import Provenance
import RuleEngine
import TestSupport
import Testing
import Validation
import YAML

@testable import PodDoctorKit

/// What rules advise in their examples, held against what an operator needs at night.
@Suite("Remedies of rules about causes")
struct RemedyLawTests {
  /// A remedy as an example renders it.
  struct Advice: Sendable, CustomTestStringConvertible {
    var remedy: Remedy
    var finding: Finding
    var example: RuleExample
    var testDescription: String { "\(finding.cause): \(remedy.says)" }

    var documents: [YAMLNode] {
      DocumentReader().read(example.input, file: "example").documents.compactMap(\.root)
    }
  }

  private static let knowledge: Knowledge? = {
    let folder = URL(filePath: PackageFolder.path).appending(path: "Rules")
    guard let files = try? RuleFolder.files(at: folder.path(percentEncoded: false)) else {
      return nil
    }
    var knowledge = Knowledge.bundled
    return (try? knowledge.add(files, laws: .tested)).map { knowledge }
  }()

  private static let rules: [RuleSource] = ((try? knowledge?.book.sources()) ?? [])
    .filter { $0.playbook != .review }

  private static let findings: [(finding: Finding, example: RuleExample)] = {
    guard let knowledge else { return [] }
    return rules.flatMap(\.examples).filter { $0.finds != .nothing }.flatMap { example in
      let findings = (try? ExampleDump(example).findings(of: example.rule, by: knowledge)) ?? []
      return findings.map { ($0, example) }
    }
  }()

  static let advice: [Advice] = findings.flatMap { finding, example in
    finding.remedies.map { Advice(remedy: $0, finding: finding, example: example) }
  }

  @Test("are offered wherever a rule finds something")
  func existence() {
    #expect(Self.rules.count > 150)
    let found = Set(Self.findings.map(\.finding.cause))
    #expect(Self.rules.map(\.name.value).filter { !found.contains($0) } == [])
    #expect(Self.findings.filter { $0.finding.remedies.isEmpty }.map(\.finding.cause) == [])
  }

  @Test("go from looking to destroying")
  func order() {
    let unordered = Self.rules.filter { rule in
      let risks = rule.remedies.compactMap { remedy in
        if case .stated(let text) = remedy { text.risk } else { nil }
      }
      return risks != risks.sorted()
    }
    #expect(unordered.map(\.name.value) == [])
  }

  @Test("can be followed: each has a command or a patch")
  func substance() {
    let empty = Self.advice.filter { $0.remedy.command == nil && $0.remedy.patch == nil }
    #expect(empty.map(\.testDescription) == [])
  }

  /// Words in capital letters that the input does not hold stand for something that nobody filled in.
  @Test("leave nothing to fill in")
  func placeholders() throws {
    let word = #/\b[A-Z][A-Z_]{2,}\b|<[a-z][a-z -]*>/#
    let unready = Self.advice.filter { advice in
      let text = (advice.remedy.command ?? "") + (advice.remedy.patch ?? "")
      // Columns have names, the shell has variables, and all capabilities together are ALL.
      let command = text.replacing(#/custom-columns=\S+|\$[A-Z]+|"ALL"/#, with: "")
      return command.matches(of: word).contains { !advice.example.input.contains($0.output) }
    }
    #expect(unready.map { "\($0.testDescription): \($0.remedy.command ?? "")" } == [])
  }

  /// A value is quoted as a word of its own; inside quotes of the rule its quotes would end them.
  @Test("put no value inside quotes")
  func quoting() {
    let quoted = #/(?:'[^']*\{[^']*')|(?:"[^"]*\{[^"]*")/#
    let expression = #/\{(?:[^{}"']|"(?:[^"\\]|\\.)*"|'[^']*'|\{[^{}]*\})*\}/#
    let loose = Self.rules.filter { rule in
      rule.remedies.contains { remedy in
        guard case .stated(let text) = remedy, let command = text.command?.value else {
          return false
        }
        let plain = command.replacing("{{", with: "").replacing("}}", with: "")
        let marked = plain.replacing(expression, with: "\u{1}")
        return marked.contains(#/'[^']*\u{1}[^']*'|"[^"]*\u{1}[^"]*"/#) || marked.contains(quoted)
      }
    }
    #expect(loose.map(\.name.value) == [])
  }

  @Test("that change a manifest show the change")
  func changes() {
    let verb =
      #/kubectl(?: -n \S+)? (?:edit|apply|patch(?! --local)|create -f|set (?:image|resources|env|selector)) /#
    let silent = Self.advice.filter { advice in
      guard let command = advice.remedy.command, advice.remedy.patch == nil else { return false }
      return command.contains(verb) && !command.hasSuffix(" --list")
    }
    #expect(silent.map { "\($0.testDescription): \($0.remedy.command ?? "")" } == [])
  }

  @Test("with a patch are all tried by an example")
  func coverage() {
    let offered = Dictionary(grouping: Self.advice, by: \.finding.cause).mapValues { advice in
      Set(advice.filter { $0.remedy.patch != nil }.map(\.remedy.risk)).count
    }
    let untried = Self.rules.filter { rule in
      let patches = rule.remedies.contains { remedy in
        if case .stated(let text) = remedy { text.patch != nil } else { false }
      }
      return patches && offered[rule.name.value, default: 0] == 0
    }
    #expect(untried.map(\.name.value) == [])
  }

  @Test("of looking change nothing, and those of a pod template restart")
  func risks() {
    let mild = Self.advice.filter { advice in
      guard let patch = advice.remedy.patch else { return false }
      return patch.contains("template:") || patch.contains("kind: Pod\n")
        ? advice.remedy.risk < .disruptive : advice.remedy.risk == .inspect
    }
    #expect(mild.map(\.testDescription) == [])
  }

  @Test("change the object into a valid one", arguments: advice.filter { $0.remedy.patch != nil })
  func patch(_ advice: Advice) throws {
    let text = try #require(advice.remedy.patch)
    let reading = DocumentReader().read(text, file: "patch")
    #expect(reading.problems.isEmpty, "\(text)")
    let patch = try #require(reading.documents.first?.root)
    let (object, change) = try Self.target(of: patch, in: advice)
    let validation = ManifestValidation()
    guard let object else {
      let verdict = validation.verdict(on: patch)
      #expect(validation.knows(patch) && Self.faults(verdict) == [], "\(text)")
      return
    }
    let merged = try #require(try StrategicMerge.merged(object, with: change))
    #expect(try StrategicMerge.text(of: merged) != StrategicMerge.text(of: object), "\(text)")
    let known = Self.faults(validation.verdict(on: object))
    let faults = Self.faults(validation.verdict(on: merged)).subtracting(known)
    #expect(faults == [], "\(text)")
    #expect(advice.remedy.command?.isEmpty == false)
  }

  /// The object of the example that a patch changes, and the change; of a workload that the example lacks its pod.
  private static func target(
    of patch: YAMLNode, in advice: Advice
  ) throws -> (object: YAMLNode?, change: YAMLNode) {
    let object = ObjectReference(
      kind: try #require(patch["kind"]?.string),
      namespace: patch["metadata"]?["namespace"]?.string ?? "",
      name: try #require(patch["metadata"]?["name"]?.string))
    let documents = advice.documents
    if let found = documents.first(where: { reference(of: $0) == object }) { return (found, patch) }
    guard let keys = PodManifest(object).templateKeys, !keys.isEmpty,
      let change = patch.node(at: FieldPath(parsing: keys.joined(separator: "."))),
      let pod = documents.first(where: { reference(of: $0) == advice.finding.affected.object })
    else { return (nil, patch) }
    return (pod, change)
  }

  private static func reference(of node: YAMLNode) -> ObjectReference {
    ObjectReference(
      kind: node["kind"]?.string ?? "", namespace: node["metadata"]?["namespace"]?.string ?? "",
      name: node["metadata"]?["name"]?.string ?? "")
  }

  /// What the API server would refuse, without what depends on the spot.
  private static func faults(_ verdict: ValidationVerdict) -> Set<String> {
    var faults = Set(verdict.errors.map { "\($0.field): \($0.kind.rawValue) \($0.detail)" })
    faults.formUnion(verdict.strictErrors.map(\.message))
    if let error = verdict.decodeError { faults.insert("\(error)") }
    return faults
  }
}

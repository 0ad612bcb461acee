import BundledRules
import Findings
import Foundation
import RuleEngine
import TestSupport
import Testing
import YAML

@testable import PodDoctorKit

/// Every entry of the catalogue beside the sources is known: a rule or a table says what it is.
@Suite("Catalogue", .enabled("the catalogue is not beside the sources") { Catalogue.folder != nil })
struct CatalogueTests {
  private static let glossary = BundledRules.glossary

  private func entries(_ file: String, _ section: String) throws -> [YAMLNode] {
    let text = try #require(try Catalogue.text(file))
    let root = try #require(DocumentReader().read(text, file: file).documents.first?.root)
    let entries = Array(try #require(root[section]).elements)
    try #require(!entries.isEmpty)
    return entries
  }

  /// The names by which causes are scored, besides that of no cause at all.
  private func causes() throws -> Set<String> {
    let text = try #require(try Catalogue.text("../causes.yaml"))
    let root = try #require(
      DocumentReader().read(text, file: "causes.yaml").documents.first?.root)
    return Set(root.entries.flatMap { $0.value.entries.map(\.key) }).subtracting(["healthy"])
  }

  @Test("every cause has a rule, and every rule is of a known cause or its finer case")
  func causesAndRules() throws {
    let causes = try causes()
    #expect(causes.count > 120)
    let rules = try BundledRules.book.sources().filter { $0.playbook != .review }
    #expect(causes.subtracting(rules.map(\.name.value)) == [])
    let strange = rules.filter { rule in
      !causes.contains(rule.refines?.value ?? rule.name.value) && !rule.isFallback
    }
    #expect(strange.map(\.name.value) == [])
  }

  struct Words: Sendable, CustomTestStringConvertible {
    var file: String
    var section: String
    /// The field of an entry that holds the word.
    var field: String
    /// The section of the glossary.
    var glossary: String
    var count: Int
    var testDescription: String { section }
  }

  @Test(
    "every word is in the glossary",
    arguments: [
      Words(
        file: "events.yaml", section: "events", field: "reason", glossary: "events", count: 275),
      Words(
        file: "states.yaml", section: "container_waiting_reasons", field: "reason",
        glossary: "waiting", count: 28),
      Words(
        file: "states.yaml", section: "container_terminated_reasons", field: "reason",
        glossary: "terminated", count: 11),
      Words(
        file: "states.yaml", section: "pod_status_reasons", field: "reason", glossary: "podReasons",
        count: 31),
      Words(
        file: "states.yaml", section: "node_taints", field: "key", glossary: "taints", count: 17),
      Words(
        file: "exitcodes.yaml", section: "exit_codes", field: "code", glossary: "exits", count: 67),
    ])
  func words(_ words: Words) throws {
    let entries = try entries(words.file, words.section)
    #expect(entries.count >= words.count)
    let unknown = entries.compactMap { $0[words.field]?.text }.filter {
      $0 != "(empty)" && Self.glossary[words.glossary, $0] == nil
    }
    #expect(unknown == [])
  }

  /// A failure that passes for harmless would never be shown.
  @Test("no failure passes for harmless")
  func bearings() throws {
    let mistaken = try entries("events.yaml", "events").filter { entry in
      let bearing = entry["reason"].flatMap { Self.glossary["events", $0.text]?.bearing }
      return entry["impact"]?.text == "problem" && bearing == .benign
    }
    #expect(mistaken.compactMap { $0["reason"]?.text } == [])
  }

  @Test("every condition of pods and nodes is in the glossary")
  func conditions() throws {
    var unknown: [String] = []
    for (section, status, glossary) in [
      ("pod_conditions", "status", "podConditions"),
      ("node_conditions", "bad_status", "nodeConditions"),
    ] {
      for entry in try entries("states.yaml", section) {
        let (type, status) = (entry["type"]?.text ?? "", entry[status]?.text ?? "")
        let isKnown = Self.glossary.words(of: glossary).contains { word in
          word.hasPrefix("\(type)=")
            && (status.hasPrefix("(") || word.hasPrefix("\(type)=\(status)"))
        }
        if !isKnown { unknown.append("\(type)=\(status)") }
      }
    }
    #expect(unknown == [])
  }

  @Test("every finalizer has an owner in the glossary")
  func finalizers() throws {
    let names = try entries("terminating.yaml", "finalizers").flatMap { entry in
      (entry["finalizer"]?.text ?? "").replacing(" / ", with: ", ").split(separator: ", ").map {
        String($0.prefix { $0 != "<" && $0 != " " })
      }
    }
    #expect(names.count >= 34)
    #expect(names.filter { (Self.glossary["finalizers", $0]?.owner ?? "").isEmpty } == [])
  }

  @Test("every condition of a namespace that hangs is in the glossary")
  func namespaceConditions() throws {
    let names = try entries("terminating.yaml", "namespace_conditions").compactMap {
      $0["condition"]?.text
    }
    #expect(names.filter { Self.glossary["namespaceConditions", "\($0)=True"] == nil } == [])
  }

  /// What stands in the way of a deletion, and the rule that finds it or why none does.
  private static let deletionBlockers = [
    "T01-within-grace": "the ordinary course", "T02-finalizer": "finalizer-blocking",
    "T03-node-gone": "node-lost", "T04-node-unreachable": "node-lost",
    "T05-kill-failing": "container-unkillable", "T06-cni-del": "container-unkillable",
    "T07-volume-unmount": "volume-unmount-stuck", "T08-cgroup": "volume-unmount-stuck",
    "T09-dra-unprepare": "container-unkillable", "T10-prestop": "prestop-hook-hanging",
    "T11-kubelet-silent": "container-unkillable", "T12-webhook": "finalizer-blocking",
    "T13-namespace": "namespace-terminating", "T14-static-mirror": "the ordinary course",
    "T15-recreated": "the ordinary course", "T16-virtual-node": "node-lost",
    "T17-pdb": "the ordinary course", "T18-gc-owner": "finalizer-blocking",
    "T19-sidecar": "job-sidecar-never-exits", "T20-job-suspend": "finalizer-blocking",
  ]

  @Test("every way to hang at the end has a rule, or is no fault")
  func deletions() throws {
    let known = Set(BundledRules.book.names + ["the ordinary course"])
    let unknown = try entries("terminating.yaml", "causes").compactMap { $0["id"]?.text }.filter {
      !known.contains(Self.deletionBlockers[$0] ?? "")
    }
    #expect(unknown == [])
  }

  /// Ways of the catalogue to say the same text, with what a format leaves open filled in.
  private static func filled(_ format: String) -> String {
    var text = ""
    var rest = format[...]
    while let percent = rest.firstIndex(of: "%") {
      text += rest[..<percent]
      let verb = rest[percent...].dropFirst().drop { "+#0123456789.".contains($0) }
      text += verb.first == "q" ? "\"a\"" : verb.first == "d" ? "1" : "a"
      rest = verb.dropFirst()
    }
    return text + rest
  }

  @Test("every message of the scheduler is read or in the glossary")
  func schedulerMessages() throws {
    let texts = try entries("scheduler.yaml", "messages").compactMap { $0["text"]?.text }
    #expect(texts.count >= 96)
    let unknown = texts.map(Self.filled).filter { text in
      PlacementBlocker(reason: text) == nil && Self.glossary["scheduler", text] == nil
        && text != "<extender defined text>"
    }
    #expect(unknown == [])
  }

  @Test("every text of a component is recognised")
  func componentTexts() throws {
    let classifier = TextClassifier.bundled
    var unknown: [String] = []
    for pattern in try entries("runtime-errors.yaml", "patterns") {
      let group = pattern["group"]?.text ?? ""
      for example in pattern["examples"]?.elements.map(\.text) ?? []
      where classifier.best(for: example, in: [group]) == nil {
        unknown.append("\(pattern["id"]?.text ?? ""): \(example)")
      }
    }
    #expect(unknown == [])
  }

  @Test("every text of a program is recognised, and what is noise is no cause")
  func programTexts() throws {
    let signatures = SignatureSet(Signature.bundled(in: "logs"))
    var unknown: [String] = []
    for entry in try entries("log-signatures.yaml", "signatures") {
      let id = entry["id"]?.text ?? ""
      for example in entry["examples"]?.elements.map(\.text) ?? [] {
        let found = signatures.matches(in: example).map { signatures.signatures[$0] }
        if found.isEmpty { unknown.append("\(id): \(example)") }
        if entry["level"]?.text == "noise",
          found.contains(where: { $0.name == id && $0.cause != "context" })
        {
          unknown.append("\(id) is a cause")
        }
      }
      for other in entry["counter_examples"]?.elements.map(\.text) ?? []
      where signatures.matches(in: other).contains(where: { signatures.signatures[$0].name == id })
      {
        unknown.append("\(id) finds \(other)")
      }
    }
    #expect(unknown == [])
  }
}

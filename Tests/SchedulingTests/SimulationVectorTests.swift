import Basics
import Foundation
import KubernetesModel
import Scheduling
import TestSupport
import Testing
import YAML

@Suite("Simulation, against recordings of kube-scheduler")
struct SimulationVectorTests {
  /// One recorded cluster, and what kube-scheduler decided about each of its pending pods.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var vector: JSONValue
  }

  static let kinds = [
    "taints", "nodeaffinity", "resources", "ports", "spread", "podaffinity", "scoring",
    "preemption", "evict", "volumes", "dra", "mixed", "config",
  ]

  static let cases: [Case] = kinds.flatMap { kind in
    ((try? Vectors.cases("scheduler/\(kind).jsonl")) ?? []).map {
      Case(testDescription: "\(kind) \($0["name"]?.string ?? "")", vector: $0)
    }
  }

  @Test("decides as kube-scheduler did", arguments: cases)
  func decision(_ example: Case) throws {
    let got = try simulate(example.vector)
    for wanted in example.vector["expected"]?.elements ?? [] {
      let name = wanted["pod"]?.string ?? ""
      let outcome = try #require(got[name], "\(name) is not in the answer")
      for field in ComparableOutcome.fields {
        let (one, other) = (ComparableOutcome(wanted)[field], ComparableOutcome(outcome)[field])
        #expect(
          one == other,
          "\(example.testDescription) \(name) \(field)\n  wanted \(String(describing: one))\n  got    \(String(describing: other))"
        )
      }
    }
  }

  /// The report's entries by pod, as they are printed.
  private func simulate(_ vector: JSONValue) throws -> [String: JSONValue] {
    var builder = ClusterSnapshot.Builder()
    for object in vector["objects"]?.elements ?? [] {
      for document in documents(object) { builder.add(document) }
    }
    var configuration = SchedulerConfiguration()
    if let document = vector["config"].flatMap({ documents($0).first }) {
      configuration = try SchedulerConfiguration(reading: document)
    }
    var simulation = Simulation(of: builder.build(), configuration: configuration)
    let report = simulation.run()
    var json = JSONWriter(into: ByteWriter())
    report.write(to: &json)
    let parsed = try JSONValue(parsing: json.finish().bytes)
    let entries = (parsed["pods"]?.elements ?? []).map { ($0["pod"]?.string ?? "", $0) }
    return Dictionary(entries, uniquingKeysWith: { $1 })
  }

  private func documents(_ value: JSONValue) -> [YAMLNode] {
    DocumentReader().read(value.description, file: "vector.json").documents.map(\.root)
  }
}

/// An outcome without what may differ: order, empty values, zero scores.
struct ComparableOutcome {
  static let fields = [
    "outcome", "message", "node", "feasible", "best", "filter", "otherNodes", "scores",
    "preemption",
  ]

  private let outcome: JSONValue

  init(_ outcome: JSONValue) { self.outcome = outcome }

  subscript(field: String) -> JSONValue? {
    guard let value = outcome[field], !isEmpty(value) else { return nil }
    switch field {
    case "filter": return .object(value.members.mapValues(sortedReasons))
    case "otherNodes": return .object(["reasons": sorted(value["reasons"])])
    case "feasible", "best": return sorted(value)
    case "scores":
      return .object(
        value.members.mapValues { row in
          .object(row.members.filter { $0.key == "total" || $0.value != .number("0") })
        })
    case "preemption":
      return .object([
        "nominatedNode": value["nominatedNode"] ?? .string(""),
        "victims": sorted(value["victims"]), "message": value["message"] ?? .string(""),
      ])
    default: return value
    }
  }

  private func isEmpty(_ value: JSONValue) -> Bool {
    switch value {
    case .null, .object([:]), .array([]), .string(""): true
    default: false
    }
  }

  private func sortedReasons(_ status: JSONValue) -> JSONValue {
    .object(status.members.merging(["reasons": sorted(status["reasons"])]) { $1 })
  }

  private func sorted(_ list: JSONValue?) -> JSONValue {
    .array((list?.elements ?? []).sorted { $0.description < $1.description })
  }
}

import Foundation
import TestSupport
import Testing

@Suite("The command simulate")
struct SimulateCommandTests {
  static let dump = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Simulation/shop.yaml").path

  static let pages: [([String], String)] = [
    ([], "shop.txt"), (["--explain"], "shop-explained.txt"),
    (["--explain", "-o", "wide", "deploy/web", "--replicas", "9"], "shop-replicas.txt"),
  ]

  @Test("writes for people", arguments: pages)
  func text(_ arguments: [String], _ golden: String) throws {
    let outcome = try Program.run(["simulate", "-f", Self.dump] + arguments)
    #expect(outcome.exitCode == 0)
    #expect(outcome.diagnostics == "")
    try expectGolden(Array(outcome.output.utf8), at: "Simulation/\(golden)")
  }

  @Test("writes JSON of the published shape", arguments: [[], ["--explain"], ["--replicas", "2"]])
  func schema(_ arguments: [String]) throws {
    let schema = try Program.run(["schema", "--kind", "SimulationReport"]).output
    let report = try Program.run(["simulate", "-f", Self.dump, "-o", "json"] + arguments)
    #expect(report.exitCode == 0)
    #expect(try JSONShape(schema: schema).faults(in: Array(report.output.utf8)) == [])
  }

  static let selections: [([String], [String])] = [
    (
      [],
      [
        "shop/api", "shop/small", "shop/web-manifest-1", "shop/web-manifest-2",
        "shop/web-manifest-3",
      ]
    ),
    (["pod/api"], ["shop/api"]),
    (
      ["-n", "shop", "deploy/web"],
      ["shop/web-manifest-1", "shop/web-manifest-2", "shop/web-manifest-3"]
    ),
    (
      ["-l", "app=web", "--field-selector", "metadata.name=web-manifest-2"], ["shop/web-manifest-2"]
    ),
  ]

  @Test("a selection chooses what is shown, not what is simulated", arguments: selections)
  func selection(_ arguments: [String], _ pods: [String]) throws {
    func entries(_ arguments: [String]) throws -> [String: JSONValue] {
      let outcome = try Program.run(["simulate", "-f", Self.dump, "-o", "json"] + arguments)
      let entries = try JSONValue(parsing: Array(outcome.output.utf8))["pods"]?.elements ?? []
      return Dictionary(entries.map { ($0["pod"]?.string ?? "", $0) }) { $1 }
    }
    let (all, chosen) = (try entries([]), try entries(arguments))
    #expect(chosen.keys.sorted() == pods)
    for (name, entry) in chosen { #expect(entry == all[name]) }
  }

  static let exitCodes: [([String], Int32, String)] = [
    ([], 0, ""), (["--fail-on", "error"], 1, ""), (["--fail-on", "error", "pod/small"], 0, ""),
    (["pod/nobody"], 2, "no pending pod in the dump matches pod/nobody"),
    (["--scheduler-config", "/no/such"], 2, "No such file"),
    (["--scheduler-config", dump], 2, "KubeSchedulerConfiguration"),
    (["--add-nodes", "2"], 2, "belong together"), (["--replicas", "0"], 2, "count from 1"),
    (["--add-nodes", "2", "--like", "x"], 2, "no such node"),
    (["--set", "db-1.spec.x=1"], 2, "no field spec.x"),
  ]

  @Test("ends with the exit code that scripts expect", arguments: exitCodes)
  func exitCode(_ arguments: [String], _ code: Int32, _ says: String) throws {
    let outcome = try Program.run(["simulate", "-f", Self.dump] + arguments)
    #expect(outcome.exitCode == code)
    #expect(outcome.diagnostics.contains(says) || says.isEmpty, "\(outcome.diagnostics)")
  }
}

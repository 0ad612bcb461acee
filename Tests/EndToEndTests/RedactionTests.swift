import Foundation
import TestSupport
import Testing

@Suite("Redaction")
struct RedactionTests {
  static let commands = ["diagnose", "simulate --explain", "review --enable all"]
  static let formats = ["text", "wide", "json", "yaml", "ndjson", "name"]

  @Test(
    "no planted credential is seen, in no format and on no stream", arguments: commands, formats)
  func secrets(_ command: String, _ format: String) throws {
    var planted = PlantedSecrets()
    let folder = try TemporaryFolder(planted.dump())
    #expect(planted.values.count >= 200)
    let words = command.split(separator: " ").map(String.init)
    let options =
      words[0] == "review" ? [[], ["--redact-names"]] : [["-v"], ["-v", "--redact-names"]]
    for more in options {
      let outcome = try Program.run(words + [folder.path, "-o", format] + more)
      #expect(outcome.exitCode < 2 || words[0] == "review", "\(outcome.diagnostics)")
      let seen = planted.values.filter {
        outcome.output.contains($0) || outcome.diagnostics.contains($0)
      }
      #expect(seen == [])
    }
  }

  private static let names = [
    "shop", "checkout-7d9c8f-abcde", "checkout", "edge-42", "registry.corp.example", "orders-db",
    "10.1.2.3", "team/checkout",
  ]
  private static let manifests = """
    apiVersion: v1
    kind: Pod
    metadata:
      name: checkout-7d9c8f-abcde
      namespace: shop
      creationTimestamp: 2026-08-12T06:00:00Z
      ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: checkout-7d9c8f, controller: true}]
    spec:
      nodeName: edge-42
      containers: [{name: app, image: "registry.corp.example/team/checkout:1.4", envFrom: [{secretRef: {name: orders-db}}]}]
    status:
      phase: Pending
      podIP: 10.1.2.3
      containerStatuses: [{name: app, state: {waiting: {reason: CreateContainerConfigError, message: 'secret "orders-db" not found'}}}]
    ---
    apiVersion: apps/v1
    kind: ReplicaSet
    metadata: {name: checkout-7d9c8f, namespace: shop, ownerReferences: [{kind: Deployment, name: checkout, controller: true, apiVersion: apps/v1}]}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: checkout, namespace: shop}
    ---
    apiVersion: v1
    kind: Event
    metadata: {name: checkout-7d9c8f-abcde.17, namespace: shop}
    involvedObject: {kind: Pod, name: checkout-7d9c8f-abcde, namespace: shop}
    type: Warning
    reason: Failed
    message: 'Error: secret "orders-db" not found'
    lastTimestamp: 2026-08-12T06:10:00Z

    """

  @Test(
    "names are replaced by pseudonyms in every format, the same in each run", arguments: formats)
  func pseudonyms(_ format: String) throws {
    let folder = try TemporaryFolder(["shop/all.yaml": Self.manifests])
    let arguments = ["diagnose", folder.path, "-o", format, "-v", "--redact-names"]
    let outcome = try Program.run(arguments)
    for name in Self.names {
      #expect(!outcome.output.contains(name), "\(outcome.output)")
      #expect(!outcome.diagnostics.contains(name), "\(outcome.diagnostics)")
    }
    #expect(outcome.output.contains("secret-1"), "\(outcome.output)")
    #expect(try Program.run(arguments).output == outcome.output)
  }

  @Test(
    "names are replaced in reviews, too, the same in each run",
    arguments: ["text", "wide", "json", "sarif", "junit", "github"])
  func review(_ format: String) throws {
    let folder = try TemporaryFolder(["shop/all.yaml": Self.manifests])
    let arguments = ["review", folder.path, "-o", format, "--enable", "all", "--redact-names"]
    let outcome = try Program.run(arguments)
    for name in Self.names where name != "10.1.2.3" {
      #expect(!outcome.output.contains(name), "\(outcome.output)")
      #expect(!outcome.diagnostics.contains(name), "\(outcome.diagnostics)")
    }
    #expect(outcome.output.contains("pod-1"), "\(outcome.output)")
    #expect(try Program.run(arguments).output == outcome.output)
  }

  @Test(
    "a review that hides names corrects nothing and makes no baseline",
    arguments: [["--fix", "--dry-run"], ["--write-baseline", "known.json"]])
  func conflicts(_ options: [String]) throws {
    let folder = try TemporaryFolder(["all.yaml": Self.manifests])
    let outcome = try Program.run(["review", folder.path, "--redact-names"] + options)
    #expect(outcome.exitCode == 2)
    #expect(outcome.diagnostics.contains("--redact-names hides what --"))
  }

  @Test("what is told stays the same under pseudonyms")
  func meaning() throws {
    let folder = try TemporaryFolder(["all.yaml": Self.manifests])
    func causes(_ more: [String]) throws -> [String?] {
      let report = try Program.run(["diagnose", folder.path, "-o", "json"] + more).output
      return try JSONValue(parsing: Array(report.utf8))["rootCauses"]?.elements
        .map { $0["cause"]?.string } ?? []
    }
    #expect(try causes([]) == causes(["--redact-names"]))
    let text = try Program.run(["diagnose", folder.path, "--redact"]).output
    #expect(text.contains("kubectl -n ns-1"), "\(text)")
  }
}

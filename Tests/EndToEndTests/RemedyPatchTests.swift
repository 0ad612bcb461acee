import Foundation
import TestSupport
import Testing

/// The change of one and the same pod, by what it is made of.
@Suite("A remedy's patch")
struct RemedyPatchTests {
  struct Owner: Sendable, CustomTestStringConvertible {
    var chain: [(kind: String, name: String)]
    var isHeld = true
    var labels = "{}"
    var annotations = "{}"
    /// The lines that begin the patch.
    var patch: String
    var command: String?
    var testDescription: String { chain.map(\.kind).joined(separator: " of ") }

    var documents: String {
      chain.enumerated().map { index, object in
        let owner = chain.dropFirst(index + 1).first.map {
          "[{apiVersion: v1, kind: \($0.kind), name: \($0.name), uid: u, controller: true}]"
        }
        return """
          apiVersion: \(object.kind.hasSuffix("Job") ? "batch/v1" : "apps/v1")
          kind: \(object.kind)
          metadata: {name: \(object.name), namespace: shop, ownerReferences: \(owner ?? "[]")}
          ---

          """
      }.joined()
    }
  }

  private static let memory = #""resources":{"limits":{"memory":"128Mi"}}"#
  private static let spec = #"{"spec":{"containers":[{"name":"app",\#(memory)}]}}"#
  private static let template = #"{"spec":{"template":\#(spec)}}"#

  static let owners = [
    Owner(
      chain: [],
      patch: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\nspec:\n",
      command:
        "kubectl -n shop get pod/web -o json | kubectl patch --local -f - -p '\(spec)' -o json"
        + " | kubectl replace --force -f -"),
    Owner(
      chain: [("ReplicaSet", "web-1"), ("Deployment", "web")],
      patch: "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n",
      command: "kubectl -n shop patch deployment/web -p '\(template)'"),
    Owner(
      chain: [("ReplicaSet", "web-7d9c")], isHeld: false, labels: "{pod-template-hash: 7d9c}",
      patch: "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n",
      command: "kubectl -n shop patch deployment/web -p '\(template)'"),
    Owner(
      chain: [("StatefulSet", "web")], patch: "apiVersion: apps/v1\nkind: StatefulSet\n",
      command:
        "kubectl -n shop patch statefulset/web -p '\(template)' && kubectl -n shop delete pod web"),
    Owner(
      chain: [("DaemonSet", "web")], patch: "apiVersion: apps/v1\nkind: DaemonSet\n",
      command: "kubectl -n shop patch daemonset/web -p '\(template)'"),
    Owner(
      chain: [("Job", "settle-1"), ("CronJob", "settle")],
      patch: "apiVersion: batch/v1\nkind: CronJob\n",
      command: "kubectl -n shop patch cronjob/settle"
        + " -p '{\"spec\":{\"jobTemplate\":{\"spec\":{\"template\":\(spec)}}}}'"),
    Owner(
      chain: [("Job", "settle")], patch: "apiVersion: batch/v1\nkind: Job\n",
      command: "kubectl -n shop get job/settle -o json | kubectl patch --local -f - -p "
        + #"'{"spec":{"selector":null,"template":{"metadata":{"labels":{"controller-uid":null,"#
        + #""batch.kubernetes.io/controller-uid":null}}}}}' -o json"#
        + " | kubectl patch --local -f - -p '\(template)' -o json | kubectl replace --force -f -"),
    Owner(
      chain: [("Rollout", "web")], patch: "", command: "kubectl -n shop edit rollout/web"),
    Owner(
      chain: [], annotations: "{kubernetes.io/config.mirror: a}",
      patch: "apiVersion: v1\nkind: Pod\n",
      command: nil),
  ]

  @Test("is one of what makes the pod", arguments: owners)
  func frame(_ owner: Owner) throws {
    let remedy = try #require(try Self.remedy(of: owner))
    let patch = remedy["patch"]?.string ?? ""
    #expect(patch.hasPrefix(owner.patch))
    #expect(patch.isEmpty == owner.patch.isEmpty)
    #expect(remedy["command"]?.string == owner.command)
  }

  /// The remedy against a limit that is too low.
  private static func remedy(of owner: Owner) throws -> JSONValue? {
    let controller = owner.chain.first.map {
      "[{apiVersion: v1, kind: \($0.kind), name: \($0.name), uid: u, controller: true}]"
    }
    let dump = """
      \(owner.isHeld ? owner.documents : "")apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels: \(owner.labels)
        annotations: \(owner.annotations)
        ownerReferences: \(controller ?? "[]")
      spec: {containers: [{name: app, resources: {limits: {memory: 64Mi}}}]}
      status:
        phase: Running
        containerStatuses:
          - name: app
            restartCount: 3
            state: {waiting: {reason: CrashLoopBackOff}}
            lastState: {terminated: {exitCode: 137, reason: OOMKilled}}
      """
    let outcome = try Program.run(["diagnose", "-", "-o", "json"], input: dump)
    let report = try JSONValue(parsing: outcome.output)
    return report["rootCauses"]?.elements.first?["remedies"]?.elements.last
  }
}

import Testing

@testable import PodDoctorKit

@Suite struct `Judging refusals` {
  /// Nodes with what keeps each off, in kube-scheduler's words, and the cause that an operator would name.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var nodes: [[String]]
    var cause: String
    var concerned: [String]
    var testDescription: String { name }

    init(_ name: String, _ nodes: [[String]], is cause: String, on concerned: String...) {
      self.name = name
      self.nodes = nodes
      self.cause = cause
      self.concerned = concerned
    }
  }

  private static let full = "Insufficient cpu"
  private static let small = "Insufficient memory"
  private static let control =
    "node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }"
  private static let team = "node(s) had untolerated taint {team: ml}"
  private static let lost = "node(s) had untolerated taint {node.kubernetes.io/unreachable: }"
  private static let cordon = "node(s) were unschedulable"
  private static let elsewhere = "node(s) didn't match Pod's node affinity/selector"
  private static let volume = "node(s) had volume node affinity conflict"
  private static let repelled = "node(s) didn't match pod anti-affinity rules"

  @Test(arguments: [
    Case(
      "an open node counts more than closed ones", [[full], [control], [cordon], [lost], [team]],
      is: "insufficient-cpu", on: "n0"),
    Case(
      "a lost node is a failure, a taint is meant", [[lost], [control], [team]],
      is: "node-not-ready", on: "n0"),
    Case(
      "a cordon is for a while, a taint for good", [[cordon], [control], [team]],
      is: "node-cordoned", on: "n0"),
    Case(
      "the taint of workers matters, not the control plane's", [[team], [control, team]],
      is: "untolerated-taint", on: "n0"),
    Case(
      "nodes that are not asked for do not matter", [[elsewhere], [team], [elsewhere, full]],
      is: "untolerated-taint", on: "n1"),
    Case(
      "no node is the right one", [[elsewhere], [elsewhere, team], [elsewhere, full]],
      is: "nodeaffinity-no-match", on: "n0", "n1", "n2"),
    Case("the volume's node is full", [[volume], [full]], is: "insufficient-cpu", on: "n1"),
    Case(
      "the volume's node is closed", [[volume], [cordon]],
      is: "volume-node-affinity-conflict", on: "n0"),
    Case(
      "a node without the other pod is full", [[repelled], [full]],
      is: "insufficient-cpu", on: "n1"),
    Case(
      "what alone stands in the way counts", [[full, small], [small]],
      is: "insufficient-memory", on: "n0", "n1"),
  ])
  func `One cause is named`(_ example: Case) throws {
    let refusals = example.nodes.enumerated().map { index, reasons in
      NodeRefusal(name: "n\(index)", blockers: reasons.compactMap(PlacementBlocker.init(reason:)))
    }
    let judgement = try #require(PlacementJudgement(refusals))
    #expect(judgement.cause == example.cause)
    #expect(judgement.refusals.compactMap(\.name) == example.concerned)
  }

  @Test func `Other causes tell which nodes they would open`() throws {
    let refusals = [[Self.full], [Self.team], [Self.team, Self.full]].enumerated().map {
      NodeRefusal(name: "n\($0)", blockers: $1.compactMap(PlacementBlocker.init(reason:)))
    }
    let judgement = try #require(PlacementJudgement(refusals))
    #expect(judgement.others.map(\.cause) == ["untolerated-taint"])
    #expect(judgement.others.first?.nodes == ["n1"])
  }

  @Test func `Nodes that refuse nothing give no cause`() {
    #expect(PlacementJudgement([NodeRefusal(name: "n", blockers: [])]) == nil)
  }

  @Test(arguments: [
    ("node(s) had taint {a: b}, that the pod didn't tolerate", "untolerated-taint"),
    ("node(s) had untolerated taint {node.kubernetes.io/disk-pressure: }", "node-disk-pressure"),
    ("Insufficient hugepages-2Mi", "insufficient-extended-resource"),
    ("Insufficient ephemeral-storage", "insufficient-ephemeral-storage"),
    ("persistentvolumeclaim \"a\" is being deleted. not found", "pvc-being-deleted"),
    ("persistentvolumeclaim \"a\" bound to non-existent persistentvolume \"b\"", "pvc-lost"),
    ("persistentvolumeclaim \"a\" not found", "pvc-not-found"),
    ("node(s) didn't satisfy plugin(s) [VolumeBinding]", "volume-node-affinity-conflict"),
    ("node(s) didn't match PersistentVolume's node affinity", "volume-node-affinity-conflict"),
    ("Too many pods", "too-many-pods"),
  ])
  func `The scheduler's words stand for causes`(_ reason: String, _ cause: String) {
    #expect(PlacementBlocker(reason: reason)?.cause == cause)
  }

  @Test func `Unknown words stand for nothing`() {
    #expect(PlacementBlocker(reason: "an extender says no") == nil)
  }
}

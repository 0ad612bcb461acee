import KubernetesModel
import Scheduling
import Testing
import YAML

@Suite("What-if")
struct WhatIfTests {
  private let snapshot: ClusterSnapshot

  init() {
    var builder = ClusterSnapshot.Builder()
    let text = """
      {kind: Node, apiVersion: v1, metadata: {name: a}, spec: {unschedulable: true},
        status: {allocatable: {cpu: "1", memory: 1Gi, pods: "5"}}}
      ---
      {kind: Node, apiVersion: v1, metadata: {name: b},
        status: {allocatable: {cpu: "1", memory: 1Gi, pods: "5"}}}
      ---
      {kind: Pod, apiVersion: v1, metadata: {name: r, namespace: n, uid: r},
        spec: {nodeName: b, containers: [{name: c, resources: {requests: {cpu: 600m}}}]}}
      ---
      {kind: Pod, apiVersion: v1, metadata: {name: p, namespace: n, uid: p},
        spec: {containers: [{name: c, resources: {requests: {cpu: 800m}}}]}}
      """
    for document in DocumentReader().read(text, file: "cluster.yaml").documents {
      builder.add(document.root)
    }
    snapshot = builder.build()
  }

  private var pod: Pod {
    get throws { try #require(snapshot.pods.first { $0.metadata.name == "p" }) }
  }

  @Test("a change is tried without touching the cluster itself")
  func whatIf() throws {
    let simulation = Simulation(of: snapshot)
    #expect(simulation.decision(about: try pod).node == nil)

    var uncordoned = simulation
    var node = try #require(snapshot.nodes.first { $0.metadata.name == "a" })
    node.spec.unschedulable = false
    let isReplaced = uncordoned.replace(node)
    #expect(isReplaced)
    #expect(uncordoned.decision(about: try pod).node.map(uncordoned.cluster.nodes.name) == "a")

    var emptied = simulation
    let running = try #require(emptied.cluster.nodes.pods[1].first)
    emptied.remove(running, from: NodeID(index: 1))
    #expect(emptied.decision(about: try pod).node.map(emptied.cluster.nodes.name) == "b")

    #expect(simulation.decision(about: try pod).node == nil)
  }
}

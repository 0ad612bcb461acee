import Findings
import KubernetesModel
import Scheduling
import Testing
import YAML

@Suite("What a pod takes on its node")
struct PodDemandTests {
  /// A pod of two containers, `a` with cpu 100m and memory 1Mi and `b` with cpu 50m, and a status.
  private func demand(_ status: String) throws -> PodDemand {
    let text = """
      {metadata: {name: p, namespace: shop}, spec: {containers: [
        {name: a, resources: {requests: {cpu: 100m, memory: 1Mi}}},
        {name: b, resources: {requests: {cpu: 50m}}}]}, status: {\(status)}}
      """
    let document = try #require(DocumentReader().read(text, file: "p.yaml").documents.first)
    var problems: [LoadProblem] = []
    var symbols = SymbolTable()
    let pod = Pod(decoding: document.root, problems: &problems)
    #expect(problems == [])
    return PodInfo(pod, symbols: &symbols).demand
  }

  @Test(
    "is what it asks for where its containers were given just that",
    arguments: [
      "containerStatuses: []",
      "containerStatuses: [{name: a}, {name: b}]",
      "containerStatuses: [{name: a, resources: {requests: {cpu: 100m, memory: 1Mi}}}]",
      "containerStatuses: [{name: a, allocatedResources: {cpu: 100m, memory: 1Mi}}]",
      """
      containerStatuses: [{name: b, resources: {requests: {cpu: 0.05}}, allocatedResources: {cpu: 50m}},
        {name: a, resources: {limits: {cpu: 1}}, allocatedResources: {cpu: 0.1, memory: 1024Ki}}]
      """,
      "containerStatuses: [{name: gone, resources: {requests: {cpu: 9}}}]",
    ])
  func asAsked(_ status: String) throws {
    #expect(try demand(status) == demand(""))
  }

  @Test(
    "is more where they were given more",
    arguments: [
      ("containerStatuses: [{name: a, resources: {requests: {cpu: 1}}}]", 1050),
      ("containerStatuses: [{name: b, allocatedResources: {cpu: 1}}]", 1100),
      ("containerStatuses: [{name: a, resources: {requests: {cpu: 10m}}}]", 150),
      (
        """
        conditions: [{type: PodResizePending, status: "True", reason: Infeasible}],
        containerStatuses: [{name: a, resources: {requests: {cpu: 100m, memory: 1Mi}}}]
        """, 100
      ),
    ])
  func asGiven(_ status: String, milliCPU: Int64) throws {
    #expect(try demand(status).requests.milliCPU == milliCPU)
  }
}

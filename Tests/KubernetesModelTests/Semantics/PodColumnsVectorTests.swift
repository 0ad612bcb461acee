import KubernetesModel
import TestSupport
import Testing

struct PodColumnsVectorTests {
  @Test("pods print as kubectl prints them", arguments: try Vectors.cases("podstatus/cases.json"))
  func prints(_ recorded: JSONValue) throws {
    let pod = try decoded(try #require(recorded["pod"]), as: Pod.self)
    let now = try #require(recorded["now"]?.string.flatMap { Timestamp($0) })
    let columns = PodColumns(pod, now: now)
    #expect(columns.ready == recorded["ready"]?.string)
    #expect(columns.status == recorded["status"]?.string)
    #expect(columns.restarts == recorded["restarts"]?.string)
    #expect(columns.age == recorded["age"]?.string)
    #expect(columns.ip == recorded["ip"]?.string)
    #expect(columns.node == recorded["node"]?.string)
    #expect(columns.nominatedNode == recorded["nominatedNode"]?.string)
    #expect(columns.readinessGates == recorded["readinessGates"]?.string)
  }
}

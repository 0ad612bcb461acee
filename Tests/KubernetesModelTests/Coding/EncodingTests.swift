import Findings
import KubernetesModel
import TestSupport
import Testing
import YAML

@Suite struct EncodingTests {
  static let kinds = KindTable.kinds.map { $0.kind }

  @Test("empty parts are left out as Go leaves them out, and structs are not")
  func omissions() throws {
    var pod = Pod()
    pod.metadata.name = "p"
    var container = Container()
    container.name = "c"
    pod.spec.containers = [container]
    let expected = """
      {"kind":"Pod","apiVersion":"v1","metadata":{"name":"p"},\
      "spec":{"containers":[{"name":"c","resources":{}}]},"status":{}}
      """
    #expect(String(decoding: pod.encodedObject(), as: UTF8.self) == expected)
  }

  @Test("quantities, times and texts are written in canonical form")
  func canonicalForms() throws {
    let manifest = """
      metadata: {creationTimestamp: "2026-11-22T10:00:00+01:00", annotations: {b: "2", a: "x\\"\\n"}}
      spec: {renewTime: "2026-11-22T10:00:00Z"}
      """
    var problems: [LoadProblem] = []
    let lease = Lease(decoding: try document(manifest), problems: &problems)
    let expected = """
      {"metadata":{"creationTimestamp":"2026-11-22T09:00:00Z",\
      "annotations":{"a":"x\\"\\n","b":"2"}},"spec":{"renewTime":"2026-11-22T10:00:00.000000Z"}}
      """
    #expect(String(decoding: lease.encoded(), as: UTF8.self) == expected)
  }

  @Test("every field of every kind is read and written", arguments: kinds)
  func everyField(of kind: String) throws {
    let type = try #require(KindTable.kinds.first { $0.kind == kind })
    let filled = try FilledManifest(of: type)
    #expect(filled.problems.map(\.says) == [])
    #expect(filled.encoded == filled.manifest)
  }
}

import KubernetesModel
import Provenance
import Testing
import YAML

@Suite struct UnknownFieldTests {
  @Test("unknown fields are found with their place and the name that was probably meant")
  func misspelled() throws {
    let manifest = """
      apiVersion: v1
      kind: Pod
      metadata: {name: p, labels: {anything: goes}}
      spec:
        tolerations: []
        containers:
        - name: c
          imagepullpolicy: Always
          enviroment: []
          livenesProbe: {}
      """
    let unknown = UnknownField.all(in: try document(manifest))
    #expect(
      unknown.map(\.path.description) == [
        "spec.containers[0].imagepullpolicy", "spec.containers[0].enviroment",
        "spec.containers[0].livenesProbe",
      ])
    #expect(unknown.map(\.suggestion) == ["imagePullPolicy", nil, "livenessProbe"])
    #expect(unknown.map(\.place.line) == [8, 9, 10])
  }

  @Test("a kind without a struct has no unknown fields")
  func customKinds() throws {
    let manifest = "{apiVersion: example.com/v1, kind: Pod, anything: 1}"
    #expect(UnknownField.all(in: try document(manifest)) == [])
  }
}

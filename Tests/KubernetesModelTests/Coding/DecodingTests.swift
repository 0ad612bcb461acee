import Findings
import KubernetesModel
import Provenance
import Testing
import YAML

@Suite struct DecodingTests {
  struct Case: CustomTestStringConvertible {
    var field: String
    var manifest: String
    var says: String
    var kind = LoadProblem.Kind.wrongType

    var testDescription: String { "\(field) \(says)" }
  }

  static let cases = [
    Case(
      field: "spec.nodeName", manifest: "spec: {nodeName: 5}",
      says: "expected a string, found a number"),
    Case(
      field: "spec.nodeName", manifest: "spec: {nodeName: [a]}",
      says: "expected a string, found a list"),
    Case(
      field: "metadata.labels.app", manifest: "metadata: {labels: {app: true}}",
      says: "expected a string, found a boolean"),
    Case(
      field: "spec.hostNetwork", manifest: "spec: {hostNetwork: 'true'}",
      says: "expected true or false, found a string"),
    Case(
      field: "spec.priority", manifest: "spec: {priority: '1'}",
      says: "expected a whole number, found a string"),
    Case(
      field: "spec.priority", manifest: "spec: {priority: 1.5}",
      says: "expected a whole number, found a number"),
    Case(
      field: "spec.priority", manifest: "spec: {priority: 3000000000}",
      says: "3000000000 is out of range for 32 bits", kind: .invalidValue),
    Case(
      field: "spec.containers", manifest: "spec: {containers: {name: c}}",
      says: "expected a list, found an object"),
    Case(
      field: "spec.containers[1]", manifest: "spec: {containers: [{name: a}, b]}",
      says: "expected an object, found a string"),
    Case(
      field: "spec.containers[0].resources.limits.cpu",
      manifest: "spec: {containers: [{resources: {limits: {cpu: [1]}}}]}",
      says: "expected a quantity, found a list"),
    Case(
      field: "metadata.annotations[example.com/a]",
      manifest: "metadata: {annotations: {example.com/a: {}}}",
      says: "expected a string, found an object"),
    Case(
      field: "spec.containers[0].livenessProbe.httpGet.port",
      manifest: "spec: {containers: [{livenessProbe: {httpGet: {port: true}}}]}",
      says: "expected a number or a string, found a boolean"),
    Case(
      field: "metadata.creationTimestamp", manifest: "metadata: {creationTimestamp: yesterday}",
      says: "\"yesterday\" is not a time in the form of RFC 3339", kind: .invalidValue),
  ]

  @Test("a field that is not as it should be is reported with its path", arguments: cases)
  func reports(_ wrong: Case) throws {
    var problems: [LoadProblem] = []
    _ = Pod(decoding: try document(wrong.manifest), problems: &problems)
    #expect(problems.map(\.field) == [wrong.field])
    #expect(problems.map(\.says) == ["\(wrong.field): \(wrong.says)"])
    #expect(problems.map(\.kind) == [wrong.kind])
  }

  @Test("a problem points at the value, and the rest of the object is read")
  func keepsTheRest() throws {
    let manifest = """
      metadata:
        name: web
      spec:
        nodeName: [1]
        priority: 7
        containers:
        - name: a
        - 17
        - name: c
      """
    let object = ObjectReference(kind: "Pod", namespace: "shop", name: "web")
    var problems: [LoadProblem] = []
    let pod = Pod(decoding: try document(manifest), of: object, problems: &problems)
    #expect(problems.map(\.place.description) == ["dump.yaml:4:13", "dump.yaml:8:5"])
    #expect(problems.allSatisfy { $0.object == object })
    #expect(pod.metadata.name == "web")
    #expect(pod.spec.priority == 7)
    #expect(pod.spec.containers.map(\.name) == ["a", "", "c"])
  }

  @Test("null is the same as absent")
  func nullIsAbsent() throws {
    var problems: [LoadProblem] = []
    let manifest = "{metadata: null, spec: {containers: null, priority: null, nodeName: null}}"
    #expect(Pod(decoding: try document(manifest), problems: &problems) == Pod())
    #expect(problems == [])
  }

  @Test("a number may be written in any form that the converter prints as a whole number")
  func wholeNumbers() throws {
    var problems: [LoadProblem] = []
    let pod = Pod(decoding: try document("spec: {priority: 1e3}"), problems: &problems)
    #expect(pod.spec.priority == 1000)
    #expect(problems == [])
  }

  @Test("a quantity may be a number")
  func quantities() throws {
    var problems: [LoadProblem] = []
    let text = "{limits: {cpu: 0.5, memory: ' 1Gi ', pods: 3}}"
    let resources = ResourceRequirements(decoding: try document(text), problems: &problems)
    #expect(resources.limits.keys == ["cpu", "memory", "pods"])
    #expect(resources.limits.values.map(\.description) == ["500m", "1Gi", "3"])
    #expect(problems == [])
  }

  @Test("values of secrets do not enter the model, not even by kubectl's annotation")
  func secrets() throws {
    let manifest = """
      kind: Secret
      metadata:
        name: s
        annotations:
          kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"password":"hunter2"}}'
      data: {token: aHVudGVyMg==}
      stringData: {password: hunter2, pin: 1234}
      """
    var problems: [LoadProblem] = []
    let secret = Secret(decoding: try document(manifest), problems: &problems)
    #expect(secret.keys.keys == ["password", "pin", "token"])
    #expect(problems.map(\.says) == ["stringData.pin: expected a string, found a number"])
    let encoded = String(decoding: secret.encodedObject(), as: UTF8.self)
    #expect(!encoded.contains("hunter2") && !encoded.contains("aHVudGVyMg"))
  }

  @Test("an event of events.k8s.io becomes an event of v1")
  func newEvents() throws {
    let manifest = """
      regarding: {kind: Pod, namespace: shop, name: web}
      note: Back-off pulling image
      reportingController: kubelet
      deprecatedCount: 4
      deprecatedSource: {component: kubelet, host: node-1}
      deprecatedLastTimestamp: "2026-11-22T10:00:00Z"
      series: {count: 5, lastObservedTime: "2026-11-22T10:00:00.5Z"}
      """
    var problems: [LoadProblem] = []
    let event = Event(decoding: try document(manifest), problems: &problems)
    #expect(event.involvedObject.name == "web")
    #expect(event.message == "Back-off pulling image")
    #expect(event.reportingComponent == "kubelet")
    #expect(event.source.host == "node-1")
    #expect(event.occurrences == 5)
    #expect(event.lastSeen?.nanoseconds == 500_000_000)
    #expect(problems == [])
  }

  @Test("the shape of resource.k8s.io/v1beta1 is read into that of v1")
  func earlierDevices() throws {
    var problems: [LoadProblem] = []
    let slice = ResourceSlice(
      decoding: try document(
        "spec: {devices: [{name: gpu-0, basic: {capacity: {memory: {value: 40Gi}}}}]}"),
      problems: &problems)
    #expect(slice.spec.devices.first?.name == "gpu-0")
    #expect(slice.spec.devices.first?.capacity["memory"]?.value.description == "40Gi")
    let claim = ResourceClaim(
      decoding: try document(
        "spec: {devices: {requests: [{name: r, deviceClassName: gpu, count: 2}]}}"),
      problems: &problems)
    #expect(claim.spec.devices.requests.first?.exactly?.deviceClassName == "gpu")
    #expect(claim.spec.devices.requests.first?.exactly?.count == 2)
    #expect(problems == [])
  }
}

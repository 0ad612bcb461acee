import DumpLoading
import KubernetesModel
import Provenance
import Testing

@Suite("Rows without a header")
struct BareRowTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var objects: [String]
    var testDescription: String { text }

    init(_ text: String, _ objects: [String]) {
      (self.text, self.objects) = (text, objects)
    }
  }

  static let cases = [
    Case("web-1   0/1   CrashLoopBackOff   12 (41s ago)   41m", ["Pod default/web-1"]),
    Case("shop   web-1   0/1   Pending   0   41m", ["Pod shop/web-1"]),
    Case("web-1 1/1 Running 0 41m 10.0.0.1 node-a <none> <none>", ["Pod default/web-1"]),
    Case("kube-system coredns-x 0/1 Running 4 41m k8s-app=kube-dns", ["Pod kube-system/coredns-x"]),
    Case("node-a   NotReady,SchedulingDisabled   <none>   9d   v1.36.0", ["Node node-a"]),
    Case(
      "data   Pending   fast   9m", ["PersistentVolumeClaim default/data"]),
    Case(
      "shop data Bound pvc-1 1Gi RWO fast 9m", ["PersistentVolumeClaim shop/data"]),
    Case(
      "web   1/2   2   1   9d   app   web:1   app=web", ["Deployment default/web"]),
    Case(
      "9s  Warning  BackOff  pod/web  Back-off restarting failed container app in pod web",
      ["Event", "Pod default/web"]),
    Case("- `web-1 0/1 Error 3 5m`", ["Pod default/web-1"]),
    Case("rated 4/5 Stars 3 times", []),
    Case("ratio 1/2 is 5 m", []),
    Case("chapter 1/2 Overview 3 4d", []),
    Case("2026/11 Release 3 notes 5m", []),
  ]

  @Test("are told by their shape", arguments: cases)
  func rows(_ example: Case) {
    let references = LoadedText(example.text).dump.snapshot.references.map { object -> String in
      let name = object.namespace.isEmpty ? object.name : "\(object.namespace)/\(object.name)"
      return object.kind == Event.kind ? object.kind : "\(object.kind) \(name)"
    }
    #expect(references == example.objects)
  }

  @Test("never show all that there is")
  func completeness() {
    let rows = "web-1  0/1    Pending  0         5m\nweb-2  0/1    Pending  0         5m\n"
    #expect(!LoadedText(rows).dump.snapshot.holds(kind: "Pod"))
    let table = "NAME  READY  STATUS  RESTARTS  AGE\n" + rows
    #expect(LoadedText(table).dump.snapshot.holds(kind: "Pod"))
  }
}

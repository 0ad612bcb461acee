import DumpLoading
import KubernetesModel
import Testing

@Suite("Hostile texts")
struct HostileTextTests {
  private static let description = """
    Name:         web
    Namespace:    shop
    Labels:       app=web
                  tier=front
    Status:       Running
    Containers:
      app:
        Image:  busybox
        Command:
          sh
          -c
          echo
        State:  Terminated
          Message:  one
    two
          Exit Code:  1
        Environment:
          A:  <set to the key 'k' in secret 's'>  Optional: false
        Mounts:
          /data from d (rw,path="x")
    Conditions:
      Type   Status
      Ready  False
    Volumes:
      d:
        Type:  EmptyDir (a temporary directory)
    Tolerations:  a=b:NoSchedule op=Exists for 3s
    Topology Spread Constraints:  zone:DoNotSchedule when max skew 1 is exceeded for selector a in (b)
    Events:
      Type    Reason  Age                From     Message
      ----    ------  ----               ----     -------
      Normal  Pulled  3s (x2 over 4m1s)  kubelet  spec.containers{app}: pulled

    $ kubectl get pods -o wide
    NAME   READY   STATUS    RESTARTS      AGE
    web    1/1     Running   1 (2m ago)    5m
    $ kubectl logs web
    {"level": "error"}
    """

  /// Cheap, repeatable chance.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % max(1, sides)
    }
  }

  @Test("with octets changed, left out or doubled are survived", arguments: 0..<40)
  func mutated(_ seed: Int) {
    var dice = Dice(state: UInt64(seed) &+ 1)
    var bytes = Array(Self.description.utf8)
    for _ in 0..<(1 + dice.roll(12)) {
      let index = dice.roll(bytes.count)
      switch dice.roll(4) {
      case 0: bytes[index] = UInt8(dice.roll(256))
      case 1: bytes.removeSubrange(index..<min(bytes.count, index + dice.roll(40)))
      case 2: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 30)], at: index)
      default: bytes[index] = Array(":\n \t[]{}()<>'\"/=".utf8)[dice.roll(16)]
      }
      if bytes.isEmpty { break }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(LoadedText(text).dump.snapshot.objectCount < 20)
  }

  @Test(
    "of many lines are read in one pass",
    arguments: [
      String(repeating: "Name: a\n", count: 10_000),
      String(repeating: "{\n", count: 10_000),
      String(repeating: "apiVersion: v1\n$ kubectl\n", count: 10_000),
      "Name: a\nStatus: Running\n" + String(repeating: "      Message: x\n", count: 10_000),
      "Name: a\nEvents:\n" + String(repeating: "  Normal  A  3s  k  m\n", count: 10_000),
      "Name: a\nLabels: " + String(repeating: "a=b,", count: 50_000),
      (0..<5_000).map { String(repeating: " ", count: $0 % 400) + "a:\n" }.joined(),
      "Name: a\nSelector: " + String(repeating: "(", count: 50_000) + "\nReplicas: 1 current\n",
    ])
  func long(_ text: String) {
    #expect(LoadedText(text).dump.snapshot.objectCount <= 20_001)
  }

  /// With time for each pair of them this test would take minutes.
  @Test("show events that are alike by the ten thousand")
  func likeEvents() {
    let row = "Warning  BackOff  2m  kubelet  Back-off restarting failed container app in pod web\n"
    let text = String(repeating: row, count: 10_000)
    let loaded = LoadedText([("a.txt", text), ("b.txt", text)])
    #expect(loaded.events.count == 1)
    #expect(loaded.dump.problems == [])
  }
}

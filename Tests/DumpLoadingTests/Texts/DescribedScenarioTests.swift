import DumpLoading
import Foundation
import KubernetesModel
import Testing

@Suite("Descriptions of recorded clusters")
struct DescribedScenarioTests {
  static let names: [String] = {
    let folders = try? FileManager.default.contentsOfDirectory(atPath: root.path)
    return (folders ?? []).filter { $0.hasPrefix("own-") }.sorted()
  }()

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/Scenarios")

  private func load(_ name: String, _ paths: String...) -> ClusterSnapshot {
    let dump = Self.root.appending(path: "\(name)/dump")
    return DumpLoader().load(paths.map { dump.appending(path: $0).path }).snapshot
  }

  @Test("there are some")
  func some() {
    #expect(Self.names.count > 50)
  }

  @Test("a pod is read as its manifest has it, in all that is shown", arguments: names)
  func pods(_ name: String) throws {
    let described = load(name, "describe/pods").pods
    let manifests = load(name, "all.yaml").pods
    #expect(!described.isEmpty || manifests.isEmpty)
    for pod in described {
      let other = manifests.named(pod.metadata.name, in: pod.metadata.namespace)
      // Between the two commands a pod may have been replaced or have gone on.
      guard let manifest = other, Self.isOfSameMoment(pod, manifest) else { continue }
      let (mine, its) = (pod.shown, manifest.shown)
      #expect(mine.metadata == its.metadata)
      expectSame(mine.spec, its.spec, of: pod)
      expectSame(mine.status, its.status, of: pod)
    }
  }

  private func expectSame(_ mine: PodSpec, _ its: PodSpec, of pod: Pod) {
    #expect(mine.containers == its.containers, "\(pod.metadata.name)")
    #expect(mine.volumes == its.volumes, "\(pod.metadata.name)")
    #expect(mine.tolerations == its.tolerations, "\(pod.metadata.name)")
    #expect(mine == its, "\(pod.metadata.name)")
  }

  private func expectSame(_ mine: PodStatus, _ its: PodStatus, of pod: Pod) {
    #expect(mine.containerStatuses == its.containerStatuses, "\(pod.metadata.name)")
    #expect(mine == its, "\(pod.metadata.name)")
  }

  private static func isOfSameMoment(_ pod: Pod, _ other: Pod) -> Bool {
    let mine = pod.status.containerStatuses + pod.status.initContainerStatuses
    let its = other.status.containerStatuses + other.status.initContainerStatuses
    func story(_ status: ContainerStatus) -> [String] {
      [
        "\(status.restartCount)", status.containerID, "\(status.ready)",
        status.state.waiting?.reason ?? "", "\(status.state.running != nil)",
      ]
    }
    return other.metadata.deletionTimestamp == nil && pod.status.phase == other.status.phase
      && mine.map(story) == its.map(story)
  }

  @Test("a node is read as its manifest has it, in all that matters", arguments: names)
  func nodes(_ name: String) throws {
    let described = load(name, "describe/nodes").nodes
    let manifests = load(name, "cluster").nodes
    for node in described {
      guard let other = manifests.named(node.metadata.name) else { continue }
      #expect(node.metadata.labels == other.metadata.labels)
      #expect(Set(node.spec.taints.map(Self.text)) == Set(other.spec.taints.map(Self.text)))
      #expect(node.spec.unschedulable == other.spec.unschedulable)
      // Amounts that the kubelet measures may change between the two commands.
      #expect(Self.fixed(node.status.allocatable) == Self.fixed(other.status.allocatable))
      #expect(Self.fixed(node.status.capacity) == Self.fixed(other.status.capacity))
      #expect(
        node.status.conditions.map(\.type).sorted() == other.status.conditions.map(\.type).sorted())
    }
  }

  private static func fixed(_ amounts: ResourceList) -> [String?] {
    ["cpu", "pods", "nvidia.com/gpu"].map { amounts[$0]?.description }
  }

  private static func text(_ taint: Taint) -> String {
    "\(taint.key)=\(taint.value):\(taint.effect)"
  }

  @Test("each event of a description is one of the manifests'", arguments: names)
  func events(_ name: String) throws {
    // The scheduler repeats itself between the two commands.
    let described = load(name, "describe/pods").events.filter { $0.reason != "FailedScheduling" }
    let known = Set(load(name, "all.yaml", "cluster").events.map(Self.text))
    let unknown = described.filter { !known.contains(Self.text($0)) }
    #expect(unknown.count * 10 <= described.count, "\(unknown.map(Self.text))")
  }

  private static func text(_ event: Event) -> String {
    "\(event.involvedObject.kind)/\(event.involvedObject.name) \(event.reason) "
      + event.message.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}

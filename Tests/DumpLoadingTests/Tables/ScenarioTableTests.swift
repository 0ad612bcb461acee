import Foundation
import KubernetesModel
import Provenance
import Testing

@testable import DumpLoading

/// Holds what is read from the tables of a recorded scenario against the objects of the same moment.
///
/// A recording takes some seconds, in which a container may end or an event be counted once more.
@Suite("Tables of recorded scenarios")
struct ScenarioTableTests {
  struct Scenario: CustomTestStringConvertible, Sendable {
    var folder: URL
    /// What the scenario's manifests hold.
    var objects: ClusterSnapshot
    var present: Timestamp

    var testDescription: String { folder.lastPathComponent }

    static let all: [Scenario] = {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Scenarios")
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
      return names.sorted().compactMap { Scenario(root.appending(path: $0)) }
    }()

    init?(_ folder: URL) {
      self.folder = folder
      let manifests = ["dump/all.yaml", "dump/cluster/nodes.yaml"]
      let paths = manifests.map { folder.appending(path: $0).path }
      objects = DumpLoader().load(paths).snapshot
      let time = try? String(
        contentsOf: folder.appending(path: "dump/dumped-at.txt"), encoding: .utf8)
      guard let present = Timestamp(time?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "")
      else { return nil }
      self.present = present
    }

    /// A table of the recording; an empty one where it was not taken.
    func table(_ name: String) -> TableText {
      let file = folder.appending(path: "dump/tables/\(name)")
      var table = TableText((try? String(contentsOf: file, encoding: .utf8)) ?? "")
      table.present = present
      table.namespace =
        objects.pods.first?.metadata.namespace ?? objects.events.first?.metadata.namespace
        ?? testDescription
      return table
    }
  }

  @Test("are there")
  func recordings() {
    #expect(Scenario.all.count > 100)
  }

  @Test("show the pods that are there, as kubectl printed them", arguments: Scenario.all)
  func pods(_ scenario: Scenario) throws {
    let pods = scenario.objects.pods.sorted { $0.metadata.name < $1.metadata.name }
    for name in ["pods.txt", "pods-wide.txt"] {
      let table = scenario.table(name)
      let read = table.pods.sorted { $0.metadata.name < $1.metadata.name }
      let names = Set(read.map(\.metadata.name)).symmetricDifference(pods.map(\.metadata.name))
      #expect(names.count <= 2)
      let cells = table.text.split(separator: "\n").dropFirst().map { row in
        row.split(separator: "  ", omittingEmptySubsequences: true).map {
          $0.trimmingCharacters(in: .whitespaces)
        }
      }
      let columns = table.pods.map { PodColumns($0, now: table.present) }
      #expect(columns.map(\.ready) == cells.map { $0[1] })
      #expect(columns.map(\.status) == cells.map { $0[2] })
      #expect(columns.map(\.restarts) == cells.map { $0[3] })
      for pod in pods where name == "pods-wide.txt" {
        guard let one = read.first(where: { $0.metadata.name == pod.metadata.name }) else {
          continue
        }
        #expect(one.spec.nodeName == pod.spec.nodeName)
        let sidecars = pod.spec.initContainers.count(where: \.isSidecar)
        #expect(one.spec.containers.count == pod.spec.containers.count + sidecars)
      }
    }
  }

  @Test("give pods the phase that they have", arguments: Scenario.all)
  func phases(_ scenario: Scenario) throws {
    let pods = scenario.objects.pods
    let table = scenario.table("pods-wide.txt")
    for read in table.pods {
      guard let pod = pods.first(where: { $0.metadata.name == read.metadata.name }) else {
        continue
      }
      let status = PodColumns(pod, now: table.present).status
      guard status == PodColumns(read, now: table.present).status else { continue }
      if !read.status.phase.isEmpty, !read.isTerminating {
        #expect(read.status.phase == pod.status.phase, "\(pod.metadata.name) \(status)")
      }
      if read.isTerminating {
        #expect(pod.isTerminating)
      } else {
        #expect(read.isReady == pod.isReady, "\(pod.metadata.name) \(status)")
      }
    }
  }

  @Test("show the events that are there", arguments: Scenario.all)
  func events(_ scenario: Scenario) throws {
    let events = scenario.objects.events
    let told = Set(events.map(Told.init))
    for name in ["events.txt", "events-wide.txt", "kubectl-events.txt"] {
      let read = scenario.table(name).events
      #expect(Set(read.map(Told.init)).symmetricDifference(told).count <= 8, "\(name)")
      #expect(abs(read.count - events.count) <= 8, "\(name)")
    }
  }

  @Test("show the nodes that are there", arguments: Scenario.all)
  func nodes(_ scenario: Scenario) throws {
    let table = scenario.table("nodes-wide.txt")
    let read: [Node] = table.all()
    let words = table.text.split(separator: "\n").dropFirst().map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(read.map(\.metadata.name) == words.map { $0[0] })
    #expect(read.map(\.printedStatus) == words.map { $0[1] })
    for node in scenario.objects.nodes {
      guard let other = read.first(where: { $0.metadata.name == node.metadata.name }) else {
        continue
      }
      #expect(other.status.nodeInfo.kubeletVersion == node.status.nodeInfo.kubeletVersion)
      #expect(other.status.nodeInfo.osImage == node.status.nodeInfo.osImage)
      #expect(other.status.addresses.first == node.status.addresses.first)
    }
  }

  @Test("show the workloads that are there", arguments: Scenario.all)
  func workloads(_ scenario: Scenario) throws {
    let table = scenario.table("rest.txt")
    let objects = scenario.objects
    let deployments: [Deployment] = table.all()
    for read in deployments {
      let real = try #require(objects.deployments.first { $0.metadata.name == read.metadata.name })
      #expect(read.spec.replicas == real.spec.replicas)
      #expect(read.spec.selector == real.spec.selector)
      #expect(
        read.spec.template.spec.containers.map(\.image)
          == real.spec.template.spec.containers.map(\.image))
    }
    let rows = table.text.split(separator: "\n").count { $0.hasPrefix("deployment.apps/") }
    #expect(deployments.count == rows)
    #expect(table.readings.flatMap(\.problems) == [])
  }
}

extension Node {
  /// The STATUS column of `kubectl get nodes`.
  fileprivate var printedStatus: String {
    let ready = status.conditions.first { $0.type == "Ready" }
    let word = ready.map { $0.status == "True" ? "Ready" : "NotReady" } ?? "Unknown"
    return spec.unschedulable ? "\(word),SchedulingDisabled" : word
  }
}

/// What an event says, but for its times; kubectl cuts a message at its first line break.
private struct Told: Hashable {
  var object: String
  var reason: String
  var message: String

  init(_ event: Event) {
    object = "\(event.involvedObject.kind)/\(event.involvedObject.name)"
    reason = event.reason
    let lines = event.message.split { $0.isNewline }
    let first = lines.first.map(String.init) ?? ""
    message = (first.hasSuffix("...") ? String(first.dropLast(3)) : first)
      .trimmingCharacters(in: .whitespaces)
  }
}

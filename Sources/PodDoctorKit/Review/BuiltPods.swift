import DumpLoading
import Provenance

/// The pods of a set by the builds of kustomize that their files are part of.
struct BuiltPods: Sendable {
  private let builds: KustomizeBuilds
  /// The numbers of the builds of each pod.
  private let ofPods: [Set<Int>]

  /// Nil where kustomize builds nothing.
  init?(_ pods: [ManifestPod], by builds: KustomizeBuilds) {
    guard !builds.isEmpty else { return nil }
    self.builds = builds
    ofPods = pods.map { builds[$0.workload.place.file] }
  }

  /// Those of some pods that may be applied together with a file: built with it, or built by nothing; all of them where
  /// there are none such.
  func built(with file: String, among pods: [Int]) -> [Int] {
    let own = builds[file]
    guard !own.isEmpty else { return pods }
    let together = pods.filter { ofPods[$0].isEmpty || !ofPods[$0].isDisjoint(with: own) }
    return together.isEmpty ? pods : together
  }
}

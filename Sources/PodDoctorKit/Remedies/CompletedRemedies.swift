import Findings
import KubernetesModel
import Provenance

/// Makes the remedies of rules ready to use: a patch becomes one of a whole manifest, with the command that applies it.
struct CompletedRemedies {
  private let facts: ClusterFacts
  private let manifest: PodManifest?
  private let pod: PodCase?

  /// For findings about a pod and its containers.
  init(for pod: PodCase) {
    self.pod = pod
    manifest = pod.manifest
    facts = pod.facts
  }

  /// For findings about another object, which may be one that makes pods.
  init(for object: ObjectReference, in facts: ClusterFacts) {
    let workload = PodManifest(facts.ownership.topmost(above: object))
    pod = nil
    manifest = workload.templateKeys == nil ? nil : workload
    self.facts = facts
  }

  /// The finding with its remedies made ready; the same change is advised once.
  func completed(_ finding: Finding) -> Finding {
    guard finding.remedies.contains(where: { $0.patch != nil }) else { return finding }
    var finding = finding
    var changes: Set<String> = []
    finding.remedies = finding.remedies.map { completed($0, container: finding.affected.container) }
      .filter { $0.patch.map { changes.insert($0).inserted } ?? true }
    return finding
  }

  private func completed(_ remedy: Remedy, container: String?) -> Remedy {
    guard let patch = remedy.patch else { return remedy }
    var remedy = remedy
    guard ManifestPatch.Scope(of: patch) != .object else {
      remedy.command = remedy.command ?? command(forObject: patch)
      return remedy
    }
    guard let manifest else { return remedy }
    remedy.patch = ManifestPatch(patch, of: self.container(container), in: manifest)?.text
    if let whole = remedy.patch {
      remedy.command = remedy.command ?? command(for: whole, of: manifest)
    } else {
      // Nobody can say how the manifest is built: a person changes it.
      remedy.command = remedy.command ?? ChangeCommand.editing(manifest.object)
    }
    return remedy
  }

  private func command(forObject patch: String) -> String? {
    guard let command = ChangeCommand(patch) else { return nil }
    return facts.snapshot.contains(command.object) ? command.patching : command.creating
  }

  /// How the patch gets into the cluster; a static pod is changed in its file on the node.
  private func command(for patch: String, of manifest: PodManifest) -> String? {
    guard let command = ChangeCommand(patch), pod?.pod.isMirror != true else { return nil }
    if manifest.isImmutable { return command.replacing }
    if manifest.keepsStuckPods, let pod {
      return command.patching(endingPod: pod.pod.metadata.name)
    }
    return command.patching
  }

  private func container(_ name: String?) -> ManifestPatch.Container? {
    guard let name else { return nil }
    let isInitial = pod?.pod.spec.initContainers.contains { $0.name == name } ?? false
    let isUsual = pod?.pod.spec.containers.contains { $0.name == name } ?? false
    guard isInitial || isUsual else { return nil }
    return .init(list: isInitial ? "initContainers" : "containers", name: name)
  }
}

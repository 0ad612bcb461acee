import KubernetesModel

/// Which selectors of one kind of object take which pods, both ways round.
struct PodSelection: Sendable {
  /// An object with a selector, by its number in the set.
  struct Selector: Sendable {
    var manifest: Int
    var namespace: String
    var matcher: LabelMatcher
  }

  /// The numbers of the selecting manifests, for each pod.
  private var manifestsByPod: [Int: [Int]] = [:]
  /// The numbers of the selected pods, for each selecting manifest.
  private var podsByManifest: [Int: [Int]] = [:]

  /// Finds what each selector takes.
  ///
  /// - Parameters:
  ///   - selectors: the selectors.
  ///   - pods: all pods.
  ///   - narrowed: gives those of the pods that a manifest selects, by their numbers, which count for it.
  init(
    of selectors: [Selector], among pods: PodLabelIndex,
    narrowed: (_ manifest: Int, _ pods: [Int]) -> [Int] = { $1 }
  ) {
    for selector in selectors {
      let matching = pods.pods(in: selector.namespace, matching: selector.matcher)
      let selected = narrowed(selector.manifest, matching)
      podsByManifest[selector.manifest] = selected
      for pod in selected { manifestsByPod[pod, default: []].append(selector.manifest) }
    }
  }

  /// Whether nothing selects pods at all.
  var isEmpty: Bool { podsByManifest.isEmpty }

  func manifests(selecting pod: Int) -> [Int] { manifestsByPod[pod] ?? [] }

  /// The pods that a manifest selects; nil when it selects by no selector.
  func pods(of manifest: Int) -> [Int]? { podsByManifest[manifest] }
}

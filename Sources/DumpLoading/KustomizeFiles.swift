import Findings
import KubernetesModel
import Provenance
import YAML

/// What among manifests is for kustomize: its own files, and the patches that they name.
///
/// Neither is an object that anybody applies; a patch holds only the fields that it changes.
struct KustomizeFiles {
  private static let group = "kustomize.config.k8s.io/"

  /// The files that hold a kustomization.
  private var own: Set<String> = []
  private var patches: Set<String> = []

  init(among objects: [LoadedObject]) {
    for object in objects where Self.isKustomization(object) {
      guard let node = object.node, let file = object.place?.file else { continue }
      own.insert(file)
      for path in Self.patches(of: node) {
        patches.insert(Self.path(path, besides: file))
      }
    }
  }

  /// Whether an object is one that may be applied.
  func leaves(_ object: LoadedObject) -> Bool {
    guard !own.isEmpty, let file = object.place?.file else { return true }
    return !Self.isKustomization(object) && !patches.contains(Self.path(file))
  }

  /// Whether a problem is one of what may be applied.
  func leaves(_ problem: LoadProblem) -> Bool {
    guard !own.isEmpty else { return true }
    if patches.contains(Self.path(problem.place.file)) { return false }
    let isOfKustomize = ["Kustomization", "Component"].contains(problem.object?.kind)
    return !(isOfKustomize && own.contains(problem.place.file))
  }

  private static func isKustomization(_ object: LoadedObject) -> Bool {
    object.node?["apiVersion"]?.string?.hasPrefix(group) ?? false
  }

  private static func patches(of node: YAMLNode) -> [String] {
    let named = ["patches", "patchesJson6902", "replacements"].flatMap { key in
      (node[key]?.elements.map { $0 } ?? []).compactMap { $0["path"]?.string }
    }
    let plain = ["patchesStrategicMerge", "transformers", "generators", "configurations"].flatMap {
      (node[$0]?.elements.map { $0 } ?? []).compactMap(\.string)
    }
    // A patch may also stand there itself.
    return (named + plain).filter { !$0.contains("\n") }
  }

  /// A path in the folder of another file.
  private static func path(_ path: String, besides file: String) -> String {
    let folder = file.lastIndex(of: "/").map { file[...$0] } ?? ""
    return self.path(path.hasPrefix("/") ? path : folder + path)
  }

  /// A path without detours.
  private static func path(_ path: String) -> String {
    var steps: [Substring] = []
    for step in path.split(separator: "/") where step != "." {
      if step == "..", let last = steps.last, last != ".." {
        steps.removeLast()
      } else {
        steps.append(step)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + steps.joined(separator: "/")
  }
}

import Basics
import Findings
import KubernetesModel
import Provenance
import YAML

/// Tells what among manifests is none: notes, data and the settings of other tools that lie in the same folders.
struct ForeignFiles {
  /// Where the settings of other tools begin.
  private let settings: Set<Place>
  private let unread: Set<String>

  /// Whether a file may hold manifests; notes only show some, and what the user names is taken at its word.
  static func mayHoldManifests(_ file: InputFile) -> Bool {
    file.isNamed || !file.path.hasSuffix(".md")
  }

  /// Looks into the files that were found in folders and cannot be read, and at the objects of all.
  init(among objects: [LoadedObject], _ problems: [LoadProblem], in sources: [DumpSource]) {
    settings = Set(objects.filter(Self.isSetting).compactMap(\.place))
    let broken = Set(problems.filter { $0.kind == .syntaxError }.map(\.place.file))
    let files = sources.filter {
      !$0.file.isNamed && broken.contains($0.file.path) && !Self.speaksOfKinds($0)
    }
    unread = Set(files.map(\.file.path))
  }

  /// Whether an object may be one of the API server's.
  func leaves(_ object: LoadedObject) -> Bool { !Self.isSetting(object) }

  /// Whether a problem is one of manifests.
  func leaves(_ problem: LoadProblem) -> Bool {
    if unread.contains(problem.place.file) { return false }
    return problem.field != "metadata.name" || !settings.contains(problem.place)
  }

  /// The settings of kind, kubeadm, Skaffold and many others have a version and a kind, and say nothing of an object.
  private static func isSetting(_ object: LoadedObject) -> Bool {
    guard object.value == nil, let node = object.node else { return false }
    return node["metadata"] == nil
  }

  /// Whether a file that cannot be read was meant to hold objects.
  private static func speaksOfKinds(_ source: DumpSource) -> Bool {
    guard let bytes = try? source.bytes() else { return true }
    return ["apiVersion", "kind"].contains { bytes.span.firstPlace(of: Array($0.utf8)) != nil }
  }
}

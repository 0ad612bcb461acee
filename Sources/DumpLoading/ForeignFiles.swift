import Basics
import Findings
import KubernetesModel
import Provenance
import YAML

/// Tells what among manifests is none: notes, data, the settings of other tools that lie in the same folders, and the
/// parts of objects that tests of operators expect.
struct ForeignFiles {
  /// Where the settings of other tools begin.
  private let settings: Set<Place>
  private let unread: Set<String>
  /// The files of kuttl and chainsaw that hold what a cluster is expected to have, or not to have.
  private let expectations: Set<String>
  /// The groups of kinds that tools read from files and no API server serves.
  private static let fileGroups: Set = [
    "audit.k8s.io", "client.authentication.k8s.io", "ctlptl.dev", "eksctl.io", "k3d.io",
    "kind.x-k8s.io", "kubeadm.k8s.io", "kubelet.config.k8s.io", "kubeproxy.config.k8s.io",
    "kubescheduler.config.k8s.io", "kuttl.dev", "skaffold",
  ]

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
    let expected = objects.reduce(into: Set<String>()) { expected, object in
      if object.value == nil { expected.formUnion(Self.expectations(of: object)) }
    }
    expectations = Set(
      sources.lazy.map(\.file).filter { file in
        !file.isNamed
          && (Self.isExpectation(file.path)
            || !expected.isEmpty && expected.contains(KustomizeFiles.path(file.path)))
      }.map(\.path))
  }

  /// Whether an object may be one of the API server's.
  func leaves(_ object: LoadedObject) -> Bool {
    !Self.isSetting(object)
      && (expectations.isEmpty || !expectations.contains(object.place?.file ?? ""))
  }

  /// Whether a problem is one of manifests.
  func leaves(_ problem: LoadProblem) -> Bool {
    let file = problem.place.file
    if unread.contains(file) || expectations.contains(file) { return false }
    return problem.field != "metadata.name" || !settings.contains(problem.place)
  }

  /// The settings of kind, kubeadm, Skaffold and many others have a version and a kind, and say nothing of an object.
  private static func isSetting(_ object: LoadedObject) -> Bool {
    guard object.value == nil, let node = object.node else { return false }
    let group = node["apiVersion"]?.string?.split(separator: "/").first.map(String.init) ?? ""
    return node["metadata"] == nil || fileGroups.contains(group) && node["metadata"]?["name"] == nil
  }

  /// The files that a test of chainsaw expects, or patches with, without detours.
  private static func expectations(of object: LoadedObject) -> Set<String> {
    guard let node = object.node, let file = object.place?.file,
      node["apiVersion"]?.string?.hasPrefix("chainsaw.kyverno.io/") ?? false
    else { return [] }
    var files: Set<String> = []
    var walk = TreeWalk(node)
    while let step = walk.next() {
      guard case .openMapping(let node) = step else { continue }
      for key in ["assert", "error", "patch"] {
        guard let path = node[key]?["file"]?.string else { continue }
        files.insert(KustomizeFiles.path(path, besides: file))
      }
    }
    return files
  }

  /// Whether a file is named as kuttl names what a step of a test expects: `02-assert.yaml`, `03-errors.yaml`.
  private static func isExpectation(_ path: String) -> Bool {
    let name = path.fileName
    guard let first = name.utf8.first, digits.contains(first) || first == UInt8(ascii: "-"),
      let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")),
      ["yaml", "yml"].contains(name[name.index(after: dot)...])
    else { return false }
    let words = name[..<dot].split(separator: "-")
    return words.count > 1 && words[0].utf8.allSatisfy(digits.contains)
      && ["assert", "error", "errors"].contains(words[1])
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  /// Whether a file that cannot be read was meant to hold objects.
  private static func speaksOfKinds(_ source: DumpSource) -> Bool {
    guard let bytes = try? source.bytes() else { return true }
    return ["apiVersion", "kind"].contains { bytes.span.firstPlace(of: Array($0.utf8)) != nil }
  }
}

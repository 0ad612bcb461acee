import Basics
import Findings
import KubernetesModel
import Provenance
import YAML

/// What among manifests is for kustomize: its own files, and the patches that they name.
///
/// Neither is an object that anybody applies; a patch holds only the fields that it changes.
struct KustomizeFiles {
  private static let group = "kustomize.config.k8s.io/"

  /// The names under which kustomize looks for a kustomization, which need not say its kind there.
  private static let names = ["kustomization.yaml", "kustomization.yml", "Kustomization"]

  /// The files that hold a kustomization.
  private var own: Set<String> = []
  private var patches: Set<String> = []
  /// The files that kustomizations name as resources.
  private var resources: Set<String> = []
  /// The files beside kustomizations, none of which names them.
  private var spare: Set<String> = []
  /// The files one folder below kustomizations, likewise, as in `patches/`.
  private var below: Set<String> = []
  /// What patches and generators add, by the folder of their kustomization.
  private var additions: [String: KustomizeAdditions] = [:]
  /// The workloads that are whole, which a patch may change.
  private var workloads: Set<ObjectReference> = []
  /// The names of the workloads of each file.
  private var workloadNames: [String: [String]] = [:]
  /// The ConfigMaps and Secrets of each file, by kind and name.
  private var dataNames: [String: [String]] = [:]
  /// The lines of files in which a `${VARIABLE}` stands, and those with a `$(VARIABLE)`.
  private var substituted: [String: Set<Int>] = [:]
  private var variables: [String: Set<Int>] = [:]
  /// The files of encrypted objects.
  private var encrypted: Set<String> = []
  /// The kustomizations by their folders.
  private var folders: [String: (file: String, node: YAMLNode)] = [:]

  init(among objects: [LoadedObject], in sources: [DumpSource]) {
    for object in objects where object.node.map(KustomizeCompletion.isEncrypted) ?? false {
      if let file = object.place?.file { encrypted.insert(Self.path(file)) }
    }
    for object in objects where Self.isKustomization(object) {
      guard let node = object.node, let file = object.place?.file else { continue }
      add(node, in: file)
    }
    for source in sources where Self.isNamedAsKustomization(source.file.path) {
      guard !own.contains(source.file.path), let bytes = try? source.bytes() else { continue }
      let reading = YAML.DocumentReader().read(bytes, file: source.file.path)
      for document in reading.documents { add(document.root, in: source.file.path) }
    }
    guard !folders.isEmpty else { return }
    resources = folders.keys.reduce(into: []) { $0.formUnion(build(of: $1).files) }
    for file in objects.compactMap(\.place?.file) where !resources.contains(Self.path(file)) {
      if folders[Self.path(".", besides: file)] != nil {
        spare.insert(Self.path(file))
      } else if folders[Self.path("..", besides: file)] != nil {
        below.insert(Self.path(file))
      }
    }
    let applied = resources.union(spare)
    for source in sources where applied.contains(Self.path(source.file.path)) {
      guard let bytes = try? source.bytes() else { continue }
      let path = Self.path(source.file.path)
      substituted[path] = Self.lines(of: bytes, with: "${")
      variables[path] = Self.lines(of: bytes, with: "$(")
    }
    additions = additions(in: sources)
    for object in objects { addName(of: object) }
    guard !spare.isEmpty || !below.isEmpty else { return }
    workloads = Set(
      objects.filter { $0.node.map { SparePatch($0).isWholeWorkload } ?? false }
        .map { Self.nameless($0.reference) })
  }

  private mutating func add(_ node: YAMLNode, in file: String) {
    own.insert(file)
    folders[Self.path(".", besides: file)] = (file, node)
    for path in Self.patches(of: node) { patches.insert(Self.path(path, besides: file)) }
  }

  private mutating func addName(of object: LoadedObject) {
    guard let file = object.place?.file else { return }
    let reference = object.reference
    if ["ConfigMap", "Secret"].contains(reference.kind) {
      dataNames[Self.path(file), default: []].append("\(reference.kind) \(reference.name)")
    } else if object.node?["spec"]?["template"] != nil || reference.kind == "Pod" {
      workloadNames[Self.path(file), default: []].append(reference.name)
    }
  }

  /// What each kustomization adds, by its folder.
  private func additions(in sources: [DumpSource]) -> [String: KustomizeAdditions] {
    let named = sources.filter { patches.contains(Self.path($0.file.path)) }
    let byPath = Dictionary(named.map { (Self.path($0.file.path), $0) }) { first, _ in first }
    return folders.mapValues { file, node in
      let paths = Self.patches(of: node).map { Self.path($0, besides: file) }
      return KustomizeAdditions(of: node, patches: paths.compactMap { byPath[$0] })
    }
  }

  /// The lines in which a sign of two characters stands; nil where there are none.
  private static func lines(of bytes: [UInt8], with sign: StaticString) -> Set<Int>? {
    let sign = Array(sign.description.utf8)
    var lines: Set<Int> = []
    var line = 1
    for (byte, next) in zip(bytes, bytes.dropFirst()) {
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == sign[0], next == sign[1] { lines.insert(line) }
    }
    return lines.isEmpty ? nil : lines
  }

  private static func isNamedAsKustomization(_ path: String) -> Bool {
    let name = path.fileName
    return names.contains { name == $0 }
  }

  /// Whether an object is one that may be applied.
  func leaves(_ object: LoadedObject) -> Bool {
    guard !own.isEmpty, let file = object.place?.file else { return true }
    return !Self.isKustomization(object) && !patches.contains(Self.path(file))
      && !isSparePatch(object, in: file)
  }

  /// Whether an object beside a kustomization is a patch that it could name and does not.
  private func isSparePatch(_ object: LoadedObject, in file: String) -> Bool {
    let path = Self.path(file)
    guard spare.contains(path) || below.contains(path), let node = object.node else { return false }
    return SparePatch(node).isPlain
      || SparePatch(node).isOfWorkload && workloads.contains(Self.nameless(object.reference))
  }

  /// An object by its kind and name, because kustomize may set the namespace.
  private static func nameless(_ reference: ObjectReference) -> ObjectReference {
    ObjectReference(kind: reference.kind, namespace: "", name: reference.name)
  }

  /// Whether a problem is one of what may be applied.
  func leaves(_ problem: LoadProblem) -> Bool {
    guard !own.isEmpty else { return true }
    let path = Self.path(problem.place.file)
    if patches.contains(path) { return false }
    // A variable is no value until Flux or the like has replaced it.
    if [.invalidValue, .wrongType].contains(problem.kind),
      substituted[path]?.contains(problem.place.line) ?? false
    {
      return false
    }
    guard own.contains(problem.place.file) else { return true }
    return problem.kind != .notAnObject
      && !["Kustomization", "Component"].contains(problem.object?.kind)
  }

  /// What kustomize writes into the objects of each file that kustomizations name as a resource, and of every file.
  var completions: KustomizeCompletions {
    var completions = KustomizeCompletions()
    for file in spare {
      completions[file] = [.namespaces, .variables(variables[file] ?? [])]
    }
    for (file, lines) in substituted {
      completions[file].insert(.substitutions(lines))
    }
    for file in encrypted { completions[file].insert(.decryption) }
    var ports: Set<String> = []
    for (folder, kustomization) in folders {
      let own = self.completions(by: kustomization.node)
      let build = self.build(of: folder)
      // What is built together may refer to what any part of it adds.
      let added = build.folders.compactMap { additions[$0] }
      ports.formUnion(self.ports(of: added, to: build.files))
      let together = data(of: added, in: build.files, of: kustomization.node)
      for file in build.files {
        completions[file].formUnion(own(file).union(together))
      }
      for file in spare where build.folders.contains(Self.path(".", besides: file)) {
        completions[file].formUnion(together)
      }
    }
    let named = Set(additions.values.flatMap(\.named))
    if !ports.isEmpty || !named.isEmpty {
      completions.everywhere = [.ports(ports), .data(named)]
    }
    return completions
  }

  /// The ports that any workload of files may get.
  private func ports(of additions: [KustomizeAdditions], to files: Set<String>) -> Set<String> {
    let ports = Set(additions.flatMap(\.ports))
    guard !ports.isEmpty else { return [] }
    let names = files.flatMap { workloadNames[$0] ?? [] }
    return Set(ports.flatMap { port in names.map { "\(port) of \($0)" } })
  }

  /// The ConfigMaps and Secrets that get keys or their namespace.
  private func data(
    of additions: [KustomizeAdditions], in files: Set<String>, of node: YAMLNode
  ) -> Set<KustomizeCompletion> {
    var completions: Set<KustomizeCompletion> = []
    let data = Set(additions.flatMap(\.data))
    if !data.isEmpty { completions.insert(.data(data)) }
    if node["namespace"]?.string != nil {
      completions.insert(.objects(Set(files.flatMap { dataNames[$0] ?? [] })))
    }
    return completions
  }

  /// What a kustomization alone writes into a file.
  private func completions(by node: YAMLNode) -> (_ file: String) -> Set<KustomizeCompletion> {
    let all = KustomizeCompletion.all(of: node)
    guard KustomizeCompletion.hasVariables(node) else { return { _ in all } }
    return { all.union([.variables(variables[$0] ?? [])]) }
  }

  /// Which files are built together.
  var builds: KustomizeBuilds {
    folders.keys.reduce(into: KustomizeBuilds()) { $0.add(build(of: $1).files) }
  }

  /// The files that a folder's kustomization builds from, and the folders of those that it does so by way of.
  private func build(of folder: String) -> (files: Set<String>, folders: Set<String>) {
    var files: Set<String> = []
    var seen: Set<String> = [folder]
    var open = [folder]
    while let folder = open.popLast() {
      guard let (file, node) = folders[folder] else { continue }
      for path in ["resources", "bases", "components"].flatMap({ Self.texts(of: node[$0]) }) {
        let path = Self.path(path, besides: file)
        if folders[path] == nil { files.insert(path) }
        if seen.insert(path).inserted { open.append(path) }
      }
    }
    return (files, seen)
  }

  private static func texts(of list: YAMLNode?) -> [String] {
    (list?.elements.map { $0 } ?? []).compactMap(\.string)
  }

  private static func isKustomization(_ object: LoadedObject) -> Bool {
    object.value == nil && object.node?["apiVersion"]?.string?.hasPrefix(group) ?? false
  }

  private static func patches(of node: YAMLNode) -> [String] {
    let named = ["patches", "patchesJson6902", "replacements"].flatMap { key in
      (node[key]?.elements.map { $0 } ?? []).compactMap { $0["path"]?.string }
    }
    // Old kustomizations name patches without a word about them.
    let plain = [
      "patches", "patchesStrategicMerge", "transformers", "generators", "configurations",
    ].flatMap { texts(of: node[$0]) }
    // A patch may also stand there itself.
    return (named + plain).filter { !$0.contains("\n") }
  }

  /// A path in the folder of another file.
  static func path(_ path: String, besides file: String) -> String {
    let folder = file.lastIndex(of: "/").map { file[...$0] } ?? ""
    return self.path(path.hasPrefix("/") ? path : folder + path)
  }

  /// A path without detours.
  static func path(_ path: String) -> String {
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

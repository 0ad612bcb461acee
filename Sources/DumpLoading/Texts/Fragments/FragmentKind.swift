import KubernetesModel
import YAML

/// A kind of objects that part of a manifest is enough to tell.
struct FragmentKind: Sendable {
  let kind: String
  /// Where the outermost part may stand.
  private let places: [[String]]
  /// Whether a part in its place is one of this kind.
  private let isShown: @Sendable (FragmentTree) -> Bool

  /// The segments as an object of this kind; nil when they are none.
  func tree(of segments: [FragmentSegment]) -> FragmentTree? {
    guard let apiVersion = KindTable.type(kind: kind)?.apiVersion,
      let shape = KindTable.shape(apiVersion: apiVersion, kind: kind)
    else { return nil }
    for place in places {
      guard let inner = shape.field(at: place[...]),
        let part = FragmentAssembly(segments: segments).tree(as: inner)
      else { continue }
      let tree = place.reversed().reduce(part) { tree, name in
        let entry = FragmentTree.Entry(key: name, mark: tree.mark, value: tree)
        return .mapping([entry], at: tree.mark)
      }
      if tree["kind"].map({ $0.string == kind }) ?? isShown(tree) { return tree }
    }
    return nil
  }

  private static let usualPlaces = [[], ["status"], ["spec"]]

  private init(
    _ kind: String, at places: [[String]] = usualPlaces,
    where isShown: @escaping @Sendable (FragmentTree) -> Bool
  ) {
    (self.kind, self.places, self.isShown) = (kind, places, isShown)
  }

  /// A kind that the text itself names.
  init(named kind: String) { self.init(kind, at: [[]]) { _ in false } }

  /// The kinds, those first that have most of their own.
  static let all = [
    FragmentKind(
      "Pod", at: usualPlaces + [["status", "containerStatuses"], ["spec", "containers"]],
      where: PodFragment.isShown),
    FragmentKind("Node") { $0.has("status", "nodeInfo") },
    FragmentKind("DaemonSet") { $0.has("status", "desiredNumberScheduled") },
    FragmentKind("StatefulSet") {
      $0.has("spec", "template")
        && ($0.has("spec", "serviceName") || $0.has("spec", "podManagementPolicy"))
    },
    FragmentKind("Deployment") {
      $0.has("spec", "template")
        && ($0.has("spec", "strategy") || $0.has("spec", "progressDeadlineSeconds"))
    },
    FragmentKind("Job") { $0.has("spec", "template") && $0.has("spec", "backoffLimit") },
    FragmentKind("PersistentVolumeClaim") {
      $0.has("spec", "accessModes") && $0.has("spec", "resources") && $0.has("spec", "volumeMode")
    },
    FragmentKind("Event", at: [[]]) {
      $0["involvedObject"] != nil && $0["reason"] != nil && $0["message"] != nil
    },
  ]
}

extension FragmentTree {
  fileprivate func has(_ outer: String, _ inner: String) -> Bool { self[outer]?[inner] != nil }
}

extension FieldShape {
  /// What may stand at a path of fields.
  fileprivate func field(at path: ArraySlice<String>) -> FieldShape? {
    guard let first = path.first else { return self }
    guard case .structure(let fields) = self else { return nil }
    return fields[first]?.field(at: path.dropFirst())
  }
}

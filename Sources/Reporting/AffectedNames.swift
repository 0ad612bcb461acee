import Findings
import OrderedCollections
import Provenance

/// How the objects of one report are called: namespaces are said only where the report spans several.
struct AffectedNames {
  private let namespaces: Set<String>

  init(in report: DiagnosisReport) {
    var namespaces = Set<String>()
    // Neighbours mostly are of one namespace.
    var last = ""
    func note(_ namespace: String) {
      guard namespace != last else { return }
      last = namespace
      if !namespace.isEmpty { namespaces.insert(namespace) }
    }
    for cause in report.rootCauses {
      note(cause.object.namespace)
      for affected in cause.affected { note(affected.object.namespace) }
    }
    self.namespaces = namespaces
  }

  /// The namespace in which everything is; nil when there is none, or several.
  var onlyNamespace: String? { namespaces.count == 1 ? namespaces.first : nil }

  private var saysNamespaces: Bool { namespaces.count > 1 }

  func name(of object: ObjectReference) -> String {
    saysNamespaces && !object.namespace.isEmpty
      ? "\(object) in \(object.namespace)" : object.description
  }

  /// The affected objects under the owners that people know them by, to stand after the name of the cause:
  /// ` in shop: deployment/web (5 pods), job/migrate (1 pod); in pay: pod/ledger-1`.
  func list(of cause: RootCause, limit: Int) -> String {
    if cause.affected.count == 1, limit > 0 { return list(ofSingle: cause.affected[0]) }
    let groups = OrderedDictionary(grouping: cause.affected) { $0.owner ?? $0.object }
    let shown = OrderedDictionary(grouping: groups.prefix(limit)) {
      saysNamespaces ? $0.key.namespace : ""
    }
    let lists = shown.map { namespace, groups in
      beginning(of: namespace)
        + groups.map { Self.name(of: $0.key, suffering: $0.value) }.joined(separator: ", ")
    }
    let more = groups.count > limit ? " and \(groups.count - limit) more" : ""
    return lists.joined(separator: ";") + more
  }

  private func list(ofSingle affected: AffectedObject) -> String {
    let group = affected.owner ?? affected.object
    var notes: [String] = []
    if affected.object != group { notes.append(counted(1, affected.object.kind.lowercased())) }
    if let container = affected.container { notes.append(Self.list(containers: [container])) }
    return beginning(of: group.namespace) + Self.name(of: group, notes)
  }

  private func beginning(of namespace: String) -> String {
    saysNamespaces ? " in \(namespace.isEmpty ? "the cluster" : namespace): " : ": "
  }

  private static func name(of group: ObjectReference, _ notes: [String]) -> String {
    group.description + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
  }

  private static func name(of group: ObjectReference, suffering members: [AffectedObject]) -> String
  {
    let objects = Set(members.map(\.object))
    var notes: [String] = []
    if objects != [group] {
      let kinds = Set(objects.map { $0.kind.lowercased() })
      notes.append(counted(objects.count, kinds.count == 1 ? kinds.first ?? "object" : "object"))
    }
    let containers = Set(members.compactMap(\.container)).sorted()
    if !containers.isEmpty { notes.append(list(containers: containers)) }
    return name(of: group, notes)
  }

  private static func list(containers: [String]) -> String {
    let noun = containers.count == 1 ? "container " : "containers "
    return noun + containers.joined(separator: ", ")
  }
}

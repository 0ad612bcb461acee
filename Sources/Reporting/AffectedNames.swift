import Findings
import OrderedCollections
import Provenance

/// How the objects of one report are called: namespaces are said only where the report spans several.
struct AffectedNames {
  private let namespaces: Set<String>

  init(in report: DiagnosisReport) {
    let causes = report.rootCauses
    let references = causes.map(\.object) + causes.flatMap(\.affected).map(\.object)
    namespaces = Set(references.map(\.namespace)).subtracting([""])
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
    let groups = OrderedDictionary(grouping: cause.affected) { $0.owner ?? $0.object }
    let shown = OrderedDictionary(grouping: groups.prefix(limit)) {
      saysNamespaces ? $0.key.namespace : ""
    }
    let lists = shown.map { namespace, groups in
      (saysNamespaces ? " in \(namespace.isEmpty ? "the cluster" : namespace): " : ": ")
        + groups.map { Self.name(of: $0.key, suffering: $0.value) }.joined(separator: ", ")
    }
    let more = groups.count > limit ? " and \(groups.count - limit) more" : ""
    return lists.joined(separator: ";") + more
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
    return group.description + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
  }

  private static func list(containers: [String]) -> String {
    let noun = containers.count == 1 ? "container " : "containers "
    return noun + containers.joined(separator: ", ")
  }
}

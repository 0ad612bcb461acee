import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a Service to which an Ingress sends requests.
enum IngressBackendFacts {
  private struct Base: Sendable {
    var service: String
    /// A number or a name, as written.
    var port: String
    var field: String
    var presence: Presence
    /// The ports of the Service where they are known, by number and name.
    var ports: [String]?
  }

  private static let table = FactTable<Base>([
    "service": { .string($0.service) },
    "port": { .string($0.port) },
    "field": { .string($0.field) },
    "presence": { .string($0.presence.rawValue) },
    "hasPort": { base in .bool(base.ports.map { $0.contains(base.port) } ?? true) },
  ])

  static func all(of manifest: Manifest, in set: ManifestSet) -> [FactObject] {
    guard manifest.kind == "Ingress" else { return [] }
    return backends(of: manifest.node["spec"]).compactMap { node, field in
      base(node, at: field, in: set, namespace: manifest.reference.namespace)
    }.map { FactObject($0, table) }
  }

  /// The backends with their paths, in today's form and in that of earlier versions.
  private static func backends(of spec: YAMLNode?) -> [(YAMLNode, String)] {
    var found = ["defaultBackend", "backend"].compactMap { name in
      spec?[name].map { ($0, "spec.\(name)") }
    }
    for (rule, node) in (spec?["rules"]?.elements.map { $0 } ?? []).enumerated() {
      let paths = node["http"]?["paths"]?.elements.map { $0 } ?? []
      for (path, node) in paths.enumerated() {
        guard let backend = node["backend"] else { continue }
        found.append((backend, "spec.rules[\(rule)].http.paths[\(path)].backend"))
      }
    }
    return found
  }

  private static func base(
    _ backend: YAMLNode, at field: String, in set: ManifestSet, namespace: String
  ) -> Base? {
    let port = backend["service"]?["port"]
    let isOld = backend["service"] == nil
    guard let name = (backend["service"]?["name"] ?? backend["serviceName"])?.string,
      let wanted = isOld ? backend["servicePort"] : port?["number"] ?? port?["name"]
    else { return nil }
    let reference = ObjectReference(kind: Service.kind, namespace: namespace, name: name)
    return Base(
      service: name, port: wanted.text, field: field + (isOld ? ".serviceName" : ".service"),
      presence: set.presence(of: reference), ports: set.ports(of: reference))
  }
}

extension ManifestSet {
  /// The numbers and names of a Service's ports, in all its manifests; nil where nobody knows them, or it needs none.
  fileprivate func ports(of reference: ObjectReference) -> [String]? {
    var services = manifests(of: reference).compactMap { self[$0].object.value as? Service }
    if services.isEmpty {
      let seen = cluster?.snapshot.services.named(reference.name, in: reference.namespace)
      services = seen.map { [$0] } ?? []
    }
    guard !services.isEmpty, services.allSatisfy({ $0.spec.type != "ExternalName" }) else {
      return nil
    }
    return services.flatMap(\.spec.ports).flatMap { [String($0.port), $0.name] }
      .filter { !$0.isEmpty }
  }
}

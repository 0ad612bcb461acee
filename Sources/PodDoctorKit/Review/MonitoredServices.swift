import Findings
import KubernetesModel
import Provenance
import YAML

/// Finds out whether a ServiceMonitor, of the Prometheus operator, selects any Service of the manifests.
struct MonitoredServices: Sendable {
  private static let group = "monitoring.coreos.com"

  /// The numbers of the Services, all and by each of their labels.
  private let services: [Int]
  private let byLabel: [String: [Int]]

  init(_ manifests: [Manifest]) {
    // Hardly any set has monitors, and without them nobody asks.
    let isAsked = manifests.contains(where: Self.isMonitor)
    services = isAsked ? manifests.indices.filter { manifests[$0].object.value is Service } : []
    byLabel = services.reduce(into: [:]) { index, number in
      for (key, value) in Self.labels(of: manifests[number]) {
        index[Self.label(key, value), default: []].append(number)
      }
    }
  }

  /// Whether a manifest is a monitor none of whose Services is here, though some Services are.
  func isMissed(by manifest: Manifest, among manifests: [Manifest]) -> Bool {
    guard Self.isMonitor(manifest), !services.isEmpty, let spec = manifest.node["spec"],
      let node = spec["selector"]
    else { return false }
    var problems: [LoadProblem] = []
    let selector = LabelSelector(decoding: node, problems: &problems)
    guard problems.isEmpty, let matcher = try? LabelMatcher(selector) else { return false }
    let namespaces = Self.namespaces(of: manifest, spec)
    return !candidates(for: selector).contains { number in
      (namespaces?.contains(manifests[number].reference.namespace) ?? true)
        && matcher.matches(Self.labels(of: manifests[number]))
    }
  }

  /// The Services with the rarest of the labels that all of them must have.
  private func candidates(for selector: LabelSelector) -> [Int] {
    selector.matchLabels.map { byLabel[Self.label($0.key, $0.value)] ?? [] }
      .min { $0.count < $1.count } ?? services
  }

  /// The namespaces that a monitor looks into; nil for all.
  private static func namespaces(of manifest: Manifest, _ spec: YAMLNode) -> Set<String>? {
    let selector = spec["namespaceSelector"]
    if selector?["any"]?.bool ?? false { return nil }
    let names = (selector?["matchNames"]?.elements.map { $0 } ?? []).compactMap(\.string)
    return names.isEmpty ? [manifest.reference.namespace] : Set(names)
  }

  private static func isMonitor(_ manifest: Manifest) -> Bool {
    manifest.kind == "ServiceMonitor" && manifest.group == group
  }

  private static func labels(of manifest: Manifest) -> [String: String] {
    (manifest.object.value as? Service)?.metadata.labels ?? [:]
  }

  private static func label(_ key: String, _ value: String) -> String { "\(key)=\(value)" }
}

import Findings
import KubernetesModel
import Provenance
import YAML

extension ManifestPod {
  /// Whether the selector of the workload takes this pod; true for a workload without one.
  ///
  /// A selector that the API server would refuse takes nothing.
  var isSelectedByWorkload: Bool {
    guard let selector = workload.node["spec"]?["selector"], selector.isMapping else { return true }
    let isGenerated = (workload.object.value as? Job).map { $0.spec.manualSelector != true }
    guard isGenerated != true else { return true }
    if let matchLabels = selector["matchLabels"], selector.entries.count == 1,
      isPlainlySelected(by: matchLabels)
    {
      return true
    }
    let isPlain = selector.entries.contains {
      !["matchLabels", "matchExpressions"].contains($0.key)
    }
    if isPlain { return LabelMatcher(exactly: Self.labels(of: selector)).matches(labels) }
    var problems: [LoadProblem] = []
    let expressions = LabelSelector(decoding: selector, problems: &problems)
    return (try? LabelMatcher(expressions).matches(labels)) ?? false
  }

  /// Whether the pod has all of these labels, each of which is right.
  private func isPlainlySelected(by selected: YAMLNode) -> Bool {
    guard selected.isMapping, selected.entries.count > 0 else { return false }
    for label in selected.entries {
      guard let value = label.value.string, labels[label.key] == value,
        NameSyntax.isLabelKey(label.key.utf8Span.span),
        NameSyntax.isLabelValue(value.utf8Span.span)
      else { return false }
    }
    return true
  }

  private static func labels(of selector: YAMLNode) -> [String: String] {
    Dictionary(
      selector.entries.map { ($0.key, $0.value.text) }, uniquingKeysWith: { first, _ in first })
  }
}

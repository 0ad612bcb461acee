import Findings
import Provenance
import RuleEngine
import YAML

/// Reads the annotations by which an object, or its pod template, silences findings about itself.
struct AnnotationIgnores {
  /// The names of our annotations begin with this.
  private static let prefix = "poddoctor.dev/"

  private let manifest: Manifest
  private let otherTools: OtherToolsIgnores?

  /// The annotations of other tools are read by `otherTools`; nil where they do not count.
  init(of manifest: Manifest, otherTools: OtherToolsIgnores?) {
    self.manifest = manifest
    self.otherTools = otherTools
  }

  /// The ignores on the object and on the pod template at `template`.
  func ignores(template: FieldPath?) -> [Ignore] {
    var nodes = [manifest.node["metadata"]?["annotations"]]
    if let template, !template.steps.isEmpty {
      let node = manifest.node.node(at: template)
      nodes.append(node?["metadata"]?["annotations"])
    }
    return nodes.compactMap(\.self).flatMap(ignores(in:))
  }

  private func ignores(in annotations: YAMLNode) -> [Ignore] {
    let reason = annotations[Self.prefix + "ignore-reason"]?.text ?? ""
    let owner = annotations[Self.prefix + "ignore-owner"]?.text
    let expires = annotations[Self.prefix + "ignore-until"]?.text
    var ignores: [Ignore] = []
    for (key, mark, value) in annotations.entries {
      let place = Place(file: manifest.node.file, mark: mark)
      if let container = Self.container(in: key) {
        var ignore = Ignore(
          rules: RuleNames.globs(in: value.text),
          suppression: Suppression(.annotation, reason: reason, owner: owner, expires: expires),
          place: place)
        if !container.isEmpty { ignore.container = Glob(container) }
        ignores.append(ignore)
      } else if let ignore = otherTools?.ignore(for: key, value.text, at: place) {
        ignores.append(ignore)
      }
    }
    return ignores
  }

  /// The container that `poddoctor.dev/ignore.CONTAINER` names, empty for `poddoctor.dev/ignore`.
  private static func container(in key: String) -> String? {
    guard key.hasPrefix(prefix + "ignore") else { return nil }
    let rest = key.dropFirst((prefix + "ignore").count)
    if rest.isEmpty { return "" }
    return rest.hasPrefix(".") && rest.count > 1 ? String(rest.dropFirst()) : nil
  }
}

import Provenance
import YAML

/// A patch as a rule writes it, put around with what makes it one of a whole manifest.
///
/// A rule writes fields of its container, or of the pod where the patch begins with `metadata` or `spec`; a patch with
/// a kind is one of an object of its own.
struct ManifestPatch: Sendable {
  /// What a patch of a rule is about.
  enum Scope: Sendable {
    case container, pod, object

    init(of patch: String) {
      var isOfPod = false
      for line in patch.utf8.split(separator: UInt8(ascii: "\n")) {
        let key = line.prefix { $0 != UInt8(ascii: ":") }
        if key.elementsEqual("kind".utf8) {
          self = .object
          return
        }
        isOfPod =
          isOfPod || key.elementsEqual("metadata".utf8) || key.elementsEqual("spec".utf8)
      }
      self = isOfPod ? .pod : .container
    }
  }

  /// A container, and the list of the pod's that it is in.
  struct Container: Sendable {
    var list: String
    var name: String
  }

  /// The patch with everything around it.
  let text: String

  /// The patch of a rule about a pod, or a container of it; nil where nobody knows how the manifest is built.
  init?(_ patch: String, of container: Container?, in manifest: PodManifest) {
    guard let keys = manifest.templateKeys, let version = manifest.apiVersion else { return nil }
    var lines = patch.split(separator: "\n").map(String.init)
    if Scope(of: patch) == .container {
      guard let container else { return nil }
      lines = ["- name: \(PatchFrame.scalar(container.name))"] + lines.map { "  \($0)" }
      lines = ["spec:", "  \(container.list):"] + lines.map { "    \($0)" }
    }
    for key in keys.reversed() { lines = ["\(key):"] + lines.map { "  \($0)" } }
    let object = manifest.object
    var head = ["apiVersion: \(version)", "kind: \(object.kind)", "metadata:"]
    if let index = lines.firstIndex(of: "metadata:") {
      // A bare pod's own metadata: its name joins what the patch changes.
      lines.remove(at: index)
      let changed = lines[index...].prefix { $0.hasPrefix(" ") }
      lines.removeSubrange(index..<(index + changed.count))
      head += changed
    }
    head.append("  name: \(PatchFrame.scalar(object.name))")
    if !object.namespace.isEmpty {
      head.append("  namespace: \(PatchFrame.scalar(object.namespace))")
    }
    text = (head + lines).joined(separator: "\n") + "\n"
  }
}

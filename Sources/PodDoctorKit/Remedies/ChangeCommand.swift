import Basics
import Provenance
import YAML

/// The command that makes a change of a manifest in the cluster.
struct ChangeCommand {
  /// The change as JSON, without the names that the command gives.
  private let change: String
  private let whole: String
  let object: ObjectReference

  /// The command for a patch that names its object; nil when the text is none.
  init?(_ patch: String) {
    let reading = DocumentReader().read(patch, file: "patch")
    guard reading.problems.isEmpty, let root = reading.documents.first?.root,
      let kind = root["kind"]?.string, let name = root["metadata"]?["name"]?.string
    else { return nil }
    object = ObjectReference(
      kind: kind, namespace: root["metadata"]?["namespace"]?.string ?? "", name: name)
    whole = String(decoding: root.json(), as: UTF8.self)
    change = Self.change(root)
  }

  /// The fields of a patch without those that name its object.
  private static func change(_ patch: YAMLNode) -> String {
    var json = JSONWriter(into: ByteWriter(), layout: .compact)
    json.beginObject()
    for (key, _, value) in patch.entries where !["apiVersion", "kind"].contains(key) {
      let fields = value.entries.filter { !["name", "namespace"].contains($0.key) }
      guard key == "metadata" else {
        json.key(key)
        value.write(to: &json)
        continue
      }
      guard !fields.isEmpty else { continue }
      json.key(key)
      json.beginObject()
      for field in fields {
        json.key(field.key)
        field.value.write(to: &json)
      }
      json.endObject()
    }
    json.endObject()
    return String(decoding: json.finish().bytes, as: UTF8.self)
  }

  /// Makes the object, which is not there.
  var creating: String { "printf %s \(whole.shellWord) | kubectl create -f -" }

  /// Changes the object where it is.
  var patching: String { "\(kubectl) patch \(target) -p \(change.shellWord)" }

  /// Changes the object and ends a pod, so that the next is made of the change.
  func patching(endingPod pod: String) -> String {
    "\(patching) && \(kubectl) delete pod \(pod.shellWord)"
  }

  /// Makes the object anew with the change; of a Job without the fields that only the API server may set.
  var replacing: String {
    var steps = ["\(kubectl) get \(target) -o json"]
    if object.kind == "Job" { steps.append(Self.local(Self.generatedFieldsOfJob)) }
    steps += [Self.local(change), "kubectl replace --force -f -"]
    return steps.joined(separator: " | ")
  }

  private static let generatedFieldsOfJob =
    #"{"spec":{"selector":null,"template":{"metadata":{"labels":{"controller-uid":null,"#
    + #""batch.kubernetes.io/controller-uid":null}}}}}"#

  private static func local(_ change: String) -> String {
    "kubectl patch --local -f - -p \(change.shellWord) -o json"
  }

  /// Opens the object in an editor.
  static func editing(_ object: ObjectReference) -> String {
    "\(kubectl(object)) edit \(target(object))"
  }

  /// Shows the object as it is.
  static func showing(_ object: ObjectReference) -> String {
    "\(kubectl(object)) get \(target(object)) -o yaml"
  }

  private var target: String { Self.target(object) }
  private var kubectl: String { Self.kubectl(object) }

  private static func target(_ object: ObjectReference) -> String {
    "\(object.kind.lowercased())/\(object.name)".shellWord
  }

  private static func kubectl(_ object: ObjectReference) -> String {
    object.namespace.isEmpty ? "kubectl" : "kubectl -n \(object.namespace.shellWord)"
  }
}

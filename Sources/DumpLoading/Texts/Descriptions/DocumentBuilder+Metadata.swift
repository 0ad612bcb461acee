import KubernetesModel
import Provenance
import YAML

extension DocumentBuilder {
  /// Adds the metadata of a described object.
  mutating func describedMetadata(of object: DescribedObject) {
    let description = object.description
    mapping("metadata") { metadata in
      metadata.text("name", description["Name"])
      metadata.fill("namespace", object.reference.namespace)
      metadata.pairs("labels", description["Labels"])
      metadata.annotations(description["Annotations"], default: description["IsDefaultClass"])
      metadata.time("creationTimestamp", description["CreationTimestamp"])
      metadata.describedDeletion(of: object)
      metadata.list(
        "finalizers", description["Finalizers"]?.value.bracketed ?? [],
        at: description["Finalizers"])
      metadata.describedController(description["Controlled By"])
    }
  }

  /// Annotations whose values are too long for a line are left out: kubectl cuts them.
  ///
  /// The annotation of a default StorageClass is what `IsDefaultClass` prints.
  mutating func annotations(_ node: OutlineNode?, default isDefault: OutlineNode? = nil) {
    var pairs = (node?.lines ?? []).compactMap { line in
      node.flatMap { String(decoding: line.item(of: $0), as: UTF8.self).parted(at: ": ") }
        .map { (line, $0) }
    }.filter { !$0.1.0.contains(" ") && !$0.1.1.isEmpty }
    if let isDefault, isDefault.value == "Yes" {
      pairs.append((isDefault, ("storageclass.kubernetes.io/is-default-class", "true")))
    }
    guard !pairs.isEmpty else { return }
    mapping("annotations") { mapping in
      for (line, pair) in pairs {
        mapping.mark = line.startMark
        mapping.field(pair.0, pair.1)
      }
    }
  }

  /// `Terminating (lasts 5m)` tells for how long the pod should have been gone.
  ///
  /// A namespace is being deleted at the latest since its controller first reported on that.
  private mutating func describedDeletion(of object: DescribedObject) {
    let description = object.description
    if let start = DescribedDeletion.start(ofNamespace: description) {
      mark = description["Status"]?.mark ?? mark
      field("deletionTimestamp", start.description)
    }
    guard let status = description["Status"], status.value.hasPrefix("Terminating"),
      let lasts = status.value.between("(lasts ", ")"), let age = Age(lasts)
    else { return }
    let ahead = lasts == "<invalid>" ? deadlineAhead(of: object) : nil
    mark = status.mark
    field("deletionTimestamp", (ahead ?? age.time(before: description.present)).description)
    number("deletionGracePeriodSeconds", description["Termination Grace Period"])
  }

  /// The end of a grace period that still lasts, as the event that its containers are stopped tells.
  private func deadlineAhead(of object: DescribedObject) -> Timestamp? {
    let grace = object.description["Termination Grace Period"]?.value ?? ""
    let begun = DescribedEvents.events(in: object).first {
      $0.reason == "Killing" && $0.message.hasPrefix("Stopping container")
    }
    guard let start = begun?.first, let seconds = Int64(grace.prefix { $0.isNumber }) else {
      return nil
    }
    return start + GoDuration(seconds: seconds)
  }

  /// `ReplicaSet/web-5d98ffcfd` as a reference to the controller.
  private mutating func describedController(_ node: OutlineNode?) {
    guard let node, let (kind, name) = node.given?.parted(at: "/") else { return }
    mark = node.mark
    field(
      "ownerReferences",
      sequence: { references in
        references.mapping { owner in
          owner.fill("apiVersion", KindTable.type(kind: kind)?.apiVersion ?? "")
          owner.field("kind", kind)
          owner.field("name", name)
          owner.field("controller", true)
        }
      })
  }
}

extension StringProtocol {
  /// The items of a list as Go prints it: `[a b]`.
  var bracketed: [String] {
    between("[", "]")?.split(separator: " ").map(String.init) ?? []
  }
}

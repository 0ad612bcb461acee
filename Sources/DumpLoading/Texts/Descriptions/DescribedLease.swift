import KubernetesModel
import YAML

/// The lease that a node's description shows.
enum DescribedLease {
  /// The lease; nil where the description lacks it.
  static func document(in description: Description) -> Document? {
    guard let lease = description["Lease"], lease["RenewTime"] != nil else { return nil }
    var builder = DocumentBuilder(file: description.file, at: lease.startMark)
    builder.mapping { object in
      object.field("apiVersion", Lease.apiVersion)
      object.field("kind", Lease.kind)
      object.mapping("metadata") { metadata in
        metadata.field("name", description.name)
        metadata.field("namespace", "kube-node-lease")
      }
      object.mapping("spec") { spec in
        spec.text("holderIdentity", lease["HolderIdentity"])
        spec.time("acquireTime", lease["AcquireTime"])
        spec.time("renewTime", lease["RenewTime"])
      }
    }
    return builder.finish()
  }
}

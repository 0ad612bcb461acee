/// Names of resources that the API server knows, and the families they fall into.
package enum ResourceName {
  package static let cpu = "cpu"
  package static let memory = "memory"
  package static let ephemeralStorage = "ephemeral-storage"
  package static let storage = "storage"
  package static let pods = "pods"

  /// Whether a resource is huge pages of some size, such as `hugepages-2Mi`.
  package static func isHugePages(_ name: String) -> Bool { name.hasPrefix("hugepages-") }

  /// Whether a resource can be requested for a pod as a whole.
  package static func isPodLevel(_ name: String) -> Bool {
    name == cpu || name == memory || isHugePages(name)
  }

  /// Whether the resource belongs to Kubernetes: without a prefix, or within `kubernetes.io/`.
  package static func isNative(_ name: String) -> Bool {
    !name.utf8.contains(UInt8(ascii: "/")) || name.contains("kubernetes.io/")
  }

  /// Whether limits may exceed requests.
  package static func allowsOvercommit(_ name: String) -> Bool {
    isNative(name) && !isHugePages(name)
  }

  /// Whether the resource is counted in whole units that a device plugin or an administrator adds.
  package static func isExtended(_ name: String) -> Bool {
    !isNative(name) && !name.hasPrefix("requests.")
      && NameSyntax.objections(toLabelKey: "requests.\(name)").isEmpty
  }

  /// Whether the resource counts volumes that can be attached, such as `attachable-volumes-aws-ebs`.
  package static func isAttachableVolumes(_ name: String) -> Bool {
    name.hasPrefix("attachable-volumes-")
  }
}

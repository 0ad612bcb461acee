import Basics
import KubernetesModel

/// What the names of resources say about them.
enum ResourceSyntax {
  static func isHugePages(_ name: String) -> Bool { name.hasPrefix("hugepages-") }

  static func isNative(_ name: String) -> Bool {
    !name.utf8.contains(UInt8(ascii: "/")) || name.holds("kubernetes.io/")
  }

  static func isExtended(_ name: String) -> Bool {
    guard !isNative(name), !name.hasPrefix("requests.") else { return false }
    return Syntax.qualifiedName("requests.\(name)").isEmpty
  }

  static func allowsOvercommit(_ name: String) -> Bool { isNative(name) && !isHugePages(name) }

  static func isWhole(_ name: String) -> Bool { countable.contains(name) || isExtended(name) }

  static func isStandard(_ name: String) -> Bool {
    standard.contains(name) || isHugePages(name) || name.hasPrefix("requests.hugepages-")
  }

  static func isStandardForContainers(_ name: String) -> Bool {
    switch name {
    case "cpu", "memory", "ephemeral-storage": true
    default: isHugePages(name)
    }
  }

  static func isStandardForQuotas(_ name: String) -> Bool {
    name != "storage" && isStandard(name)
  }

  /// Whether a quota of a standard resource may be limited to a scope.
  static func allowsScope(_ scope: String, on name: String) -> Bool {
    switch scope {
    case "BestEffort": name == "pods"
    case "VolumeAttributesClass": ["persistentvolumeclaims", "requests.storage"].contains(name)
    case "Terminating", "NotTerminating", "NotBestEffort", "PriorityClass",
      "CrossNamespacePodAffinity":
      name == "pods" || computed.contains(name)
    default: true
    }
  }

  private static let computed: Set = [
    "cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory",
  ]

  /// Whether an amount of huge pages is a whole number of pages.
  static func isWholePages(_ quantity: Quantity, of name: String) -> Bool {
    guard let page = try? Quantity(name.droppingBytes("hugepages-".utf8.count)) else {
      return false
    }
    guard page.sign > 0, page.milliValue % 1000 == 0, page.value != 0 else { return false }
    return quantity.value % page.value == 0
  }

  private static let countable: Set = [
    "pods", "resourcequotas", "services", "replicationcontrollers", "secrets", "configmaps",
    "persistentvolumeclaims", "services.nodeports", "services.loadbalancers",
  ]

  private static let standard: Set = [
    "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory",
    "requests.ephemeral-storage", "limits.cpu", "limits.memory", "limits.ephemeral-storage", "pods",
    "resourcequotas", "services", "replicationcontrollers", "secrets", "configmaps",
    "persistentvolumeclaims", "storage", "requests.storage", "services.nodeports",
    "services.loadbalancers",
  ]
}

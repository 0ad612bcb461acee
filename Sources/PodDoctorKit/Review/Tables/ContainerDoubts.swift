import KubernetesModel
import RuleEngine
import YAML

/// Whether anything about a container may be wrong, told by one walk over what stands there.
///
/// Rules that say what is wrong ask this first, because nearly always nothing is.
enum ContainerDoubts {
  /// Whether a port may have no number or name that Kubernetes takes, or a name that stands there twice.
  static func ports(of container: TemplateContainer) -> Bool {
    guard let ports = container.origin.node?["ports"] else { return false }
    guard ports.isSequence else { return true }
    var names: [String] = []
    for port in ports.elements {
      guard let number = port["containerPort"]?.int, (1...65535).contains(number) else {
        return true
      }
      guard let name = port["name"], !name.isNull else { continue }
      guard let name = name.string else { return true }
      if name.isEmpty { continue }
      guard NameSyntax.isPortName(name.utf8Span.span) else { return true }
      names.append(name)
    }
    return names.repeats
  }

  /// Whether a mount may have a path that Kubernetes refuses, a part of the volume, or the path of another one.
  static func mounts(of container: TemplateContainer) -> Bool {
    guard let mounts = container.origin.node?["volumeMounts"] else { return false }
    guard mounts.isSequence else { return !mounts.isNull }
    var paths: [String] = []
    for mount in mounts.elements {
      guard let path = mount["mountPath"]?.string, !path.isEmpty,
        !path.utf8.contains(UInt8(ascii: ":")), mount["subPath"] == nil,
        mount["subPathExpr"] == nil
      else { return true }
      paths.append(path)
    }
    return paths.repeats
  }

  /// Whether a mount or device may name a volume that is none of the pod's own.
  static func volumes(of container: TemplateContainer) -> Bool {
    for field in ["volumeMounts", "volumeDevices"] {
      guard let mounts = container.origin.node?[field], !mounts.isNull else { continue }
      guard mounts.isSequence else { return true }
      for mount in mounts.elements {
        guard let name = mount["name"] else {
          if mount.isMapping { continue }
          return true
        }
        if name.isNull { continue }
        guard let name = name.string,
          container.pod.pod.spec.volumes.contains(where: { $0.name == name })
        else { return true }
      }
    }
    return false
  }
}

extension [String] {
  /// Whether a text stands among these twice; few are compared, because that is faster than hashing.
  var repeats: Bool {
    guard count <= 24 else { return Set(self).count < count }
    for place in indices where self[..<place].contains(self[place]) { return true }
    return false
  }
}

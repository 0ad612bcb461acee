import KubernetesModel
import Provenance

/// A ConfigMap, Secret or claim that a pod names, and where it names it.
struct PodReference: Sendable {
  /// How the pod uses the object; decides when and how its absence shows.
  enum Use: String, Sendable {
    case volume, env, envFrom, imagePullSecret, serviceAccount, priorityClass, runtimeClass, claim
    /// A Secret that a service account lists.
    case accountSecret
    /// What a claim asks for.
    case storageClass, persistentVolume
  }

  var kind: String
  var name: String
  /// The key that is asked for; empty when the whole object is.
  var key: String
  var use: Use
  var isOptional: Bool
  /// The field of the Pod that holds the reference.
  var path: String
  /// The container that uses it; nil for volumes and pull secrets.
  var container: String?
}

extension Pod {
  /// Every ConfigMap and Secret that the pod names, in the order of the manifest.
  var objectReferences: [PodReference] {
    var references: [PodReference] = []
    // By index, because what an iterator hands out is a copy of dozens of parts.
    let (volumes, initial, regular) = (spec.volumes, spec.initContainers, spec.containers)
    for index in volumes.indices { add(volumes[index], index, to: &references) }
    for index in initial.indices {
      add(initial[index], in: "spec.initContainers", index, to: &references)
    }
    for index in regular.indices {
      add(regular[index], in: "spec.containers", index, to: &references)
    }
    for (index, secret) in spec.imagePullSecrets.enumerated() {
      references.append(
        PodReference(
          kind: "Secret", name: secret.name, key: "", use: .imagePullSecret, isOptional: true,
          path: "spec.imagePullSecrets[\(index)]"))
    }
    return references
  }

  private func add(_ volume: Volume, _ place: Int, to references: inout [PodReference]) {
    if let source = volume.configMap {
      add(
        "ConfigMap", source.name, source.items, source.optional,
        at: "spec.volumes[\(place)].configMap", to: &references)
    } else if let source = volume.secret {
      add(
        "Secret", source.secretName, source.items, source.optional,
        at: "spec.volumes[\(place)].secret", to: &references)
    } else if let projected = volume.projected {
      for (index, source) in projected.sources.enumerated() {
        add(source, in: "spec.volumes[\(place)]", index, to: &references)
      }
    }
  }

  private func add(
    _ source: VolumeProjection, in volume: String, _ index: Int,
    to references: inout [PodReference]
  ) {
    if let map = source.configMap {
      add(
        "ConfigMap", map.name, map.items, map.optional,
        at: "\(volume).projected.sources[\(index)].configMap", to: &references)
    } else if let secret = source.secret {
      add(
        "Secret", secret.name, secret.items, secret.optional,
        at: "\(volume).projected.sources[\(index)].secret", to: &references)
    }
  }

  /// One reference to the object, and one for each key that is picked out of it.
  private func add(
    _ kind: String, _ name: String, _ items: [KeyToPath], _ isOptional: Bool?, at path: String,
    to references: inout [PodReference]
  ) {
    var reference = PodReference(
      kind: kind, name: name, key: "", use: .volume, isOptional: isOptional ?? false, path: path)
    references.append(reference)
    for (index, item) in items.enumerated() {
      reference.key = item.key
      reference.path = "\(path).items[\(index)]"
      references.append(reference)
    }
  }

  private func add(
    _ container: Container, in list: String, _ place: Int, to references: inout [PodReference]
  ) {
    func add(
      _ kind: String, _ name: String, _ key: String, _ isOptional: Bool?,
      as use: PodReference.Use, at path: String
    ) {
      references.append(
        PodReference(
          kind: kind, name: name, key: key, use: use, isOptional: isOptional ?? false,
          path: "\(list)[\(place)].\(path)", container: container.name))
    }
    for (index, source) in container.envFrom.enumerated() {
      if let map = source.configMapRef {
        add(
          "ConfigMap", map.name, "", map.optional, as: .envFrom,
          at: "envFrom[\(index)].configMapRef")
      } else if let secret = source.secretRef {
        add(
          "Secret", secret.name, "", secret.optional, as: .envFrom,
          at: "envFrom[\(index)].secretRef")
      }
    }
    let variables = container.env
    for index in variables.indices {
      guard let source = variables[index].valueFrom else { continue }
      if let map = source.configMapKeyRef {
        add(
          "ConfigMap", map.name, map.key, map.optional, as: .env,
          at: "env[\(index)].valueFrom.configMapKeyRef")
      } else if let secret = source.secretKeyRef {
        add(
          "Secret", secret.name, secret.key, secret.optional, as: .env,
          at: "env[\(index)].valueFrom.secretKeyRef")
      }
    }
  }
}

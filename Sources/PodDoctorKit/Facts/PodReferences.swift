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
    spec.volumes.enumerated().flatMap { index, volume in
      references(of: volume, at: "spec.volumes[\(index)]")
    } + containerLives.flatMap(references(of:))
      + spec.imagePullSecrets.enumerated().map { index, secret in
        PodReference(
          kind: "Secret", name: secret.name, key: "", use: .imagePullSecret, isOptional: true,
          path: "spec.imagePullSecrets[\(index)]")
      }
  }

  private func references(of volume: Volume, at path: String) -> [PodReference] {
    if let source = volume.configMap {
      return references(
        "ConfigMap", source.name, source.items, source.optional ?? false, at: "\(path).configMap")
    }
    if let source = volume.secret {
      return references(
        "Secret", source.secretName, source.items, source.optional ?? false, at: "\(path).secret")
    }
    let sources = volume.projected?.sources ?? []
    return sources.enumerated().flatMap { index, source in
      references(of: source, at: "\(path).projected.sources[\(index)]")
    }
  }

  private func references(of source: VolumeProjection, at path: String) -> [PodReference] {
    if let map = source.configMap {
      return references(
        "ConfigMap", map.name, map.items, map.optional ?? false, at: "\(path).configMap")
    }
    guard let secret = source.secret else { return [] }
    return references(
      "Secret", secret.name, secret.items, secret.optional ?? false, at: "\(path).secret")
  }

  /// One reference to the object, and one for each key that is picked out of it.
  private func references(
    _ kind: String, _ name: String, _ items: [KeyToPath], _ isOptional: Bool, at path: String
  ) -> [PodReference] {
    let whole = PodReference(
      kind: kind, name: name, key: "", use: .volume, isOptional: isOptional, path: path)
    return [whole]
      + items.enumerated().map { index, item in
        PodReference(
          kind: kind, name: name, key: item.key, use: .volume, isOptional: isOptional,
          path: "\(path).items[\(index)]")
      }
  }

  private func references(of life: ContainerLife) -> [PodReference] {
    let container = life.spec
    let whole = container.envFrom.enumerated().compactMap { index, source -> PodReference? in
      let path = "\(life.path).envFrom[\(index)]"
      if let map = source.configMapRef {
        return PodReference(
          kind: "ConfigMap", name: map.name, key: "", use: .envFrom,
          isOptional: map.optional ?? false, path: "\(path).configMapRef",
          container: container.name)
      }
      return source.secretRef.map {
        PodReference(
          kind: "Secret", name: $0.name, key: "", use: .envFrom, isOptional: $0.optional ?? false,
          path: "\(path).secretRef", container: container.name)
      }
    }
    let single = container.env.enumerated().compactMap { index, variable -> PodReference? in
      guard let source = variable.valueFrom else { return nil }
      let path = "\(life.path).env[\(index)].valueFrom"
      if let map = source.configMapKeyRef {
        return PodReference(
          kind: "ConfigMap", name: map.name, key: map.key, use: .env,
          isOptional: map.optional ?? false, path: "\(path).configMapKeyRef",
          container: container.name)
      }
      return source.secretKeyRef.map {
        PodReference(
          kind: "Secret", name: $0.name, key: $0.key, use: .env, isOptional: $0.optional ?? false,
          path: "\(path).secretKeyRef", container: container.name)
      }
    }
    return whole + single
  }
}

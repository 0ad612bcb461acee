import KubernetesModel
import YAML

extension ObjectRules {
  mutating func persistentVolume(_ object: Field) {
    let (meta, spec) = (object["metadata"], object["spec"])
    metadata(meta, .subdomain, isNamespaced: false)
    let modes = spec["accessModes"]
    if modes.count == 0 { required(modes) }
    accessModes(modes)
    capacity(spec["capacity"])
    oneOf(
      ["Delete", "Recycle", "Retain"], spec["persistentVolumeReclaimPolicy"], default: "Retain")
    let affinity = spec["nodeAffinity"]
    if affinity["required"].isPresent {
      nodeSelector(affinity["required"])
    } else if affinity.isPresent {
      required(affinity["required"], "must specify required node constraints")
    }
    persistentSource(spec, named: meta.generatedName)
    let path = spec["hostPath"]
    if path.isPresent, path["path"].text.isRootPath,
      spec["persistentVolumeReclaimPolicy"].text == "Recycle"
    {
      forbidden(
        spec["persistentVolumeReclaimPolicy"], "may not be 'recycle' for a hostPath mount of '/'")
    }
    if !spec["storageClassName"].isBlank { subdomain(spec["storageClassName"]) }
    if spec["volumeMode"].isPresent { oneOf(["Block", "Filesystem"], spec["volumeMode"]) }
    attributesClass(spec)
  }

  private mutating func capacity(_ capacity: Field) {
    if capacity.count == 0 { required(capacity) }
    let amounts = ResourceAmounts(capacity).entries
    if !capacity.entry("storage").isPresent || amounts.count > 1 {
      let shown = amounts.map { ($0.name, GoNotation.json($0.quantity.description)) }
      let members = shown.map { "\(GoNotation.json($0.0)):\($0.1)" }.joined(separator: ",")
      unsupported(
        capacity, .json(capacity.isPresent ? "{\(members)}" : "null"), ["storage"])
    }
    for amount in amounts {
      if amount.quantity.sign < 0 {
        let value = amount.quantity.rounded(toScale: 0).milliValue / 1000
        invalid(amount.field, .int(value), "must be a valid resource quantity")
      }
      if amount.quantity.sign <= 0 {
        invalid(amount.field, .text(amount.quantity.description), Wording.positive)
      }
    }
  }

  private mutating func persistentSource(_ spec: Field, named name: String) {
    var isFirst = true
    for kind in VolumeKind.persistent where spec[named: kind.name].isPresent {
      let source = spec[named: kind.name]
      if isFirst || kind.name == "flexVolume" {
        kind.rule(&self, source.shown(kind.shown, of: spec))
        if kind.name == "iscsi" { portal(source, of: name) }
        if kind.name == "local", !spec["nodeAffinity"].isPresent {
          required(spec["nodeAffinity"], "Local volume requires node affinity")
        }
      } else {
        forbidden(
          source.shown(kind.extra, of: spec), "may not specify more than 1 volume type")
      }
      isFirst = false
    }
    if isFirst { required(spec, "must specify a volume type") }
  }

  private mutating func portal(_ source: Field, of name: String) {
    let portal = source["targetPortal"]
    guard source["initiatorName"].isPresent, "\(name):\(portal.text)".utf8.count > 64 else {
      return
    }
    invalid(
      portal.shown("targetportal", of: source),
      "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters "
        + "if iscsi.initiatorName is specified.")
  }

  private mutating func attributesClass(_ spec: Field) {
    let name = spec["volumeAttributesClassName"]
    guard name.isPresent else { return }
    if name.isBlank {
      required(name, "an empty string is disallowed")
    } else {
      subdomain(name)
    }
    if !spec["csi"].isPresent {
      required(spec["csi"], "has to be specified when using volumeAttributesClassName")
    }
  }
}

// MARK: - Sources that only persistent volumes have
extension ObjectRules {
  mutating func localVolume(_ source: Field) {
    if source["path"].isBlank { required(source["path"]) } else { noBacksteps(source["path"]) }
  }

  mutating func persistentCSI(_ source: Field) {
    csiDriver(source["driver"])
    if source["volumeHandle"].isBlank { required(source["volumeHandle"]) }
    for name in [
      "controllerPublishSecretRef", "controllerExpandSecretRef", "nodePublishSecretRef",
      "nodeExpandSecretRef",
    ] where source[named: name].isPresent {
      let (secret, namespace) = (source[named: name]["name"], source[named: name]["namespace"])
      if secret.isBlank { required(secret) } else { subdomain(secret) }
      if namespace.isBlank { required(namespace) } else { label(namespace) }
    }
  }

  mutating func persistentAzureFile(_ source: Field) {
    for name in ["secretName", "shareName"] where source[named: name].isBlank {
      required(source[named: name])
    }
    let namespace = source["secretNamespace"]
    if namespace.isPresent, namespace.isBlank { required(namespace) }
  }

  mutating func persistentGlusterfs(_ source: Field) {
    for name in ["endpoints", "path"] where source[named: name].isBlank {
      required(source[named: name])
    }
    let namespace = source["endpointsNamespace"]
    guard namespace.isPresent else { return }
    if namespace.isBlank {
      invalid(
        namespace, "if the endpointnamespace is set, it must be a valid namespace name")
    } else {
      label(namespace)
    }
  }

  /// Secrets of persistent volumes are in a namespace that has to be named.
  mutating func secretNamespace(_ source: Field) {
    let secret = source["secretRef"]
    if secret.isPresent, secret["namespace"].isBlank { required(secret["namespace"]) }
  }
}

extension String {
  /// Whether this is a way to write the root of the file system.
  fileprivate var isRootPath: Bool {
    var depth = 0
    for step in parts(at: "/") where !step.isEmpty && step != "." {
      depth = step == ".." ? max(depth - 1, 0) : depth + 1
    }
    return hasPrefix("/") && depth == 0
  }
}

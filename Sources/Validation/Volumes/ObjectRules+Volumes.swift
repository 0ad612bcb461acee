import Basics
import KubernetesModel

extension ObjectRules {
  /// The volumes of a pod, of which those without errors can be mounted.
  mutating func volumes(_ list: Field) {
    var names = claimVolumes(list)
    let volumes = pod.volumes(of: list, after: names)
    let created = Set(
      pod.name.isEmpty
        ? [] : volumes.filter { $0["ephemeral"].isPresent }.map { claimName(of: $0) })
    for volume in volumes {
      let count = errors.count
      source(of: volume)
      let name = volume["name"]
      let text = name.text
      if text.isEmpty { required(name) } else { label(name) }
      if names.contains(text) { duplicate(name) }
      if errors.count == count {
        names.insert(text)
        pod.volumes[text] = volume
      }
      guard !created.isEmpty else { continue }
      let claim = volume["persistentVolumeClaim"]["claimName"]
      if created.contains(claim.text) {
        invalid(claim, "must not reference a PVC that gets created for an ephemeral volume")
      }
    }
  }

  /// The volumes that a stateful set puts before those of its template, under their names.
  private mutating func claimVolumes(_ list: Field) -> SeenNames {
    var names = SeenNames()
    for claim in pod.claimTemplates ?? [] {
      let text = claim["metadata"]["name"].text
      guard !names.contains(text) else { continue }
      let volume = list.indexed(names.count)
      let name = claim["metadata"]["name"].shown("name", of: volume)
      names.insert(text)
      let count = errors.count
      if text.isEmpty {
        required(name.shown(as: volume["persistentVolumeClaim"]["claimName"]))
        required(name)
      } else {
        label(name)
      }
      if errors.count == count { pod.volumes[text] = claim }
    }
    return names
  }

  private func claimName(of volume: Field) -> String { "\(pod.name)-\(volume["name"].text)" }

  private mutating func source(of volume: Field) {
    var isFirst = true
    for kind in VolumeKind.kinds(of: volume) {
      let source = volume[named: kind.name]
      if isFirst || kind.name == "emptyDir" {
        kind.rule(&self, source.shown(kind.shown, of: volume))
        if kind.name == "ephemeral" { claimName(volume) }
      } else {
        forbidden(
          source.shown(kind.extra, of: volume), "may not specify more than 1 volume type")
      }
      if kind.name == "iscsi" { initiator(of: volume) }
      isFirst = false
    }
  }

  private mutating func claimName(_ volume: Field) {
    let name = volume["name"]
    guard !pod.name.isEmpty, !name.isBlank else { return }
    let claim = claimName(of: volume)
    for objection in Syntax.subdomain(claim) {
      invalid(name, "PVC name \(GoNotation.quoted(claim)): \(objection)")
    }
  }

  private mutating func initiator(of volume: Field) {
    let source = volume["iscsi"]
    let portal = "\(volume["name"].text):\(source["targetPortal"].text)"
    guard source["initiatorName"].isPresent, portal.utf8.count > 64 else { return }
    invalid(
      volume["name"],
      "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters "
        + "if iscsi.initiatorName is specified.")
  }
}

// MARK: - Files of the node and of objects
extension ObjectRules {
  mutating func emptyDir(_ source: Field) {
    let limit = source["sizeLimit"]
    if let quantity = limit.quantity, quantity.sign < 0 {
      forbidden(limit, "SizeLimit field must be a valid resource quantity")
    }
  }

  mutating func hostPath(_ source: Field) {
    let path = source["path"]
    guard !path.isBlank else { return required(path) }
    noBacksteps(path)
    oneOf(
      [
        "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File",
        "FileOrCreate", "Socket",
      ], source["type"])
  }

  mutating func keyFiles(_ source: Field, name: String) {
    if source[named: name].isBlank { required(source[named: name]) }
    fileMode(source["defaultMode"])
    for item in source["items"].elements { keyFile(item) }
  }

  private mutating func keyFile(_ item: Field) {
    for field in [item["key"], item["path"]] where field.isBlank { required(field) }
    unreservedPath(item["path"])
    fileMode(item["mode"])
  }

  mutating func fileMode(_ mode: Field) {
    guard let value = mode.int, !(0...0o777).contains(value) else { return }
    invalid(mode, "must be a number between 0 and 0777 (octal), both inclusive")
  }

  mutating func downwardAPI(_ source: Field) {
    fileMode(source["defaultMode"])
    for item in source["items"].elements { downwardFile(item.shown(as: source)) }
  }

  private mutating func downwardFile(_ file: Field) {
    let (reference, resource) = (file["fieldRef"], file["resourceFieldRef"])
    if file["path"].isBlank { required(file["path"]) }
    unreservedPath(file["path"])
    if reference.isPresent {
      fieldReference(reference, Self.volumeFields)
      if resource.isPresent {
        invalid(
          file, .text("resource"),
          "fieldRef and resourceFieldRef can not be specified simultaneously")
      }
    } else if resource.isPresent {
      resourceReference(resource, isVolume: true)
    } else {
      required(file, "one of fieldRef and resourceFieldRef is required")
    }
    fileMode(file["mode"])
  }

  mutating func image(_ source: Field) {
    let reference = source["reference"]
    if pod.isPod, reference.isBlank { required(reference) }
    pullPolicy(source["pullPolicy"])
  }
}

// MARK: - Projected volumes
extension ObjectRules {
  mutating func projected(_ volume: Field) {
    fileMode(volume["defaultMode"])
    var paths = SeenNames()
    for source in volume["sources"].elements {
      var count = 0
      for name in ["secret", "configMap"] where source.has(name) {
        count += 1
        projectedKeys(source[named: name], &paths, in: volume)
      }
      if source["downwardAPI"].isPresent {
        count += 1
        projectedFields(source["downwardAPI"], &paths, in: volume)
      }
      if source["serviceAccountToken"].isPresent {
        count += 1
        token(source["serviceAccountToken"], in: volume)
      }
      if count > 1 { forbidden(source, "may not specify more than 1 volume type per source") }
    }
  }

  private mutating func projectedKeys(
    _ source: Field, _ paths: inout SeenNames, in volume: Field
  ) {
    if source["name"].isBlank { required(source["name"]) }
    for item in source["items"].elements {
      keyFile(item)
      let path = item["path"]
      if !path.isBlank, !paths.insert(path.text) {
        invalid(
          path.shown(as: volume), .text(source["name"].text), "conflicting duplicate paths")
      }
    }
  }

  private mutating func projectedFields(
    _ source: Field, _ paths: inout SeenNames, in volume: Field
  ) {
    for item in source["items"].elements {
      downwardFile(item.shown(as: source))
      let path = item["path"]
      if !path.isBlank, !paths.insert(path.text) {
        invalid(path.shown(as: volume), "conflicting duplicate paths")
      }
    }
  }

  private mutating func token(_ source: Field, in volume: Field) {
    let (expiration, path) = (source["expirationSeconds"], source["path"])
    let seconds = expiration.int ?? 3600
    if seconds < 600 {
      invalid(expiration, "may not specify a duration less than 10 minutes")
    }
    if seconds > 1 << 32 {
      invalid(expiration, "may not specify a duration larger than 2^32 seconds")
    }
    let shown = path.shown("path", of: volume)
    if path.isBlank { required(shown) } else { unreservedPath(shown) }
  }
}

extension PodContext {
  /// The volumes of a list, behind those that a stateful set makes in the place of some of them.
  fileprivate func volumes(of list: Field, after names: SeenNames) -> [Field] {
    guard !names.isEmpty else { return Array(list.elements) }
    return list.elements.filter { !names.contains($0["name"].text) }.enumerated()
      .map { index, volume in volume.shown(as: list.indexed(names.count + index)) }
  }
}

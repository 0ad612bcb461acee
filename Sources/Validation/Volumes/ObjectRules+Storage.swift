// MARK: - Volumes of storage systems
extension ObjectRules {
  mutating func gitRepo(_ source: Field) {
    if source["repository"].isBlank { required(source["repository"]) }
    descendingPath(source["directory"])
  }

  mutating func disk(_ source: Field, name: String) {
    if source[named: name].isBlank { required(source[named: name]) }
    if let partition = source["partition"].int, !(0...255).contains(partition) {
      invalid(source["partition"], Wording.between(1...255))
    }
  }

  mutating func nfs(_ source: Field) {
    let path = source["path"]
    if source["server"].isBlank { required(source["server"]) }
    if path.isBlank { required(path) }
    if path.text.utf8.first != UInt8(ascii: "/") { invalid(path, "must be an absolute path") }
  }

  /// A volume of iSCSI; `hint` follows the words about a name of no known kind.
  mutating func iscsi(_ source: Field, hint: String = " starting with iqn, eui, or naa") {
    let name = source["iqn"]
    if source["targetPortal"].isBlank { required(source["targetPortal"]) }
    if name.isBlank { required(name) } else { initiatorName(name, hint) }
    within(0...255, source["lun"])
    if source["chapAuthDiscovery"].isTrue || source["chapAuthSession"].isTrue,
      !source["secretRef"].isPresent
    {
      required(source["secretRef"])
    }
    let initiator = source["initiatorName"]
    if initiator.isPresent { initiatorName(initiator.shown("initiatorname", of: source), hint) }
  }

  private mutating func initiatorName(_ field: Field, _ hint: String) {
    switch InitiatorName(field.text) {
    case .valid: break
    case .malformed: invalid(field, "must be valid format")
    case .unknown: invalid(field, "must be valid format\(hint)")
    }
  }

  mutating func flocker(_ source: Field) {
    let (name, uuid) = (source["datasetName"], source["datasetUUID"])
    if name.isBlank, uuid.isBlank {
      required(source, "one of datasetName and datasetUUID is required")
    }
    if !name.isBlank, !uuid.isBlank {
      invalid(
        source, .text("resource"),
        "datasetName and datasetUUID can not be specified simultaneously")
    }
    if name.text.contains("/") { invalid(name, "must not contain '/'") }
  }

  mutating func cinder(_ source: Field) {
    if source["volumeID"].isBlank { required(source["volumeID"]) }
    secretName(source["secretRef"])
  }

  private mutating func secretName(_ reference: Field) {
    if reference.isPresent, reference["name"].isBlank { required(reference["name"]) }
  }

  mutating func quobyte(_ source: Field) {
    let (registry, tenant) = (source["registry"], source["tenant"])
    let rule = "must be a host:port pair or multiple pairs separated by commas"
    if registry.isBlank {
      required(registry, rule)
    } else if tenant.text.utf8.count >= 65 {
      required(tenant, "must be a UUID and may not exceed a length of 64 characters")
    } else {
      for pair in registry.text.parts(at: ",") where pair.parts(at: ":").count != 2 {
        invalid(registry, rule)
      }
    }
    if source["volume"].isBlank { required(source["volume"]) }
  }

  mutating func fibreChannel(_ source: Field) {
    let (names, ids, lun) = (source["targetWWNs"], source["wwids"], source["lun"])
    if names.count == 0, ids.count == 0 {
      required(names, "must specify either targetWWNs or wwids, but not both")
    }
    if names.count != 0, ids.count != 0 {
      invalid(names, "targetWWNs and wwids can not be specified simultaneously")
    }
    guard names.count != 0 else { return }
    if lun.isPresent {
      within(0...255, lun)
    } else {
      required(lun, "lun is required if targetWWNs is specified")
    }
  }

  mutating func flexVolume(_ source: Field) {
    if source["driver"].isBlank { required(source["driver"]) }
    for (key, option) in source["options"].entries {
      let space = ".\(key.parts(at: "/")[0].lowercased())"
      if space.hasSuffix(".kubernetes.io") || space.hasSuffix(".k8s.io") {
        invalid(option, .text(key), "kubernetes.io and k8s.io namespaces are reserved")
      }
    }
  }

  mutating func azureDisk(_ source: Field) {
    let uri = source["diskURI"]
    for name in ["diskName", "diskURI"] where source[named: name].isBlank {
      required(source[named: name])
    }
    oneOf(["None", "ReadOnly", "ReadWrite"], source["cachingMode"], ifAbsent: "ReadWrite")
    oneOf(["Dedicated", "Managed", "Shared"], source["kind"], ifAbsent: "Shared")
    if source["kind"].text == "Managed" {
      guard !uri.text.hasPrefix("/subscriptions/") else { return }
      unsupported(
        uri,
        [
          "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}"
        ])
    } else if !uri.text.hasPrefix("https://") {
      unsupported(
        uri, ["https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd"])
    }
  }

  mutating func storageOS(_ source: Field) {
    let (name, space) = (source["volumeName"], source["volumeNamespace"])
    if name.isBlank { required(name) } else { label(name) }
    if !space.isBlank { label(space) }
    secretName(source["secretRef"])
  }

  mutating func csi(_ source: Field) {
    let secret = source["nodePublishSecretRef"]
    csiDriver(source["driver"])
    guard secret.isPresent else { return }
    if secret["name"].isBlank {
      required(secret["name"])
    } else {
      subdomain(secret["name"].shown("name", of: source))
    }
  }

  mutating func csiDriver(_ driver: Field) {
    guard !driver.isBlank else { return required(driver) }
    if driver.text.utf8.count > 63 { tooLong(driver, 63) }
    invalid(driver, Syntax.subdomain(driver.text.lowercased()))
  }
}

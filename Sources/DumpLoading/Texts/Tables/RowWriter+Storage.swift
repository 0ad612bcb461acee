import YAML

extension RowWriter {
  private static let accessModes = [
    "RWO": "ReadWriteOnce", "ROX": "ReadOnlyMany", "RWX": "ReadWriteMany",
    "RWOP": "ReadWriteOncePod",
  ]

  /// A PersistentVolumeClaim; nil when the row shows none.
  func claim() -> Document? {
    guard let status = row.value("STATUS") else { return nil }
    let isTerminating = status.text == "Terminating"
    return object(RowMetadata(isTerminating: isTerminating)) { builder in
      builder.field(
        "spec",
        mapping: { builder in
          builder.field("volumeName", row.value("VOLUME"))
          accessModes(to: &builder)
          builder.field("storageClassName", row.value("STORAGECLASS"))
          builder.field("volumeAttributesClassName", row.value("VOLUMEATTRIBUTESCLASS"))
          builder.field("volumeMode", row.value("VOLUMEMODE"))
        })
      builder.field(
        "status",
        mapping: { builder in
          if !isTerminating { builder.field("phase", status) }
          accessModes(to: &builder)
          capacity(to: &builder)
        })
    }
  }

  /// A PersistentVolume; nil when the row shows none.
  func volume() -> Document? {
    guard let status = row.value("STATUS") else { return nil }
    let isTerminating = status.text == "Terminating"
    return object(RowMetadata(isTerminating: isTerminating)) { builder in
      builder.field(
        "spec",
        mapping: { builder in
          capacity(to: &builder)
          accessModes(to: &builder)
          builder.field(
            "persistentVolumeReclaimPolicy", row.value(["RECLAIM POLICY", "RECLAIMPOLICY"]))
          claimReference(to: &builder)
          builder.field("storageClassName", row.value("STORAGECLASS"))
          builder.field("volumeAttributesClassName", row.value("VOLUMEATTRIBUTESCLASS"))
          builder.field("volumeMode", row.value("VOLUMEMODE"))
        })
      builder.field(
        "status",
        mapping: { builder in
          if !isTerminating { builder.field("phase", status) }
          builder.field("reason", row.value("REASON"))
        })
    }
  }

  private func accessModes(to builder: inout DocumentBuilder) {
    guard let cell = row.value(["ACCESS MODES", "ACCESSMODES"]) else { return }
    builder.mark = cell.mark
    builder.field(
      "accessModes",
      sequence: { builder in
        for mode in cell.text.split(separator: ",") {
          builder.string(Self.accessModes[String(mode)] ?? String(mode))
        }
      })
  }

  private func capacity(to builder: inout DocumentBuilder) {
    guard let cell = row.value("CAPACITY"), cell.text != "0" else { return }
    builder.mark = cell.mark
    builder.field("capacity", mapping: { $0.field("storage", cell) })
  }

  private func claimReference(to builder: inout DocumentBuilder) {
    guard let cell = row.value("CLAIM"), let slash = cell.text.firstIndex(of: "/") else { return }
    builder.mark = cell.mark
    builder.field(
      "claimRef",
      mapping: { builder in
        builder.field("kind", "PersistentVolumeClaim")
        builder.field("namespace", String(cell.text[..<slash]))
        builder.field("name", String(cell.text[cell.text.index(after: slash)...]))
      })
  }
}

extension RowWriter {
  /// A StorageClass; nil when the row shows none.
  func storageClass() -> Document? {
    guard let provisioner = row.value("PROVISIONER") else { return nil }
    let isDefault = row[TableHeader.name].flatMap { RowName($0.text) }?.isDefault ?? false
    let annotations = [("storageclass.kubernetes.io/is-default-class", "true")]
    return object(RowMetadata(annotations: isDefault ? annotations : [])) { builder in
      builder.field("provisioner", provisioner)
      builder.field("reclaimPolicy", row.value("RECLAIMPOLICY"))
      builder.field("volumeBindingMode", row.value("VOLUMEBINDINGMODE"))
      builder.truth("allowVolumeExpansion", row.value("ALLOWVOLUMEEXPANSION"))
    }
  }

  /// A VolumeAttachment; nil when the row shows none.
  func volumeAttachment() -> Document? {
    guard let attacher = row.value("ATTACHER") else { return nil }
    return object { builder in
      builder.field(
        "spec",
        mapping: { builder in
          builder.field("attacher", attacher)
          builder.field("source", mapping: { $0.field("persistentVolumeName", row.value("PV")) })
          builder.field("nodeName", row.value("NODE"))
        })
      builder.field("status", mapping: { $0.truth("attached", row.value("ATTACHED")) })
    }
  }

  /// A CSIDriver.
  func driver() -> Document {
    object { builder in
      builder.field(
        "spec",
        mapping: { builder in
          builder.truth("attachRequired", row.value("ATTACHREQUIRED"))
          builder.truth("podInfoOnMount", row.value("PODINFOONMOUNT"))
          builder.truth("storageCapacity", row.value("STORAGECAPACITY"))
          builder.truth("requiresRepublish", row.value("REQUIRESREPUBLISH"))
          guard let modes = row.value("MODES") else { return }
          builder.mark = modes.mark
          builder.field(
            "volumeLifecycleModes",
            sequence: { builder in
              for mode in modes.text.split(separator: ",") { builder.string(String(mode)) }
            })
        })
    }
  }
}

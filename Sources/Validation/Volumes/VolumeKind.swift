import Basics
import YAML

/// A kind of volume: the field that makes a volume one, and the rule for it.
struct VolumeKind: Sendable {
  let name: String
  /// What upstream calls the field inside messages about it.
  let shown: String
  /// What upstream calls it when it is one too many.
  let extra: String
  let rule: @Sendable (inout ObjectRules, Field) -> Void

  private init(
    _ name: String, shown: String? = nil, extra: String? = nil,
    _ rule: @escaping @Sendable (inout ObjectRules, Field) -> Void
  ) {
    self.name = name
    self.shown = shown ?? name
    self.extra = extra ?? name
    self.rule = rule
  }

  /// A kind that only needs texts.
  private init(_ name: String, extra: String? = nil, needs fields: String...) {
    self.init(name, extra: extra) { rules, source in
      for field in fields where source[named: field].isEmpty {
        rules.required(source[named: field])
      }
    }
  }

  /// The kinds that a volume is of, in the order in which the API server looks for them.
  static func kinds(of volume: Field) -> [VolumeKind] {
    guard let node = volume.node else { return [] }
    var places: [Int] = []
    var cursor = node.firstEntry
    while !cursor.isAtEnd {
      if let place = node.place(ofKeyAt: cursor, in: names), !node.value(at: cursor).isNull,
        !places.contains(place)
      {
        places.append(place)
      }
      node.advance(&cursor)
    }
    return places.sorted().map { all[$0] }
  }

  private static let names = NameTable(all.map(\.name))

  /// The kinds in the order in which the API server looks for them.
  static let all: [VolumeKind] = [
    VolumeKind("emptyDir") { $0.emptyDir($1) },
    VolumeKind("hostPath") { $0.hostPath($1) },
    VolumeKind("gitRepo") { $0.gitRepo($1) },
    VolumeKind("gcePersistentDisk", shown: "persistentDisk") { $0.disk($1, name: "pdName") },
    VolumeKind("awsElasticBlockStore") { $0.disk($1, name: "volumeID") },
    VolumeKind("secret") { $0.keyFiles($1, name: "secretName") },
    VolumeKind("nfs") { $0.nfs($1) },
    VolumeKind("iscsi") { $0.iscsi($1) },
    VolumeKind("glusterfs", needs: "endpoints", "path"),
    VolumeKind("flocker") { $0.flocker($1) },
    VolumeKind("persistentVolumeClaim", needs: "claimName"),
    VolumeKind("rbd", needs: "monitors", "image"),
    VolumeKind("cinder") { $0.cinder($1) },
    VolumeKind("cephfs", extra: "cephFS", needs: "monitors"),
    VolumeKind("quobyte") { $0.quobyte($1) },
    VolumeKind("downwardAPI", extra: "downwarAPI") { $0.downwardAPI($1) },
    VolumeKind("fc") { $0.fibreChannel($1) },
    VolumeKind("flexVolume") { $0.flexVolume($1) },
    VolumeKind("configMap") { $0.keyFiles($1, name: "name") },
    VolumeKind("azureFile", needs: "secretName", "shareName"),
    VolumeKind("vsphereVolume", needs: "volumePath"),
    VolumeKind("photonPersistentDisk", needs: "pdID"),
    VolumeKind("portworxVolume", needs: "volumeID"),
    VolumeKind("azureDisk") { $0.azureDisk($1) },
    VolumeKind("storageos") { $0.storageOS($1) },
    VolumeKind("projected") { $0.projected($1) },
    VolumeKind("scaleIO", needs: "gateway", "system", "volumeName"),
    VolumeKind("csi") { $0.csi($1) },
    VolumeKind("ephemeral") { $0.ephemeral($1) },
    VolumeKind("image") { $0.image($1) },
  ]

  /// The kinds of persistent volumes, in the order in which the API server looks for them.
  static let persistent: [VolumeKind] = [
    VolumeKind("hostPath") { $0.hostPath($1) },
    VolumeKind("gcePersistentDisk", shown: "persistentDisk") { $0.disk($1, name: "pdName") },
    VolumeKind("awsElasticBlockStore") { $0.disk($1, name: "volumeID") },
    VolumeKind("glusterfs") { $0.persistentGlusterfs($1) },
    VolumeKind("flocker") { $0.flocker($1) },
    VolumeKind("nfs") { $0.nfs($1) },
    VolumeKind("rbd", needs: "monitors", "image"),
    VolumeKind("quobyte") { $0.quobyte($1) },
    VolumeKind("cephfs", extra: "cephFS", needs: "monitors"),
    VolumeKind("iscsi") { $0.iscsi($1, hint: "") },
    VolumeKind("cinder") {
      $0.cinder($1)
      $0.secretNamespace($1)
    },
    VolumeKind("fc") { $0.fibreChannel($1) },
    VolumeKind("flexVolume") { $0.flexVolume($1) },
    VolumeKind("azureFile") { $0.persistentAzureFile($1) },
    VolumeKind("vsphereVolume", needs: "volumePath"),
    VolumeKind("photonPersistentDisk", needs: "pdID"),
    VolumeKind("portworxVolume", needs: "volumeID"),
    VolumeKind("azureDisk") { $0.azureDisk($1) },
    VolumeKind("scaleIO", needs: "gateway", "system", "volumeName"),
    VolumeKind("local") { $0.localVolume($1) },
    VolumeKind("storageos") {
      $0.storageOS($1)
      $0.secretNamespace($1)
    },
    VolumeKind("csi") { $0.persistentCSI($1) },
  ]
}

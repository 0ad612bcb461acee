import YAML

extension DocumentBuilder {
  /// Adds the volumes of a pod, each with the lines of its source below its name.
  mutating func describedVolumes(_ list: OutlineNode?) {
    let volumes = list.map { list in list.children.filter { !$0.label.isEmpty } } ?? []
    guard !volumes.isEmpty else { return }
    field(
      "volumes",
      sequence: { sequence in
        for volume in volumes {
          sequence.mark = volume.startMark
          sequence.mapping { mapping in
            mapping.field("name", volume.label)
            mapping.describedSource(volume)
          }
        }
      })
  }

  /// Adds the source of a pod's volume.
  private mutating func describedSource(_ node: OutlineNode) {
    switch node.sourceType {
    case "PersistentVolumeClaim":
      mapping("persistentVolumeClaim") { source in
        source.text("claimName", node["ClaimName"])
        source.flag("readOnly", node["ReadOnly"])
      }
    case "ConfigMap": describedOwner("configMap", "name", node["Name"], of: node)
    case "Secret": describedOwner("secret", "secretName", node["SecretName"], of: node)
    case "EmptyDir":
      mapping("emptyDir") { source in
        source.text("medium", node["Medium"])
        source.text("sizeLimit", node["SizeLimit"])
      }
    case "Projected": describedProjection(node)
    case "DownwardAPI": mapping("downwardAPI") { _ in }
    case "EphemeralVolume": describedClaimTemplate(node)
    case "Image":
      mapping("image") { source in
        source.text("reference", node["Reference"])
        source.text("pullPolicy", node["PullPolicy"])
      }
    default: describedStorage(node)
    }
  }

  private mutating func describedOwner(
    _ name: String, _ key: String, _ owner: OutlineNode?, of node: OutlineNode
  ) {
    mapping(name) { source in
      source.text(key, owner)
      if node["Optional"]?.value == "true" { source.field("optional", true) }
    }
  }

  /// Sources stand one behind the other, each begun by its own label.
  private mutating func describedProjection(_ node: OutlineNode) {
    mapping("projected") { projected in
      projected.field(
        "sources",
        sequence: { sources in
          let lines = Array(node.children)
          for (index, line) in lines.enumerated() {
            let next = index + 1 < lines.count ? lines[index + 1] : nil
            sources.mark = line.startMark
            sources.describedProjectedSource(line, next: next)
          }
        })
    }
  }

  private mutating func describedProjectedSource(_ line: OutlineNode, next: OutlineNode?) {
    let isOptional = next?.label.hasSuffix("Optional") == true && next?.value == "true"
    switch line.label {
    case "SecretName", "ConfigMapName":
      mapping { source in
        source.mapping(line.label == "SecretName" ? "secret" : "configMap") { projection in
          projection.text("name", line)
          if isOptional { projection.field("optional", true) }
        }
      }
    case "TokenExpirationSeconds":
      mapping { source in
        source.mapping("serviceAccountToken") { $0.number("expirationSeconds", line) }
      }
    case "DownwardAPI": mapping { $0.mapping("downwardAPI") { _ in } }
    default: break
    }
  }

  /// An ephemeral volume shows its claim in place.
  private mutating func describedClaimTemplate(_ node: OutlineNode) {
    mapping("ephemeral") { ephemeral in
      ephemeral.mapping("volumeClaimTemplate") { template in
        template.mapping("metadata") { $0.pairs("labels", node["Labels"]) }
        template.mapping("spec") { spec in
          spec.text("storageClassName", node["StorageClass"])
          spec.text("volumeMode", node["VolumeMode"])
        }
      }
    }
  }
}

extension OutlineNode {
  /// `NFS (an NFS mount that lasts the lifetime of a pod)` is of type `NFS`.
  var sourceType: String {
    self["Type"]?.value.split(separator: " ").first.map(String.init) ?? ""
  }
}

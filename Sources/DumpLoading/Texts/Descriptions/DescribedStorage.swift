import YAML

extension DocumentBuilder {
  /// Adds the spec and the status of a described PersistentVolumeClaim.
  mutating func describedClaim(_ description: Description) {
    let isBound = description["Volume"]?.given != nil
    mapping("spec") { spec in
      spec.text("storageClassName", description["StorageClass"])
      spec.text("volumeName", description["Volume"])
      spec.text("volumeMode", description["VolumeMode"])
      if isBound { spec.accessModes(description["Access Modes"]) }
      spec.describedDataSource(description["DataSource"])
    }
    mapping("status") { status in
      if let phase = description["Status"], let text = phase.given {
        status.text(
          "phase", text.hasPrefix("Terminating") ? isBound ? "Bound" : "Pending" : text, at: phase)
      }
      guard isBound else { return }
      status.accessModes(description["Access Modes"])
      status.capacity(description["Capacity"])
    }
  }

  private mutating func describedDataSource(_ node: OutlineNode?) {
    guard let node else { return }
    mapping("dataSource") { source in
      source.text("apiGroup", node["APIGroup"])
      source.text("kind", node["Kind"])
      source.text("name", node["Name"])
    }
  }

  /// Adds the spec and the status of a described PersistentVolume.
  mutating func describedVolume(_ description: Description) {
    mapping("spec") { spec in
      spec.capacity(description["Capacity"])
      spec.accessModes(description["Access Modes"])
      spec.text("storageClassName", description["StorageClass"])
      spec.text("persistentVolumeReclaimPolicy", description["Reclaim Policy"])
      spec.text("volumeMode", description["VolumeMode"])
      spec.describedClaimReference(description["Claim"])
      spec.describedNodeAffinity(description["Node Affinity"])
      if let source = description["Source"] { spec.describedStorage(source) }
    }
    mapping("status") { status in
      let phase = description["Status"]
      if phase?.value.hasPrefix("Terminating") == false { status.text("phase", phase) }
      status.text("message", description["Message"])
    }
  }

  private mutating func describedClaimReference(_ node: OutlineNode?) {
    guard let node, let (namespace, name) = node.given?.parted(at: "/") else { return }
    mark = node.mark
    mapping("claimRef") { reference in
      reference.field("kind", "PersistentVolumeClaim")
      reference.field("namespace", namespace)
      reference.field("name", name)
    }
  }

  /// `Term 0:  topology.kubernetes.io/zone in [a, b]`, one term's requirements below each other.
  private mutating func describedNodeAffinity(_ node: OutlineNode?) {
    let terms = node?["Required Terms"]?.children.filter { $0.label.hasPrefix("Term ") } ?? []
    guard !terms.isEmpty else { return }
    mapping("nodeAffinity") { affinity in
      affinity.mapping("required") { required in
        required.field(
          "nodeSelectorTerms",
          sequence: { sequence in
            for term in terms { sequence.describedTerm(term) }
          })
      }
    }
  }

  private mutating func describedTerm(_ term: OutlineNode) {
    let requirements = term.lines.map {
      ($0, String(decoding: $0.item(of: term), as: UTF8.self).split(separator: " ", maxSplits: 2))
    }.filter { $0.1.count >= 2 }
    mapping { mapping in
      mapping.field(
        "matchExpressions",
        sequence: { sequence in
          for (node, words) in requirements {
            sequence.mark = node.startMark
            sequence.describedNodeRequirement(words.map(String.init))
          }
        })
    }
  }

  private mutating func describedNodeRequirement(_ words: [String]) {
    let operators = [
      "in": "In", "notin": "NotIn", "exists": "Exists", "doesnotexist": "DoesNotExist",
      "gt": "Gt", "lt": "Lt",
    ]
    let values = words.dropFirst(2).first?.between("[", "]")?.split(separator: ",").map(\.trimmed)
    mapping { requirement in
      requirement.field("key", words[0])
      requirement.field("operator", operators[words[1]] ?? words[1])
      guard let values else { return }
      requirement.field("values", sequence: { list in for value in values { list.string(value) } })
    }
  }

  /// Adds a described StorageClass.
  mutating func describedStorageClass(_ description: Description) {
    text("provisioner", description["Provisioner"])
    text("reclaimPolicy", description["ReclaimPolicy"])
    text("volumeBindingMode", description["VolumeBindingMode"])
    flag("allowVolumeExpansion", description["AllowVolumeExpansion"])
    pairs("parameters", description["Parameters"])
  }

  private mutating func capacity(_ node: OutlineNode?) {
    guard let node, let amount = node.given else { return }
    mapping("capacity") { $0.text("storage", amount, at: node) }
  }

  /// `RWO,ROX` as the names that the API has for them.
  private mutating func accessModes(_ node: OutlineNode?) {
    let names = [
      "RWO": "ReadWriteOnce", "ROX": "ReadOnlyMany", "RWX": "ReadWriteMany",
      "RWOP": "ReadWriteOncePod",
    ]
    let modes = node?.value.split(separator: ",").map { names[$0.trimmed] ?? $0.trimmed } ?? []
    list("accessModes", modes, at: node)
  }
}

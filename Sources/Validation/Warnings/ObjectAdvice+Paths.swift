import KubernetesModel

extension Field {
  /// The text as Go quotes it.
  var quoted: String { GoNotation.quoted(text) }
}

/// A file that a volume puts into a container.
private struct VolumeFile: CustomStringConvertible {
  let path: String
  let source: String

  init(_ path: String, _ source: String = "") {
    var bytes = path.utf8[...]
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    self.path = String(Substring(bytes))
    self.source = source
  }

  var description: String {
    let path = GoNotation.quoted(path)
    return source.isEmpty ? path : "\(path) (\(source))"
  }

  /// Whether one of the two is, or is in, the other.
  func overlaps(_ other: VolumeFile) -> Bool {
    guard !path.isEmpty, !other.path.isEmpty else { return false }
    return path == other.path || "\(path)/".hasPrefix("\(other.path)/")
      || "\(other.path)/".hasPrefix("\(path)/")
  }
}

extension ObjectAdvice {
  /// Warns of files of a volume that are in each other's way.
  mutating func paths(of volume: Field) {
    let (map, secret) = (volume["configMap"], volume["secret"])
    overlaps(volume, "ConfigMap \(map["name"].quoted)", files(map, ""))
    overlaps(volume, "Secret \(secret["secretName"].quoted)", files(secret, ""))
    overlaps(volume, "DownwardAPI", files(volume["downwardAPI"], ""))
    var all: [VolumeFile] = []
    for source in volume["projected"]["sources"].elements {
      if !Self.sources.contains(where: source.has) {
        note(source, "volume \(volume["name"].quoted) (Projected) has no sources provided")
      }
      all += files(of: source)
    }
    overlaps(volume, "Projected", all)
  }

  private func files(of source: Field) -> [VolumeFile] {
    let (map, secret, token) = (
      source["configMap"], source["secret"], source["serviceAccountToken"]
    )
    if map["items"].isPresent { return files(map, "ConfigMap \(map["name"].quoted)") }
    if secret["items"].isPresent { return files(secret, "Secret \(secret["name"].quoted)") }
    if source["downwardAPI"]["items"].isPresent {
      return files(source["downwardAPI"], "DownwardAPI")
    }
    return token.isPresent ? [VolumeFile(token["path"].text, "ServiceAccountToken")] : []
  }

  private func files(_ source: Field, _ name: String) -> [VolumeFile] {
    source["items"].elements.map { VolumeFile($0["path"].text, name) }
  }

  private mutating func overlaps(
    _ volume: Field, _ kind: @autoclosure () -> String, _ files: [VolumeFile]
  ) {
    guard files.count > 1 else { return }
    let kind = kind()
    for (index, file) in files.enumerated() {
      for other in files[..<index] where file.overlaps(other) {
        note(
          volume,
          "volume \(volume["name"].quoted) (\(kind)): overlapping paths: \(file) with \(other)")
      }
    }
  }

  private static let sources = ["secret", "downwardAPI", "configMap", "serviceAccountToken"]
}

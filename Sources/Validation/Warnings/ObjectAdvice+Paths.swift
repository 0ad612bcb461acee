import Basics
import KubernetesModel
import YAML

extension Field {
  /// The text as Go quotes it.
  var quoted: String { GoNotation.quoted(text) }
}

/// A file that a volume puts into a container.
private struct VolumeFile {
  let path: String
  /// What it comes from, where a message names it.
  private let kind: String
  /// What that is named like, where it has a name.
  private let source: YAMLNode?

  init(_ path: String, _ kind: String = "", named source: YAMLNode? = nil) {
    var bytes = path.utf8[...]
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    self.path = bytes.count == path.utf8.count ? path : String(Substring(bytes))
    self.kind = kind
    self.source = source
  }

  /// Whether one of the two is, or is in, the other.
  func overlaps(_ other: VolumeFile) -> Bool {
    guard !path.isEmpty, !other.path.isEmpty else { return false }
    return path == other.path || path.isInFolder(other.path) || other.path.isInFolder(path)
  }
}

extension VolumeFile: CustomStringConvertible {
  var description: String {
    let path = GoNotation.quoted(path)
    if kind.isEmpty { return path }
    guard let source else { return "\(path) (\(kind))" }
    return "\(path) (\(kind) \(GoNotation.quoted(source["name"]?.string ?? "")))"
  }
}

extension String {
  /// Whether this path goes on behind the other one and a slash.
  fileprivate func isInFolder(_ folder: String) -> Bool {
    let (octets, outer) = (utf8Span.span, folder.utf8Span.span)
    return octets.count > outer.count && octets[outer.count] == UInt8(ascii: "/")
      && octets.extracting(first: outer.count).isEqual(to: outer)
  }
}

extension ObjectAdvice {
  /// Warns of files of a volume that are in each other's way.
  mutating func paths(of volume: Field) {
    guard let node = volume.node else { return }
    if volume.has("configMap"), let map = node["configMap"] {
      overlaps(volume, "ConfigMap \(Self.quoted(map, "name"))", files(map))
    }
    if volume.has("secret"), let secret = node["secret"] {
      overlaps(volume, "Secret \(Self.quoted(secret, "secretName"))", files(secret))
    }
    if volume.has("downwardAPI"), let fields = node["downwardAPI"] {
      overlaps(volume, "DownwardAPI", files(fields))
    }
    guard volume.has("projected") else { return }
    var all: [VolumeFile] = []
    for source in volume["projected"]["sources"].elements {
      if !source.has("secret"), !source.has("downwardAPI"), !source.has("configMap"),
        !source.has("serviceAccountToken")
      {
        note(source, "volume \(volume["name"].quoted) (Projected) has no sources provided")
      }
      if let node = source.node { all += files(projectedFrom: node) }
    }
    overlaps(volume, "Projected", all)
  }

  private func files(projectedFrom source: YAMLNode) -> [VolumeFile] {
    if let map = source["configMap"], Self.hasItems(map) {
      return files(map, "ConfigMap", named: map)
    }
    if let secret = source["secret"], Self.hasItems(secret) {
      return files(secret, "Secret", named: secret)
    }
    if let fields = source["downwardAPI"], Self.hasItems(fields) {
      return files(fields, "DownwardAPI")
    }
    guard let token = source["serviceAccountToken"], !token.isNull else { return [] }
    return [VolumeFile(token["path"]?.string ?? "", "ServiceAccountToken")]
  }

  private static func hasItems(_ source: YAMLNode) -> Bool {
    source["items"].map { !$0.isNull } ?? false
  }

  private static func quoted(_ node: YAMLNode, _ name: String) -> String {
    GoNotation.quoted(node[name]?.string ?? "")
  }

  private func files(
    _ source: YAMLNode, _ kind: String = "", named name: YAMLNode? = nil
  ) -> [VolumeFile] {
    guard let items = source["items"] else { return [] }
    var files: [VolumeFile] = []
    for item in items.elements {
      files.append(VolumeFile(item["path"]?.string ?? "", kind, named: name))
    }
    return files
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
}

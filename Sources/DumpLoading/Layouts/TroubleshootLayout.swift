/// The support bundles of Replicated's troubleshoot: `cluster-resources/pods/NAMESPACE.json` and the like.
enum TroubleshootLayout: BundleLayout {
  /// Lists of permissions, discovery and licences, which are JSON and no objects.
  private static let noObjects: Set<String> = [
    "auth-cani-list", "image-pull-secrets", "groups", "resources", "license",
  ]

  static func content(of path: LayoutPath) -> BundledContent? {
    if path.isUnder("host-collectors") { return .nothing }
    guard let folders = path.folders(behind: "cluster-resources") else { return nil }
    if folders.count >= 2, folders[0] == "pods", folders[1] == "logs" {
      return log(path, in: Array(folders.dropFirst(2)))
    }
    let resource = folders.first ?? path.stem
    if let failed = path.stem(without: "-errors.json") {
      return KindNames.kind(collectedAs: folders.first ?? failed).map { .failures(kind: $0) }
        ?? .nothing
    }
    if noObjects.contains(resource) { return .nothing }
    return path.file.hasSuffix(".json")
      ? .objects(kind: KindNames.kind(collectedAs: resource)) : nil
  }

  private static func log(_ path: LayoutPath, in folders: [String]) -> BundledContent? {
    guard folders.count == 2, let stem = path.stem(without: ".log") else { return nil }
    // What stands there in place of a log is why there is none.
    guard !stem.hasSuffix("-logs-errors") else { return .nothing }
    var name = LogFileName(namespace: folders[0], pod: folders[1], container: stem)
    if let container = path.stem(without: "-previous.log") {
      (name.container, name.run) = (container, .previous)
    }
    return .log(name)
  }
}

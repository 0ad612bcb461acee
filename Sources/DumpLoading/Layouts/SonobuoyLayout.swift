/// The results of Sonobuoy: `resources/ns/NAMESPACE/core_v1_pods.json`, `podlogs/NAMESPACE/POD/logs/CONTAINER.txt`.
enum SonobuoyLayout: BundleLayout {
  static func content(of path: LayoutPath) -> BundledContent? {
    if let folders = path.folders(behind: "podlogs"), folders.count == 3, folders[2] == "logs",
      let container = path.stem(without: ".txt")
    {
      return .log(LogFileName(namespace: folders[0], pod: folders[1], container: container))
    }
    guard let folders = path.folders(behind: "resources"), path.file.hasSuffix(".json"),
      folders.first == "ns" && folders.count == 2 || folders == ["cluster"],
      let resource = path.stem.split(separator: "_").last
    else { return nil }
    return .objects(kind: KindNames.kind(collectedAs: String(resource)))
  }
}

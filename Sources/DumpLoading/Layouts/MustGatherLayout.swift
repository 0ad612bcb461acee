/// What `oc adm must-gather` and `oc adm inspect` write.
enum MustGatherLayout: BundleLayout {
  /// Requests to the API server and the archives of another collector, by the gigabyte.
  private static let passedOver: Set<String> = ["audit_logs", "insights-data"]

  static func content(of path: LayoutPath) -> BundledContent? {
    if path.folders.contains(where: passedOver.contains) { return .nothing }
    guard let folders = path.folders(behind: "namespaces"), folders.count >= 5,
      folders[1] == "pods"
    else { return nil }
    if folders.suffix(2) == ["logs", "rotated"] { return .nothing }
    guard folders.last == "logs", let run = run(path.file) else { return nil }
    return .log(
      LogFileName(
        namespace: folders[0], pod: folders[2], container: folders[folders.count - 2], run: run))
  }

  /// Logs are called `insecure` when the node's certificate was not trusted.
  private static func run(_ file: String) -> ContainerLog.Run? {
    switch file {
    case "current.log", "current.insecure.log": .current
    case "previous.log", "previous.insecure.log": .previous
    default: nil
    }
  }
}

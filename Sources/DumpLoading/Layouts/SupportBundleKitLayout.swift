/// The bundles of Rancher's support-bundle-kit, which Harvester and Longhorn use:
/// `yamls/namespaced/NAMESPACE/apps/v1/deployments.yaml`, `logs/NAMESPACE/POD/CONTAINER.log`.
enum SupportBundleKitLayout: BundleLayout {
  static func content(of path: LayoutPath) -> BundledContent? {
    if path.file == "bundleGenerationError.log" { return .nothing }
    if holdsNullTexts(path) { return .objects(kind: KindNames.kind(collectedAs: path.stem)) }
    guard let folders = path.folders(behind: "logs"), folders.count == 2,
      let container = path.stem(without: ".log.1")
    else { return nil }
    return .log(
      LogFileName(namespace: folders[0], pod: folders[1], container: container, run: .previous))
  }

  /// Whether the collector wrote the file, which has "null" in place of null and of empty texts.
  static func holdsNullTexts(_ path: LayoutPath) -> Bool {
    guard path.file.hasSuffix(".yaml"), let folders = path.folders(behind: "yamls") else {
      return false
    }
    return folders.first == "namespaced" || folders.first == "cluster"
  }

  /// The file with nulls again, each as long as the text was, so that no line or column changes.
  static func restoringNulls(in text: Span<UInt8>) -> [UInt8] {
    let quoted = Array("\"null\"".utf8)
    var bytes = unsafe text.withUnsafeBufferPointer { unsafe Array($0) }
    var end = bytes.startIndex
    while let lineEnd = bytes[end...].firstIndex(of: UInt8(ascii: "\n")) {
      let start = lineEnd - quoted.count
      if start > end + 1, bytes[start - 1] == UInt8(ascii: " "),
        bytes[start..<lineEnd].elementsEqual(quoted)
      {
        bytes.replaceSubrange(start..<lineEnd, with: "null  ".utf8)
      }
      end = lineEnd + 1
    }
    return bytes
  }
}

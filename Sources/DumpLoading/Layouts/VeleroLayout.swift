/// The backups of Velero: `resources/pods/namespaces/NAMESPACE/NAME.json`.
enum VeleroLayout: BundleLayout {
  static func content(of path: LayoutPath) -> BundledContent? {
    guard let folders = path.folders(behind: "resources"), folders.count >= 2 else { return nil }
    // The same objects again, for every version of the API.
    return folders[1].hasSuffix("-preferredversion") ? .nothing : nil
  }
}

/// The habits of one collector of support bundles: what it puts where.
protocol BundleLayout: Sendable {
  /// What is in the file at `path`; nil when the collector puts nothing there that it would not be told by its name.
  static func content(of path: LayoutPath) -> BundledContent?
}

/// What a file holds by its place in a bundle.
enum BundledContent {
  /// Objects, which are of this kind where they do not say it themselves.
  case objects(kind: String?)
  case log(LogFileName)
  /// What kubectl printed for people, about this namespace where it does not say one; empty where that is not known.
  case text(namespace: String)
  /// What a node's programs logged.
  case journal
  /// Why the collector could not read objects of this kind.
  case failures(kind: String)
  /// Nothing to diagnose, however it is called.
  case nothing
}

/// The layouts that are known.
enum BundleLayouts {
  private static let all: [any BundleLayout.Type] = [
    TroubleshootLayout.self, MustGatherLayout.self, SupportBundleKitLayout.self,
    RancherCollectorLayout.self, SonobuoyLayout.self, VeleroLayout.self, SosLayout.self,
    EKSLayout.self,
  ]

  /// Folders that only stand inside of the dump of one cluster.
  static let innerFolders: Set<String> = [
    "namespaces", "cluster-scoped-resources", "cluster-resources", "yamls", "kubectl", "podlogs",
  ]

  /// What the first layout that knows the place says; nil when none does.
  static func content(of path: LayoutPath) -> BundledContent? {
    for layout in all {
      if let content = layout.content(of: path) { return content }
    }
    return nil
  }
}

extension KindNames {
  /// The kind that collectors spell with hyphens, such as `pod-disruption-budgets`.
  static func kind(collectedAs name: String) -> String? {
    kind(named: name.filter { $0 != "-" })
  }
}

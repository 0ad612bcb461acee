import KubernetesModel

/// The Pod Security level that a namespace enforces, and the version of Kubernetes that it is of.
struct PodSecurityLevel: Sendable {
  enum Level: String, Sendable { case privileged, baseline, restricted }

  var level: Level
  /// The minor version of Kubernetes 1; nil for the latest.
  var minor: Int?

  /// `restricted:latest`, as the API server names it.
  var description: String { "\(level.rawValue):\(minor.map { "v1.\($0)" } ?? "latest")" }

  /// The level that the labels of a namespace ask for; privileged where they ask for none.
  init(labels: [String: String]) {
    let prefix = "pod-security.kubernetes.io/enforce"
    // The API server takes a level that it does not know for the strictest; that refuses nothing here.
    level = labels[prefix].flatMap(Level.init(rawValue:)) ?? .privileged
    minor = labels["\(prefix)-version"].flatMap { version in
      version.hasPrefix("v1.") ? Int(version.dropFirst(3)) : nil
    }
  }

  /// Whether the policy of a version, or a later one, applies.
  func isSince(_ minor: Int) -> Bool { (self.minor ?? .max) >= minor }
}

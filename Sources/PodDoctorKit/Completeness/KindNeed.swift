import Findings
import KubernetesModel

/// A kind of object that verdicts about some pods need, and what they are worth without it.
struct KindNeed<Circumstances>: Sendable {
  var kind: String
  var weakens: String
  /// What kubectl calls the kind, with `-A` where it lives in namespaces.
  var resource: String
  var isNeeded: @Sendable (Pod, Circumstances) -> Bool

  var gap: DiagnosisReport.Gap {
    .init(
      missing: Self.plural(of: kind), weakens: weakens, command: "kubectl get \(resource) -o yaml")
  }

  /// A kind as people write several of it.
  static func plural(of kind: String) -> String {
    switch kind {
    case "Node", "Pod", "Event", "Namespace": "\(kind.lowercased())s"
    case _ where kind.hasSuffix("s"): "\(kind)es"
    default: "\(kind)s"
    }
  }
}

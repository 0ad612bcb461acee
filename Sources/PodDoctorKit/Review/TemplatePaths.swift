import Findings
import KubernetesModel
import Provenance
import YAML

/// Where kinds of objects keep the template of their pods.
struct TemplatePaths: Sendable {
  /// By group and kind, as `argoproj.io/Rollout`; kinds of Kubernetes itself by kind alone.
  ///
  /// A step `*` goes into every element of a list.
  private var paths: [String: FieldPath] = [:]

  init(adding custom: [String: String] = [:]) {
    for (kind, path) in Self.known { paths[kind] = FieldPath(parsing: path) }
    for (kind, path) in custom { paths[kind] = FieldPath(parsing: path) }
  }

  private static let known = [
    "Pod": "", "Deployment": "spec.template", "StatefulSet": "spec.template",
    "DaemonSet": "spec.template", "ReplicaSet": "spec.template",
    "ReplicationController": "spec.template", "Job": "spec.template",
    "CronJob": "spec.jobTemplate.spec.template", "PodTemplate": "template",
    "argoproj.io/Rollout": "spec.template", "apps.kruise.io/CloneSet": "spec.template",
    "apps.kruise.io/StatefulSet": "spec.template", "apps.kruise.io/DaemonSet": "spec.template",
    "apps.openshift.io/DeploymentConfig": "spec.template",
    // As earlier versions of OpenShift have it, in v1.
    "DeploymentConfig": "spec.template",
    "serving.knative.dev/Service": "spec.template",
    "operators.coreos.com/ClusterServiceVersion":
      "spec.install.spec.deployments[*].spec.template",
  ]

  /// The pods that a manifest of this number describes; none when its kind makes none or the template is missing.
  func pods(of manifest: Manifest, numbered number: Int) -> [ManifestPod] {
    guard let path = path(in: manifest) else { return [] }
    return Self.templates(at: path.steps[...], in: manifest.node).map { path, node in
      let template = manifest.object.value?.podTemplate ?? Self.decoded(node)
      var pod = Pod()
      pod.metadata = template.metadata
      pod.metadata.name = manifest.reference.name
      pod.metadata.namespace = manifest.reference.namespace
      pod.spec = template.spec
      return ManifestPod(workload: manifest, number: number, pod: pod, path: path, node: node)
    }
  }

  /// The mappings at the end of a path, each with the path that leads to it alone.
  private static func templates(
    at steps: ArraySlice<FieldPath.Step>, after taken: [FieldPath.Step] = [], in node: YAMLNode
  ) -> [(FieldPath, YAMLNode)] {
    guard let star = steps.firstIndex(of: .key("*")) else {
      let found = node.node(at: FieldPath(Array(steps)))
      return found.map { $0.isMapping ? [(FieldPath(taken + steps), $0)] : [] } ?? []
    }
    guard let list = node.node(at: FieldPath(Array(steps[..<star]))), list.isSequence else {
      return []
    }
    let (before, rest) = (taken + steps[..<star], steps[(star + 1)...])
    return list.elements.map { $0 }.enumerated().flatMap { index, element in
      templates(at: rest, after: before + [.index(index)], in: element)
    }
  }

  /// Whether objects of the manifest's kind make pods, and so are in a namespace.
  func makesPods(_ manifest: Manifest) -> Bool { path(in: manifest) != nil }

  private func path(in manifest: Manifest) -> FieldPath? {
    if manifest.object.value != nil { return paths[manifest.kind] }
    // A kind of Kubernetes in a group that never had it is a mistake that hides no other.
    let isMisnamed = ["", "apps", "batch", "extensions"].contains(manifest.group)
    return paths["\(manifest.group)/\(manifest.kind)"] ?? (isMisnamed ? paths[manifest.kind] : nil)
  }

  /// What is wrong with the fields is told with the workload.
  private static func decoded(_ node: YAMLNode) -> PodTemplateSpec {
    var problems: [LoadProblem] = []
    return PodTemplateSpec(decoding: node, problems: &problems)
  }
}

extension KubernetesObject {
  /// The template of the pods that an object makes; nil when it makes none.
  fileprivate var podTemplate: PodTemplateSpec? {
    switch self {
    case let object as Pod:
      var template = PodTemplateSpec()
      template.metadata = object.metadata
      template.spec = object.spec
      return template
    case let object as Deployment: return object.spec.template
    case let object as StatefulSet: return object.spec.template
    case let object as DaemonSet: return object.spec.template
    case let object as ReplicaSet: return object.spec.template
    case let object as ReplicationController: return object.spec.template
    case let object as Job: return object.spec.template
    case let object as CronJob: return object.spec.jobTemplate.spec.template
    case let object as PodTemplate: return object.template
    default: return nil
    }
  }
}

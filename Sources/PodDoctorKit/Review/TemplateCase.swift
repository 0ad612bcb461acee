import Basics
import Findings
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// A pod template with the set of manifests that it is seen among; shared by all facts about it.
final class TemplateCase: Sendable {
  let number: Int
  let template: ManifestPod
  let manifests: ManifestSet
  private let named: Once<[NamedObject]>

  /// Something that the pod names, with what rules can ask of it.
  struct NamedObject: Sendable {
    let reference: PodReference
    let facts: FactObject
  }

  init(_ number: Int, in manifests: ManifestSet) {
    self.number = number
    self.manifests = manifests
    let template = manifests.pods[number]
    self.template = template
    named = Once {
      template.pod.namedObjects.map { reference in
        let facts = TemplateReferenceFacts.object(reference, of: template, in: manifests)
        return NamedObject(reference: reference, facts: facts)
      }
    }
  }

  /// Everything that the pod names: its account, classes, claims, ConfigMaps and Secrets.
  var references: [NamedObject] { named.value }

  var pod: Pod { template.pod }
  var workload: Manifest { template.workload }
  var namespace: String { template.namespace }

  var origin: Origin { template.origin(of: template.node, at: "") }

  /// The origin of a field of the template.
  func origin(at field: String) -> Origin { template.origin(at: field) }

  /// All containers in the order in which they start, those for debugging last.
  var containers: [TemplateContainer] {
    pod.containerLives.map {
      TemplateContainer(spec: $0.spec, role: $0.role, path: $0.path, pod: self)
    } + pod.spec.ephemeralContainers.indices.compactMap(ephemeralContainer)
  }

  private func ephemeralContainer(_ index: Int) -> TemplateContainer? {
    let path = "spec.ephemeralContainers[\(index)]"
    guard let node = template.node.node(at: FieldPath(parsing: path)) else { return nil }
    // What is wrong with the fields is told with the workload.
    var problems: [LoadProblem] = []
    let spec = Container(decoding: node, problems: &problems)
    return TemplateContainer(spec: spec, role: .ephemeral, path: path, pod: self)
  }

  /// How many pods there will be at least; nil where nodes or work decide.
  var replicas: Int? {
    let floors = manifests.autoscalers(of: workload.reference).map { manifests[$0].leastReplicas }
    return floors.min() ?? template.replicas
  }
}

/// A container of a pod template; shared by all facts about it.
final class TemplateContainer: Sendable {
  let spec: Container
  let role: ContainerLife.Role
  /// Where it stands under the template.
  let path: String
  let pod: TemplateCase

  init(spec: Container, role: ContainerLife.Role, path: String, pod: TemplateCase) {
    self.spec = spec
    self.role = role
    self.path = path
    self.pod = pod
  }

  var origin: Origin { pod.origin(at: path) }
}

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
  let origin: Origin
  /// Where the spec stands that all of this is about.
  private let specOrigin: Origin
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
    let origin = template.origin
    self.origin = origin
    specOrigin = origin.part("spec") ?? origin
    named = Once {
      var named: [NamedObject] = []
      for reference in template.pod.namedObjects {
        let facts = TemplateReferenceFacts.object(
          reference, from: origin.part(at: reference.path), in: template.namespace, of: manifests)
        named.append(NamedObject(reference: reference, facts: facts))
      }
      return named
    }
  }

  /// Everything that the pod names: its account, classes, claims, ConfigMaps and Secrets.
  var references: [NamedObject] { named.value }

  var pod: Pod { template.pod }
  var workload: Manifest { template.workload }
  var namespace: String { template.namespace }

  /// The origin of a field of the spec, or of an element of the list that it holds; of the template where it has none.
  func origin(ofSpec field: String, _ index: Int) -> Origin {
    specOrigin.part(field, index) ?? origin
  }

  /// All containers in the order in which they start, those for debugging last.
  var containers: [TemplateContainer] {
    var containers: [TemplateContainer] = []
    // Each list is walked once, for to look for one element after the other would take the square of its length.
    let initial = specOrigin.parts("initContainers")
    for (index, container) in pod.spec.initContainers.enumerated() {
      containers.append(
        TemplateContainer(
          spec: container, role: container.restartPolicy == "Always" ? .sidecar : .initial,
          origin: initial.indices.contains(index) ? initial[index] : origin, pod: self))
    }
    let regular = specOrigin.parts("containers")
    for (index, container) in pod.spec.containers.enumerated() {
      containers.append(
        TemplateContainer(
          spec: container, role: .app,
          origin: regular.indices.contains(index) ? regular[index] : origin, pod: self))
    }
    let others = specOrigin.parts("ephemeralContainers").prefix(pod.spec.ephemeralContainers.count)
    return containers + others.compactMap(ephemeralContainer)
  }

  private func ephemeralContainer(_ origin: Origin) -> TemplateContainer? {
    guard let node = origin.node else { return nil }
    // What is wrong with the fields is told with the workload.
    var problems: [LoadProblem] = []
    let spec = Container(decoding: node, problems: &problems)
    return TemplateContainer(spec: spec, role: .ephemeral, origin: origin, pod: self)
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
  let origin: Origin
  let pod: TemplateCase

  init(spec: Container, role: ContainerLife.Role, origin: Origin, pod: TemplateCase) {
    self.spec = spec
    self.role = role
    self.origin = origin
    self.pod = pod
  }

  /// The origin of a field of the container, or of an element of the list that it holds; of the template where it has
  /// none.
  func origin(of field: String, _ index: Int? = nil) -> Origin {
    origin.part(field, index) ?? pod.origin
  }
}

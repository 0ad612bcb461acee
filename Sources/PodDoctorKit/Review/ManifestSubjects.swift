import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// Turns manifests into the subjects that rules are asked about.
struct ManifestSubjects {
  /// One kind of subject for each thing that rules look at.
  private enum Kind {
    static let manifest = "Manifest"
    static let template = "PodTemplate"
    static let container = "TemplateContainer"
  }

  /// What the variables of rules about a template or a container of it stand for.
  private struct Variables: Sendable {
    var pod: FactObject
    var workload: FactObject
    var container: FactObject?
  }

  private static let manifestVariables = FactTable<FactObject>(["object": { .map($0) }])

  private static let templateVariables = FactTable<Variables>([
    "pod": { .map($0.pod) }, "workload": { .map($0.workload) },
  ])

  private static let containerVariables = FactTable<Variables>([
    "pod": { .map($0.pod) }, "workload": { .map($0.workload) },
    "container": { .fact($0.container) },
  ])

  /// The subject of a manifest.
  static func subject(of number: Int, in set: ManifestSet) -> Subject {
    let manifest = set[number]
    let facts = ManifestFacts.object(number, in: set)
    return Subject(
      kind: Kind.manifest, reference: manifest.reference,
      triggers: ["kind:\(manifest.kind)"], origin: manifest.origin,
      variables: FactObject(facts, manifestVariables))
  }

  /// The subject of a pod template and one for each of its containers.
  static func subjects(ofPod number: Int, in set: ManifestSet) -> [Subject] {
    let template = TemplateCase(number, in: set)
    let pod = TemplateFacts.object(template)
    let workload = ManifestFacts.object(of: template.workload, in: set)
    let triggers = ["kind:\(template.workload.kind)"]
    let itself = Subject(
      kind: Kind.template, reference: template.workload.reference, triggers: triggers,
      origin: template.origin,
      variables: FactObject(Variables(pod: pod, workload: workload), templateVariables))
    let containers = template.containers.map { container in
      let variables = Variables(
        pod: pod, workload: workload, container: TemplateContainerFacts.object(container))
      return Subject(
        kind: Kind.container, reference: template.workload.reference,
        container: container.spec.name,
        triggers: triggers + ["role:\(container.role.rawValue)"], origin: container.origin,
        variables: FactObject(variables, containerVariables))
    }
    return [itself] + containers
  }

  /// All subjects, in the order of the input.
  static func all(in set: ManifestSet) -> [Subject] {
    set.manifests.indices.map { subject(of: $0, in: set) }
      + set.pods.indices.flatMap { subjects(ofPod: $0, in: set) }
  }
}

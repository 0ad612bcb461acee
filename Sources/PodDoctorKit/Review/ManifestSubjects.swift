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

  /// The subject of a manifest.
  static func subject(of number: Int, in set: ManifestSet) -> Subject {
    let manifest = set[number]
    let facts = ManifestFacts.object(number, in: set)
    return Subject(
      kind: Kind.manifest, reference: manifest.reference,
      triggers: ["kind:\(manifest.kind)"], origin: manifest.origin,
      variables: FactObject(["object": { .map(facts) }]))
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
      variables: FactObject(["pod": { .map(pod) }, "workload": { .map(workload) }]))
    let containers = template.containers.map { container in
      let facts = TemplateContainerFacts.object(container)
      return Subject(
        kind: Kind.container, reference: template.workload.reference,
        container: container.spec.name,
        triggers: triggers + ["role:\(container.role.rawValue)"], origin: container.origin,
        variables: FactObject([
          "pod": { .map(pod) }, "workload": { .map(workload) }, "container": { .map(facts) },
        ]))
    }
    return [itself] + containers
  }

  /// All subjects, in the order of the input.
  static func all(in set: ManifestSet) -> [Subject] {
    set.manifests.indices.map { subject(of: $0, in: set) }
      + set.pods.indices.flatMap { subjects(ofPod: $0, in: set) }
  }
}

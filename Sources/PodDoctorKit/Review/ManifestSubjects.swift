import Basics
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

  /// The subject of a manifest, those of its pod templates, and those of their containers.
  ///
  /// They share their facts, so that what two rules ask is found once.
  static func subjects(of number: Int, in set: ManifestSet) -> [Subject] {
    let base = ManifestFacts.Base(number, in: set)
    let manifest = base.manifest
    let facts = ManifestFacts.object(base)
    let triggers = ["kind:\(manifest.kind)"]
    let itself = Subject(
      kind: Kind.manifest, reference: manifest.reference, triggers: triggers,
      origin: manifest.origin, variables: FactObject(facts, manifestVariables))
    return [itself]
      + base.templates.value.flatMap { subjects(of: $0, triggers, workload: facts) }
  }

  private static func subjects(
    of template: ManifestFacts.Base.Template, _ triggers: [String], workload: FactObject
  ) -> [Subject] {
    let (pod, reference) = (template.facts, template.pod.workload.reference)
    let itself = Subject(
      kind: Kind.template, reference: reference, triggers: triggers, origin: template.pod.origin,
      variables: FactObject(Variables(pod: pod, workload: workload), templateVariables))
    let containers = pod.objects("containers").map { container in
      Subject(
        kind: Kind.container, reference: reference, container: container.text("name"),
        triggers: triggers + ["role:\(container.text("role"))"], origin: container.origin,
        variables: FactObject(
          Variables(pod: pod, workload: workload, container: container), containerVariables))
    }
    return [itself] + containers
  }

  /// All subjects, in the order of the input.
  static func all(in set: ManifestSet) -> [Subject] {
    set.manifests.indices.flatMap { subjects(of: $0, in: set) }
  }
}

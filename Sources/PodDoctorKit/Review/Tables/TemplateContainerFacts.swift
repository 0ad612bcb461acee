import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a container of a pod template, besides the fields of its document.
enum TemplateContainerFacts {
  private static let table = FactTable<TemplateContainer>([
    "name": { .string($0.spec.name) },
    "role": { .string($0.role.rawValue) },
    "serves": { .bool($0.role == .app || $0.role == .sidecar) },
    "image": { .string($0.spec.image) },
    "imageName": { .fact($0.imageName.map { FactObject($0, imageTable) }) },
    "imagePullPolicy": { .string($0.pullPolicy) },
    "commandLine": { .string(($0.spec.command + $0.spec.args).joined(separator: " ")) },
    "requests": { .amounts($0.requests) },
    "limits": { .amounts($0.limits) },
    "amounts": { base in .facts(StatedAmountFacts.all(of: base)) },
    "security": { base in .fact(ContainerSecurityFacts.object(base)) },
    "liveness": { base in .fact(TemplateProbeFacts.object(.liveness, of: base)) },
    "readiness": { base in .fact(TemplateProbeFacts.object(.readiness, of: base)) },
    "startup": { base in .fact(TemplateProbeFacts.object(.startup, of: base)) },
    "probes": { base in
      .facts(ProbeStory.Kind.allCases.compactMap { TemplateProbeFacts.object($0, of: base) })
    },
    "repeatedVariables": { base in .list(base.repeatedVariables) },
    "literals": { base in .list(TemplateVariables.literals(of: base.origin)) },
    "expandsVariables": { base in .bool(TemplateVariables.expands(in: base.origin)) },
    "portsInDoubt": { .bool(ContainerDoubts.ports(of: $0)) },
    "mountsInDoubt": { .bool(ContainerDoubts.mounts(of: $0)) },
    "volumesInDoubt": { .bool(ContainerDoubts.volumes(of: $0)) },
    "portNumbers": { .numbers($0.spec.ports.map { Int($0.containerPort) }) },
    "mounts": { base in
      .facts(TemplateMountFacts.all(of: base).map(TemplateMountFacts.object))
    },
    "references": { base in
      .facts(
        base.pod.references.filter { $0.reference.container == base.spec.name }.map(\.facts))
    },
  ])

  private static let imageTable = FactTable<ImageReference>([
    "registry": { .string($0.registry) },
    "repository": { .string($0.repository) },
    "name": { .string($0.name) },
    "tag": { .text($0.tag) },
    "digest": { .text($0.digest) },
  ])

  static func object(_ container: TemplateContainer) -> FactObject {
    FactObject(container, table, origin: container.origin)
  }
}

extension TemplateContainer {
  /// Nil when the name is not well formed.
  fileprivate var imageName: ImageReference? { try? ImageReference(spec.image) }

  /// What the API server makes of an absent policy.
  fileprivate var pullPolicy: String {
    if !spec.imagePullPolicy.isEmpty { return spec.imagePullPolicy }
    return imageName?.effectiveTag == "latest" ? "Always" : "IfNotPresent"
  }

  /// What is requested; a limit without a request is one, and a LimitRange gives the rest.
  fileprivate var requests: ResourceList {
    var requests = spec.resources.requests
    requests.complete(from: spec.resources.limits)
    requests.complete(from: defaults.requests)
    return requests
  }

  /// The limits, also those that a LimitRange gives.
  fileprivate var limits: ResourceList {
    var limits = spec.resources.limits
    limits.complete(from: defaults.limits)
    return limits
  }

  private var defaults: ContainerDefaults {
    pod.manifests.containerDefaults(in: pod.namespace)
  }

  /// The variables whose name an earlier one has, as they are written.
  fileprivate var repeatedVariables: [Value] {
    let names = spec.env.map(\.name)
    return names.repeats ? repeatedVariables(named: names) : []
  }

  private func repeatedVariables(named all: [String]) -> [Value] {
    var names: Set<String> = []
    return all.indices.compactMap { index in
      let name = all[index]
      guard !name.isEmpty, !names.insert(name).inserted else { return nil }
      let origin = origin(of: "env", index)
      return origin.node.map { Value(document: $0, of: origin) }
    }
  }
}

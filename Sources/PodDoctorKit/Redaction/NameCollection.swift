import Findings
import KubernetesModel
import Provenance

/// Every name in a dump that says whose it is.
struct NameCollection: Sendable {
  /// Names of objects, with the kinds that bear them.
  private(set) var objects: [String: Set<String>] = [:]
  private(set) var images: Set<String> = []
  private(set) var hosts: Set<String> = []
  private(set) var addresses: Set<String> = []

  /// - Parameters:
  ///   - snapshot: the dump.
  ///   - report: what also names objects that the dump lacks; nil for none.
  init(in snapshot: ClusterSnapshot, mentionedBy report: DiagnosisReport?) {
    for reference in snapshot.references { add(reference) }
    for namespace in snapshot.namespacesSeen { add("Namespace", namespace) }
    for pod in snapshot.pods { add(pod) }
    for node in snapshot.nodes { add(node) }
    for event in snapshot.events {
      add(event.involvedObject.kind, event.involvedObject.name)
      add("Node", event.source.host)
    }
    for service in snapshot.services { addresses.formUnion(service.spec.clusterIPs) }
    for cause in report?.rootCauses ?? [] { add(cause) }
  }

  /// - Parameters:
  ///   - set: manifests under review.
  ///   - report: what also names objects that are not among them.
  init(in set: ManifestSet, mentionedBy report: ReviewReport) {
    for manifest in set.manifests { add(manifest.reference) }
    for pod in set.pods { add(pod.pod) }
    for finding in report.findings { add(finding.object) }
  }

  private mutating func add(_ pod: Pod) {
    add("Node", pod.spec.nodeName)
    add("Node", pod.status.nominatedNodeName)
    add("ServiceAccount", pod.spec.serviceAccountName)
    add("PriorityClass", pod.spec.priorityClassName)
    add("RuntimeClass", pod.spec.runtimeClassName ?? "")
    addresses.formUnion([pod.status.podIP, pod.status.hostIP])
    for reference in pod.objectReferences { add(reference.kind, reference.name) }
    for volume in pod.spec.volumes {
      add("PersistentVolumeClaim", volume.persistentVolumeClaim?.claimName ?? "")
    }
    for owner in pod.metadata.ownerReferences { add(owner.kind, owner.name) }
    for container in pod.spec.initContainers + pod.spec.containers {
      images.insert(container.image)
    }
    for status in pod.status.initContainerStatuses + pod.status.containerStatuses {
      images.insert(status.image)
    }
  }

  private mutating func add(_ node: Node) {
    for address in node.status.addresses {
      let isName = address.type.hasSuffix("DNS") || address.type == "Hostname"
      if isName { hosts.insert(address.address) } else { addresses.insert(address.address) }
    }
  }

  private mutating func add(_ cause: RootCause) {
    add(cause.object)
    for affected in cause.affected {
      add(affected.object)
      if let owner = affected.owner { add(owner) }
    }
    for evidence in cause.evidence { add(evidence.object) }
  }

  private mutating func add(_ object: ObjectReference) {
    add(object.kind, object.name)
    add("Namespace", object.namespace)
  }

  private mutating func add(_ kind: String, _ name: String) {
    guard !name.isEmpty, kind != "File", kind != "Event" else { return }
    objects[name, default: []].insert(kind)
  }
}

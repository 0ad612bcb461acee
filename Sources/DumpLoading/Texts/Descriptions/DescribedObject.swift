import KubernetesModel
import Provenance
import YAML

/// A described object of a known kind, and the objects of the API that it tells of.
struct DescribedObject {
  let description: Description
  let reference: ObjectReference

  init(_ description: Description, kind: String) {
    self.description = description
    let isNamespaced = KindTable.type(kind: kind)?.isNamespaced ?? description.has("Namespace")
    reference = ObjectReference(
      kind: kind, namespace: isNamespaced ? description.namespace : "", name: description.name)
  }

  /// The object itself, unless nothing reads its kind; what it tells of others; and the events about it.
  func documents() -> [Document] {
    let isWritten = Self.written.contains(reference.kind)
    let type = isWritten ? KindTable.type(kind: reference.kind) : nil
    let itself = type.map { [document(apiVersion: $0.apiVersion)] }
    return (itself ?? []) + others()
      + DescribedEvents.events(in: self).map {
        $0.document(file: description.file)
      }
  }

  /// The kinds of which a description shows enough: of others what is left out would be taken for absent.
  private static let written: Set<String> = [
    "Pod", "Node", "PersistentVolumeClaim", "PersistentVolume", "StorageClass", "Service",
    "Endpoints", "Deployment", "ReplicaSet", "ReplicationController", "StatefulSet", "DaemonSet",
    "Job", "CronJob", "ResourceQuota", "LimitRange", "Namespace", "ConfigMap", "Secret",
    "ServiceAccount", "PriorityClass", "PodDisruptionBudget", "HorizontalPodAutoscaler",
  ]

  private func document(apiVersion: String) -> Document {
    var builder = DocumentBuilder(
      file: description.file, at: description["Name"]?.mark ?? Mark(line: 1, column: 1))
    builder.mapping { object in
      object.field("apiVersion", apiVersion)
      object.field("kind", reference.kind)
      object.describedMetadata(of: self)
      write(into: &object)
    }
    return builder.finish()
  }

  private func write(into object: inout DocumentBuilder) {
    switch reference.kind {
    case "Pod": object.describedPod(description)
    case "Node": object.describedNode(description)
    case "PersistentVolumeClaim": object.describedClaim(description)
    case "PersistentVolume": object.describedVolume(description)
    case "StorageClass": object.describedStorageClass(description)
    case "Service": object.describedService(description)
    case "Endpoints": object.describedEndpoints(description)
    case "Deployment", "ReplicaSet", "ReplicationController", "StatefulSet", "DaemonSet":
      object.describedWorkload(description, kind: reference.kind)
    case "Job": object.describedJob(description)
    case "CronJob": object.describedCronJob(description)
    case "ResourceQuota": object.describedQuota(rows: description.fields, description["Scopes"])
    case "LimitRange": object.describedLimits(description.fields)
    case "Namespace": object.describedNamespace(description)
    case "ConfigMap": object.describedTexts(description)
    case "Secret": object.describedSecret(description)
    case "ServiceAccount": object.describedServiceAccount(description)
    case "PriorityClass": object.describedPriorityClass(description)
    case "PodDisruptionBudget": object.describedBudget(description)
    case "HorizontalPodAutoscaler": object.describedAutoscaler(description)
    default: break
    }
  }

  /// The objects beside the described one that a description shows: a node's lease, a namespace's quotas.
  private func others() -> [Document] {
    switch reference.kind {
    case "Node": DescribedLease.document(in: description).map { [$0] } ?? []
    case "Namespace": DescribedQuotas.documents(in: description)
    default: []
    }
  }
}

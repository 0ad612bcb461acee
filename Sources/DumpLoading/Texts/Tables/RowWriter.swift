import KubernetesModel
import YAML

/// Makes an API object out of what one row shows of it.
struct RowWriter {
  let row: TableRow
  let kind: String
  let name: String
  let context: TableContext

  /// Whether a row of this kind shows enough to make an object of.
  ///
  /// It does not where what it leaves out would be taken for absent: the keys of a ConfigMap or Secret, the drivers of
  /// a CSINode, the rules of a NetworkPolicy or a webhook, the devices of a claim.
  static func writes(_ kind: String) -> Bool { written.contains(kind) }

  private static let written: Set<String> = [
    "Pod", "Node", "Event", "Deployment", "ReplicaSet", "ReplicationController", "StatefulSet",
    "DaemonSet", "Job", "CronJob", "Service", "Endpoints", "EndpointSlice", "Namespace",
    "ServiceAccount", "LimitRange", "PersistentVolumeClaim", "PersistentVolume", "StorageClass",
    "VolumeAttachment", "CSIDriver", "ResourceQuota", "HorizontalPodAutoscaler",
    "PodDisruptionBudget", "PriorityClass", "RuntimeClass", "Lease",
  ]

  /// The object; nil when the row is none of its kind.
  ///
  /// For events `names` counts how often each name was given to one of the table.
  func document(numbering names: inout [String: Int]) -> Document? {
    switch kind {
    case "Event": TableEvent(row, in: context)?.document(numbering: &names)
    case "Pod": PodRow(row, in: context).map(pod)
    case "Node": node()
    case "Deployment", "StatefulSet", "ReplicaSet", "ReplicationController": replicated()
    case "DaemonSet": daemonSet()
    case "Job": job()
    case "CronJob": cronJob()
    case "Service": service()
    case "Endpoints": endpoints()
    case "EndpointSlice": endpointSlice()
    case "Namespace": namespace()
    case "PersistentVolumeClaim": claim()
    case "PersistentVolume": volume()
    case "StorageClass": storageClass()
    case "VolumeAttachment": volumeAttachment()
    case "CSIDriver": driver()
    case "ResourceQuota": quota()
    case "HorizontalPodAutoscaler": autoscaler()
    case "PodDisruptionBudget": disruptionBudget()
    case "PriorityClass": priorityClass()
    case "RuntimeClass": runtimeClass()
    case "Lease": lease()
    default: object()
    }
  }

  /// An object with the metadata that the row shows and what `body` adds.
  func object(
    _ metadata: RowMetadata = RowMetadata(), _ body: (inout DocumentBuilder) -> Void = { _ in }
  ) -> Document {
    var builder = DocumentBuilder(file: context.file, at: row.mark)
    builder.mapping { builder in
      builder.field("apiVersion", KindTable.type(kind: kind)?.apiVersion ?? "v1")
      builder.field("kind", kind)
      builder.key("metadata")
      write(metadata, to: &builder)
      body(&builder)
    }
    return builder.finish()
  }

  private func write(_ metadata: RowMetadata, to builder: inout DocumentBuilder) {
    builder.mapping { builder in
      builder.mark = (row[TableHeader.name] ?? row[0])?.mark ?? row.mark
      builder.field("name", name)
      if KindTable.type(kind: kind)?.isNamespaced ?? false {
        let cell = row.value("NAMESPACE")
        builder.mark = cell?.mark ?? builder.mark
        builder.field("namespace", cell?.text ?? context.namespace)
      }
      builder.time("creationTimestamp", creation, at: row.value(["AGE", "CREATED AT"]))
      if metadata.isTerminating { write(deletionAt: row["STATUS"], to: &builder) }
      let labels = metadata.labels + LabelText.pairs(row.value("LABELS")?.text ?? "")
      builder.pairs("labels", labels, at: row["LABELS"])
      builder.pairs("annotations", metadata.annotations, at: nil)
    }
  }

  /// A row tells that the object is being deleted and not since when, so that no delay is claimed.
  private func write(deletionAt cell: TableCell?, to builder: inout DocumentBuilder) {
    builder.time("deletionTimestamp", context.present.time, at: cell)
  }

  private var creation: Timestamp? { moment(row.value(["AGE", "CREATED AT"])) }

  /// The time that an age or a time in a cell stands for.
  func moment(_ cell: TableCell?) -> Timestamp? {
    guard let text = cell?.text else { return nil }
    return Age(text)?.time(before: context.present) ?? Timestamp(text)
  }
}

/// What a row says of an object beside its name, namespace and age.
struct RowMetadata {
  var labels: [(key: String, value: String)] = []
  var annotations: [(key: String, value: String)] = []
  var isTerminating = false
}

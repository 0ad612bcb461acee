import KubernetesModel
import YAML

/// A row of `crictl ps -a` or `docker ps -a`: a container as the node's runtime sees it.
struct RuntimeContainer {
  /// What tables of such rows have for a kind.
  static let kind = "RuntimeContainer"

  private(set) var name: String
  private(set) var pod: String
  private(set) var namespace: String
  /// How often the kubelet had started the container before.
  private(set) var attempt: Int32
  private(set) var isRunning: Bool
  /// Nil where the row does not show it.
  private(set) var exitCode: Int32?
  private let row: TableRow

  /// Nil for a row that is about no pod's container.
  init?(_ row: TableRow, in context: TableContext) {
    self.row = row
    let state = row["STATE"]?.text ?? row["STATUS"]?.text ?? ""
    isRunning = !state.hasPrefix("Exited") && !state.hasPrefix("Restarting")
    exitCode = state.between("(", ")").flatMap { Int32($0) }
    if let names = row["NAMES"]?.text.split(separator: "_").map(String.init) {
      // The kubelet's names: `k8s_CONTAINER_POD_NAMESPACE_UID_ATTEMPT`; that of the sandbox is `POD`.
      guard names.count == 6, names[0] == "k8s", names[1] != "POD", let count = Int32(names[5])
      else { return nil }
      (name, pod, namespace, attempt) = (names[1], names[2], names[3], count)
    } else {
      guard let name = row["NAME"]?.text, let pod = row["POD"]?.text,
        let count = row["ATTEMPT"].flatMap({ Int32($0.text) })
      else { return nil }
      (self.name, self.pod, attempt) = (name, pod, count)
      namespace = row["NAMESPACE"]?.text ?? context.namespace
    }
    guard RowName(pod)?.name == pod, RowName(name)?.name == name else { return nil }
  }

  /// Whether the container most likely failed: one that ended for the first time may have been meant to.
  private var hasFailed: Bool { !isRunning && exitCode != 0 && (exitCode != nil || attempt > 0) }

  /// Pods with the containers that failed at last, each once; of a pod that runs a row tells nothing else.
  static func documents(of rows: [RuntimeContainer], in context: TableContext) -> [Document] {
    var newest: [RuntimeContainer] = []
    var places: [[String]: Int] = [:]
    for row in rows {
      let key = [row.namespace, row.pod, row.name]
      if let place = places[key] {
        if newest[place].attempt < row.attempt { newest[place] = row }
      } else {
        places[key] = newest.count
        newest.append(row)
      }
    }
    var pods: [[RuntimeContainer]] = []
    var positions: [[String]: Int] = [:]
    for row in newest where row.hasFailed {
      if let position = positions[[row.namespace, row.pod]] {
        pods[position].append(row)
      } else {
        positions[[row.namespace, row.pod]] = pods.count
        pods.append([row])
      }
    }
    return pods.map { document(of: $0, in: context) }
  }

  private static func document(
    of containers: [RuntimeContainer], in context: TableContext
  ) -> Document {
    let first = containers[0]
    var builder = DocumentBuilder(file: context.file, at: first.row.mark)
    builder.mapping { builder in
      builder.field("apiVersion", Pod.apiVersion)
      builder.field("kind", Pod.kind)
      builder.mapping("metadata") { builder in
        builder.field("name", first.pod)
        builder.field("namespace", first.namespace)
      }
      builder.mapping("spec") { builder in
        builder.field(
          "containers",
          sequence: { for row in containers { row.specify(in: &$0) } })
      }
      builder.mapping("status") { builder in
        builder.field("phase", "Running")
        builder.field(
          "containerStatuses",
          sequence: { for row in containers { row.report(in: &$0) } })
      }
    }
    return builder.finish()
  }

  private func specify(in builder: inout DocumentBuilder) {
    builder.mark = row.mark
    builder.mapping { $0.field("name", name) }
  }

  private func report(in builder: inout DocumentBuilder) {
    builder.mark = row.mark
    builder.mapping { builder in
      builder.field("name", name)
      builder.field("ready", false)
      builder.field("restartCount", attempt)
      builder.mapping("state") { builder in
        builder.mapping("terminated") {
          $0.field("exitCode", exitCode ?? ContainerStateTerminated.unknownExitCode)
        }
      }
    }
  }
}

import KubernetesModel
import YAML

/// Pods such that kubectl would print the very row for them.
///
/// A row shows how many containers a pod has and what the first in trouble says. Containers therefore bear numbers for
/// names, and nothing is said of the others in trouble.
extension RowWriter {
  /// What stands for a name that a row does not show; it cannot be one.
  private static let unknownName = "<unknown>"

  /// What stands for the condition that a readiness gate waits for.
  private static func gate(_ index: Int) -> String { "#\(index + 1)" }

  func pod(_ pod: PodRow) -> Document {
    object(RowMetadata(isTerminating: pod.status == .terminating)) { builder in
      builder.key("spec")
      spec(of: pod, to: &builder)
      builder.key("status")
      status(of: pod, to: &builder)
    }
  }

  private func spec(of pod: PodRow, to builder: inout DocumentBuilder) {
    builder.mapping { builder in
      builder.field("nodeName", row.value("NODE"))
      builder.mark = row["STATUS"]?.mark ?? row.mark
      if pod.status == .schedulingGated {
        names([Self.unknownName], of: "schedulingGates", as: "name", to: &builder)
      }
      specs(
        of: pod.initContainers, "initContainers", named: UnnamedContainer.initName, to: &builder)
      builder.mark = row["READY"]?.mark ?? row.mark
      specs(of: pod.containers, "containers", named: UnnamedContainer.name, to: &builder)
      builder.mark = row["READINESS GATES"]?.mark ?? row.mark
      let gates = (0..<Int(pod.gates?.whole ?? 0)).map(Self.gate)
      names(gates, of: "readinessGates", as: "conditionType", to: &builder)
    }
  }

  private func names(
    _ names: [String], of field: String, as key: String, to builder: inout DocumentBuilder
  ) {
    guard !names.isEmpty else { return }
    builder.field(
      field,
      sequence: { builder in
        for name in names { builder.mapping { $0.field(key, name) } }
      })
  }

  private func specs(
    of containers: [ContainerSketch], _ field: String, named name: (Int) -> String,
    to builder: inout DocumentBuilder
  ) {
    guard !containers.isEmpty else { return }
    builder.field(
      field,
      sequence: { builder in
        for (index, container) in containers.enumerated() {
          builder.mapping { builder in
            builder.field("name", name(index))
            if container.isSidecar { builder.field("restartPolicy", "Always") }
          }
        }
      })
  }
}

extension RowWriter {
  private func status(of pod: PodRow, to builder: inout DocumentBuilder) {
    builder.mapping { builder in
      builder.mark = row["STATUS"]?.mark ?? row.mark
      if !pod.phase.isEmpty { builder.field("phase", pod.phase) }
      switch pod.status {
      case .failed(let reason), .reason(let reason): builder.field("reason", reason)
      default: break
      }
      builder.field("conditions", sequence: { conditions(of: pod, to: &$0) })
      builder.field("podIP", row.value("IP"))
      builder.field("nominatedNodeName", row.value("NOMINATED NODE"))
      statuses(
        of: pod.initContainers, "initContainerStatuses", named: UnnamedContainer.initName,
        to: &builder)
      guard pod.hasReports, pod.initContainers.isEmpty else { return }
      statuses(of: pod.containers, "containerStatuses", named: UnnamedContainer.name, to: &builder)
    }
  }

  private func conditions(of pod: PodRow, to builder: inout DocumentBuilder) {
    if pod.status == .schedulingGated {
      builder.condition("PodScheduled", "False", reason: "SchedulingGated")
    }
    guard pod.hasReports || !pod.initContainers.isEmpty, pod.phase != "Succeeded" else { return }
    // Only a node's kubelet reports on containers.
    builder.condition("PodScheduled", "True")
    builder.mark = row["READY"]?.mark ?? builder.mark
    builder.condition("ContainersReady", pod.ready.isWhole ? "True" : "False")
    builder.mark = row.value("READINESS GATES")?.mark ?? builder.mark
    // A pod that is being deleted may be unready for its node although its containers are ready.
    if pod.status != .terminating {
      builder.condition("Ready", pod.isReady ? "True" : "False")
    }
    for index in 0..<Int(pod.gates?.part ?? 0) { builder.condition(Self.gate(index), "True") }
  }

  private func statuses(
    of containers: [ContainerSketch], _ field: String, named name: (Int) -> String,
    to builder: inout DocumentBuilder
  ) {
    guard !containers.isEmpty else { return }
    builder.field(
      field,
      sequence: { builder in
        for (index, container) in containers.enumerated() {
          builder.mapping { builder in
            builder.mark = row["STATUS"]?.mark ?? row.mark
            builder.field("name", name(index))
            builder.field("ready", container.isReady)
            if container.isSidecar { builder.field("started", true) }
            builder.field("state", mapping: { state(container.state, to: &$0) })
            history(of: container, to: &builder)
          }
        }
      })
  }

  private func state(_ state: ContainerSketch.State, to builder: inout DocumentBuilder) {
    switch state {
    case .unknown: break
    case .running: builder.field("running", mapping: { _ in })
    case .waiting(let reason):
      builder.field("waiting", mapping: { $0.field("reason", reason) })
    case .ended(let ending):
      builder.field(
        "terminated",
        mapping: { builder in
          builder.field("exitCode", ending.exitCode)
          if ending.signal != 0 { builder.field("signal", ending.signal) }
          if !ending.reason.isEmpty { builder.field("reason", ending.reason) }
        })
    }
  }

  private func history(of container: ContainerSketch, to builder: inout DocumentBuilder) {
    builder.mark = row["RESTARTS"]?.mark ?? builder.mark
    builder.field("restartCount", container.restarts)
    guard container.hasEnded else { return }
    builder.field(
      "lastState",
      mapping: { builder in
        builder.field(
          "terminated",
          mapping: { builder in
            builder.field("exitCode", ContainerStateTerminated.unknownExitCode)
            builder.time("finishedAt", container.lastEnd, at: row["RESTARTS"])
          })
      })
  }
}

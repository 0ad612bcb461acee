import YAML

extension DocumentBuilder {
  /// Adds the statuses of containers, where the description shows them.
  mutating func describedStatuses(_ name: String, of containers: [DescribedContainer]) {
    let known = containers.filter(\.hasStatus)
    guard !known.isEmpty else { return }
    field(
      name,
      sequence: { sequence in
        for container in known {
          sequence.mark = container.node.startMark
          sequence.mapping { $0.describedStatus(of: container) }
        }
      })
  }

  private mutating func describedStatus(of container: DescribedContainer) {
    field("name", container.name)
    text("image", container["Image"])
    text("imageID", container["Image ID"])
    text("containerID", container["Container ID"])
    flag("ready", container["Ready"])
    number("restartCount", container["Restart Count"])
    describedState("state", container["State"])
    describedState("lastState", container["Last State"])
    if container.isRunning, container.isReady || container["Startup"] == nil {
      field("started", true)
    }
  }

  private mutating func describedState(_ name: String, _ state: OutlineNode?) {
    guard let state else { return }
    mark = state.mark
    mapping(name) { mapping in
      switch state.value {
      case "Running": mapping.mapping("running") { $0.time("startedAt", state["Started"]) }
      case "Terminated": mapping.mapping("terminated") { $0.describedEnding(state) }
      default: mapping.mapping("waiting") { $0.describedWaiting(state) }
      }
    }
  }

  private mutating func describedWaiting(_ state: OutlineNode) {
    text("reason", state["Reason"])
    if let message = state["Message"] { text("message", message.longText, at: message) }
  }

  private mutating func describedEnding(_ state: OutlineNode) {
    describedWaiting(state)
    number("exitCode", state["Exit Code"])
    number("signal", state["Signal"])
    time("startedAt", state["Started"])
    time("finishedAt", state["Finished"])
  }
}

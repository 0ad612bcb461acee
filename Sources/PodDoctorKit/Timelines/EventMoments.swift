import Findings
import KubernetesModel
import RuleEngine

/// What the events about a pod tell, each reason and text once with its count.
struct EventMoments {
  private let pod: PodCase

  init(of pod: PodCase) {
    self.pod = pod
  }

  var all: [Moment] {
    pod.events.compactMap { event in
      guard let time = event.first, !isTold(event) else { return nil }
      return Moment(
        time, last: event.last, count: event.count, Self.stage(of: event.reason),
        "\(event.reason): \(Quotation.shortened(event.message))", container: event.container,
        place: pod.facts.place(of: "message", in: event.reference))
    }
  }

  /// Whether the pod's document says the same at the same time, in words that say more.
  private func isTold(_ event: EventNote) -> Bool {
    guard event.count == 1, let time = event.last else { return false }
    switch event.reason {
    case "Scheduled":
      return pod.pod.status.conditions.contains { $0.type == "PodScheduled" && $0.status == "True" }
    case "Started":
      return pod.containers.contains { container in
        container.life.name == event.container
          && container.life.startTimes.contains { abs($0.seconds(since: time)) <= 1 }
      }
    default: return false
    }
  }

  private static func stage(of reason: String) -> Moment.Stage {
    switch reason {
    case "FailedScheduling", "Scheduled", "Preempted", "TriggeredScaleUp", "NotTriggerScaleUp":
      .scheduled
    case "Pulling", "Pulled": .pulled
    case "Created", "Started": .started
    case "Killing", "Evicted", "Preempting": .ended
    case "TaintManagerEviction", "NodeNotReady": .node
    default: .failing
    }
  }
}

import KubernetesModel
import RuleEngine

/// How far a pod has come, so that words about steps already taken are told from words about the present.
struct PodProgress: Sendable {
  private var started: [String: Timestamp] = [:]
  private var pulled: [String: Timestamp] = [:]
  /// When the pod was last seen past its sandbox and volumes: the kubelet pulls images only after both.
  private var prepared: Timestamp?
  /// The last step that the pod is known to have taken.
  private(set) var latest: Timestamp?

  init(of lives: [ContainerLife], events: [EventNote]) {
    for life in lives {
      for time in life.startTimes { note(time, in: &started, for: life.name) }
    }
    for event in events {
      guard let time = event.last else { continue }
      switch event.reason {
      case "Started": if let name = event.container { note(time, in: &started, for: name) }
      case "Pulled": if let name = event.container { note(time, in: &pulled, for: name) }
      case "Pulling", "Created": prepared = Self.later(prepared, time)
      case "Scheduled": latest = Self.later(latest, time)
      default: break
      }
    }
    for time in [started.values.max(), pulled.values.max()].compactMap(\.self) {
      prepared = Self.later(prepared, time)
    }
    if let prepared { latest = Self.later(latest, prepared) }
  }

  /// Whether what the text tells of has been overcome since.
  func isPast(_ text: ClassifiedText) -> Bool {
    guard let last = text.last else { return false }
    guard let container = text.container else {
      let comesFirst = ["volume", "sandbox", "config"].contains(text.signature.group)
      return comesFirst && (prepared.map { last < $0 } ?? false)
    }
    if let start = started[container], last < start { return true }
    guard text.signature.group == "image", let pull = pulled[container] else { return false }
    return last < pull
  }

  private func note(_ time: Timestamp, in times: inout [String: Timestamp], for name: String) {
    times[name] = Self.later(times[name], time)
  }

  private static func later(_ one: Timestamp?, _ other: Timestamp) -> Timestamp {
    one.map { max($0, other) } ?? other
  }
}

extension ContainerLife {
  /// The times at which the status says that the program started.
  var startTimes: [Timestamp] {
    [running?.startedAt, terminated?.startedAt, lastTerminated?.startedAt].compactMap(\.self)
  }
}

import CEL
import KubernetesModel
import YAML

/// A probe of a container: what it asks, how long it waits, and what came of it.
struct ProbeStory: Sendable {
  /// The three probes, by the name of their field without `Probe`.
  enum Kind: String, Sendable, CaseIterable {
    case liveness, readiness, startup

    /// The word with which the kubelet begins its Unhealthy events.
    var eventPrefix: String {
      switch self {
      case .liveness: "Liveness probe "
      case .readiness: "Readiness probe "
      case .startup: "Startup probe "
      }
    }
  }

  var kind: Kind
  var probe: Probe
  /// The field of the Pod that holds the probe.
  var path: String
  /// The port it asks; nil for exec, or when a named port is not declared.
  var port: Int?
  /// Unhealthy events of this probe, newest last.
  var failures: [EventNote]
  /// Whether a Killing event says that this probe had the container restarted.
  var restartedContainer: Bool

  /// `httpGet`, `tcpSocket`, `grpc` or `exec`.
  var method: String {
    if probe.httpGet != nil { return "httpGet" }
    if probe.tcpSocket != nil { return "tcpSocket" }
    return probe.grpc != nil ? "grpc" : "exec"
  }

  var initialDelay: Int { Int(probe.initialDelaySeconds) }
  var period: Int { probe.periodSeconds > 0 ? Int(probe.periodSeconds) : 10 }
  var timeout: Int { probe.timeoutSeconds > 0 ? Int(probe.timeoutSeconds) : 1 }
  var failureThreshold: Int { probe.failureThreshold > 0 ? Int(probe.failureThreshold) : 3 }

  /// Seconds after the start at which the kubelet gives up at the latest when the probe never succeeds:
  /// the first probe may come a period after the delay.
  var budget: Int { initialDelay &+ period &* failureThreshold }

  /// What the last failure said, without the kubelet's prefix.
  var lastFailure: String {
    guard let message = failures.last?.message else { return "" }
    for word in ["failed: ", "errored: ", "errored and resulted in unknown state: "] {
      let prefix = kind.eventPrefix + word
      if message.hasPrefix(prefix) { return String(message.dropFirst(prefix.count)) }
    }
    return message
  }

  /// How often it failed, over all its events.
  var failureCount: Int { failures.reduce(0) { $0 &+ $1.count } }
}

extension ContainerLife {
  /// The probes of this container that are defined.
  func probes(judgedBy events: [EventNote]) -> [ProbeStory] {
    let mine = events.filter { $0.container == nil || $0.container == spec.name }
    return ProbeStory.Kind.allCases.compactMap { kind in
      probe(kind).map { story(of: $0, kind, events: mine) }
    }
  }

  private func probe(_ kind: ProbeStory.Kind) -> Probe? {
    switch kind {
    case .liveness: spec.livenessProbe
    case .readiness: spec.readinessProbe
    case .startup: spec.startupProbe
    }
  }

  private func story(of probe: Probe, _ kind: ProbeStory.Kind, events: [EventNote]) -> ProbeStory {
    ProbeStory(
      kind: kind, probe: probe, path: "\(path).\(kind.rawValue)Probe", port: port(of: probe),
      failures: events.filter {
        $0.reason == "Unhealthy" && $0.message.hasPrefix(kind.eventPrefix)
      }.sorted { ($0.last ?? Timestamp.distantPast) < ($1.last ?? Timestamp.distantPast) },
      restartedContainer: events.contains {
        $0.reason == "Killing"
          && $0.message.hasPrefix("Container \(spec.name) failed \(kind.rawValue) probe")
      })
  }

  private func port(of probe: Probe) -> Int? {
    if let grpc = probe.grpc { return Int(grpc.port) }
    switch probe.httpGet?.port ?? probe.tcpSocket?.port {
    case .int(let number)?: return Int(number)
    case .string(let name)?:
      if let number = Int(name) { return number }
      return spec.ports.first { $0.name == name }.map { Int($0.containerPort) }
    case nil: return nil
    }
  }
}

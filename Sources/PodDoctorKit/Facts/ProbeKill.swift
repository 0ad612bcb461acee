import Basics
import KubernetesModel

/// A probe that had a container killed, and how sure that is.
struct ProbeKill: Sendable {
  var probe: ProbeStory
  /// Whether an event says so; else the times and the signal only fit.
  var isCertain: Bool
}

extension ContainerCase {
  /// The probe that had the last run of the container killed.
  func killer(in pod: PodCase) -> ProbeKill? {
    guard let exit = life.exit, exit.state.reason != "OOMKilled" else { return nil }
    let grace = Double(pod.pod.spec.terminationGracePeriodSeconds ?? 30)
    let killing = probes.filter { $0.kind != .readiness }
    for probe in killing where wasKilled(by: probe, exit, grace: grace) {
      return ProbeKill(probe: probe, isCertain: true)
    }
    guard exit.signal == 9 || exit.signal == 15 || exit.state.exitCode == 0 else { return nil }
    if let probe = killing.first(where: { $0.failed(shortlyBefore: exit, grace: grace) }) {
      return ProbeKill(probe: probe, isCertain: false)
    }
    guard exit.signal != 0 else { return nil }
    for probe in killing where !probe.failures.isEmpty {
      return ProbeKill(probe: probe, isCertain: false)
    }
    guard pod.events.isEmpty, let ranFor = exit.ranFor else { return nil }
    return killing.first { $0.fits(ranFor, grace: grace) }.map {
      ProbeKill(probe: $0, isCertain: false)
    }
  }

  /// Whether the kubelet's Killing events of this probe are about the end.
  private func wasKilled(
    by probe: ProbeStory, _ exit: ContainerLife.Exit, grace: Double
  ) -> Bool {
    events.contains { event in
      guard event.reason == "Killing",
        event.message.hasPrefix("Container \(life.name) failed \(probe.kind.rawValue) probe")
      else { return false }
      guard let end = exit.state.finishedAt, let first = event.first, let last = event.last else {
        return true
      }
      let latest = max(last, probe.failures.last?.last ?? last)
      return end.seconds(since: first) > -2 && end.seconds(since: latest) < grace + 15
    }
  }
}

extension ProbeStory {
  /// Whether a run of this length is what the probe allows when it never succeeds.
  func fits(_ ranFor: Double, grace: Double) -> Bool {
    let least = Double(initialDelay &+ period &* (failureThreshold &- 1))
    return ranFor >= least && ranFor <= Double(budget &+ period &+ timeout) + grace + 5
  }

  /// Whether the probe failed often enough, and last within the grace period before the end.
  fileprivate func failed(shortlyBefore exit: ContainerLife.Exit, grace: Double) -> Bool {
    guard failureCount >= failureThreshold, let end = exit.state.finishedAt,
      let last = failures.last?.last
    else { return false }
    return (-2...(grace + 5)).contains(end.seconds(since: last))
  }

  /// How the last request failed: `refused`, `status`, `timeout`, `unreachable`, `scheme`,
  /// `unhealthy`, `exec`, or empty when no event says.
  var failureKind: String {
    let text = lastFailure
    guard !failures.isEmpty else { return "" }
    let kinds: [(kind: String, words: [String])] = [
      ("status", ["failed with statuscode"]),
      ("unhealthy", ["service unhealthy"]),
      ("refused", ["connection refused", "failed to connect service"]),
      ("scheme", ["HTTP response to HTTPS client", "malformed HTTP", "tls:", "EOF"]),
      ("timeout", ["deadline exceeded", "Client.Timeout", "timed out", "i/o timeout", "timeout:"]),
      ("unreachable", ["no route to host", "network is unreachable", "no such host"]),
    ]
    let found = kinds.first { $0.words.contains { text.contains($0) } }
    return found?.kind ?? (method == "exec" ? "exec" : "other")
  }

  /// The HTTP status that the last request was answered with.
  var statusCode: Int? {
    guard let range = lastFailure.range(of: "statuscode: ") else { return nil }
    return Int(lastFailure[range.upperBound...].prefix { $0.isNumber })
  }
}

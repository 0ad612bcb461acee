import KubernetesModel

extension ContainerLife {
  private static let auxiliaryWords: Set<String> = [
    "proxy", "sidecar", "envoy", "istio", "linkerd", "fluent", "fluentd", "fluentbit", "filebeat",
    "promtail", "vector", "logger", "exporter", "agent", "vault", "cloudsql", "otel", "collector",
    "metrics", "reloader", "shipper", "tailer",
  ]

  /// Whether the container serves the others of its pod, by its kind or by the words of its name.
  var isAuxiliary: Bool {
    if role == .sidecar { return true }
    return role == .app
      && spec.name.split(separator: "-").contains { Self.auxiliaryWords.contains(String($0)) }
  }

  /// Whether the command line never ends by itself.
  var runsForever: Bool {
    let line = (spec.command + spec.args).joined(separator: " ")
    return [
      "sleep infinity", "sleep inf", "tail -f /dev/null", "while true; do sleep",
      "while :; do sleep",
    ]
    .contains { line.contains($0) }
  }
}

import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a probe of a pod template, besides the fields of its document.
enum TemplateProbeFacts {
  /// A probe, with defaults where nothing is written, and its container.
  struct Base: Sendable {
    var kind: ProbeStory.Kind
    var probe: Probe
    var container: TemplateContainer
  }

  private static let table = FactTable<Base>([
    "kind": { .string($0.kind.rawValue) },
    "field": { .string($0.kind.field) },
    "method": { .string($0.method) },
    "methodCount": { base in .int(base.methodCount) },
    "question": { .string($0.question) },
    "port": { .text($0.port) },
    "portNumber": { .number($0.portNumber) },
    "portNamed": { .bool($0.port.map { Int($0) == nil } ?? false) },
    "initialDelay": { .number(Int($0.probe.initialDelaySeconds)) },
    "period": { .number(Int($0.probe.periodSeconds)) },
    "timeout": { .number(Int($0.probe.timeoutSeconds)) },
    "failureThreshold": { .number(Int($0.probe.failureThreshold)) },
    "successThreshold": { .number(Int($0.probe.successThreshold)) },
    "budget": { .number($0.budget) },
  ])

  static func object(_ kind: ProbeStory.Kind, of container: TemplateContainer) -> FactObject? {
    container.probe(kind).map { probe in
      FactObject(
        Base(kind: kind, probe: probe.withDefaults, container: container), table,
        origin: container.origin(of: kind.field))
    }
  }
}

extension ProbeStory.Kind {
  /// The field of a container that holds the probe.
  fileprivate var field: String {
    switch self {
    case .liveness: "livenessProbe"
    case .readiness: "readinessProbe"
    case .startup: "startupProbe"
    }
  }
}

extension TemplateContainer {
  fileprivate func probe(_ kind: ProbeStory.Kind) -> Probe? {
    switch kind {
    case .liveness: spec.livenessProbe
    case .readiness: spec.readinessProbe
    case .startup: spec.startupProbe
    }
  }
}

extension TemplateProbeFacts.Base {
  /// `httpGet`, `tcpSocket`, `grpc`, `exec`, or empty when the probe asks nothing.
  var method: String {
    if probe.httpGet != nil { return "httpGet" }
    if probe.tcpSocket != nil { return "tcpSocket" }
    if probe.grpc != nil { return "grpc" }
    return probe.exec == nil ? "" : "exec"
  }

  /// How many ways of asking are written, of which there may be one.
  fileprivate var methodCount: Int64 {
    guard let node = container.origin(of: kind.field).node else { return 0 }
    var count: Int64 = 0
    for field in ["httpGet", "tcpSocket", "exec", "grpc"] where node[field] != nil { count += 1 }
    return count
  }

  /// What is asked of whom, the same text for the same question however it is written.
  var question: String {
    let port = portNumber.map { "\($0)" } ?? port ?? ""
    if let get = probe.httpGet {
      let scheme = get.scheme.isEmpty ? "HTTP" : get.scheme
      let path = get.path.hasPrefix("/") ? get.path : "/\(get.path)"
      let headers = get.httpHeaders.map { "\($0.name): \($0.value)" }
      return (["\(scheme) \(get.host):\(port)\(path)"] + headers).joined(separator: "\n")
    }
    if let socket = probe.tcpSocket { return "TCP \(socket.host):\(port)" }
    if let grpc = probe.grpc { return "gRPC \(port) \(grpc.service ?? "")" }
    return (probe.exec?.command ?? []).joined(separator: "\n")
  }

  /// The port as it is written: a name or a number.
  var port: String? {
    if let grpc = probe.grpc { return "\(grpc.port)" }
    return (probe.httpGet?.port ?? probe.tcpSocket?.port)?.description
  }

  /// The number of the port; nil for a name that the container does not declare.
  var portNumber: Int? {
    guard let port else { return nil }
    if let number = Int(port) { return number }
    return container.spec.ports.first { $0.name == port }.map { Int($0.containerPort) }
  }

  /// Seconds until a container that never answers has failed.
  var budget: Int {
    Int(probe.initialDelaySeconds) + Int(probe.periodSeconds) * Int(probe.failureThreshold)
  }
}

import KubernetesModel

/// What Pod Security Admission says against a pod, in its own words.
struct PodSecurityVerdict: Sendable {
  private(set) var complaints: [PodSecurityComplaint]

  init(on pod: Pod, at level: PodSecurityLevel) {
    let policy = PodSecurityPolicy(pod: pod, level: level)
    switch level.level {
    case .privileged: complaints = []
    case .baseline: complaints = policy.baseline
    case .restricted: complaints = policy.restrictedAlone(besides: policy.baseline)
    }
  }

  /// `host namespaces (hostNetwork=true), privileged (...)`.
  var says: String {
    complaints.map { "\($0.reason) (\($0.detail))" }.joined(separator: ", ")
  }
}

/// One control of a level that a pod does not keep to.
struct PodSecurityComplaint: Sendable {
  var reason: String
  var detail: String
  /// The field of the pod to change.
  var field: String
}

/// A pod, held against the controls of the Pod Security Standards.
struct PodSecurityPolicy: Sendable {
  let pod: Pod
  let level: PodSecurityLevel

  /// A container with the place where it stands.
  struct Place: Sendable {
    var container: Container
    var path: String
    var security: SecurityContext { container.securityContext ?? SecurityContext() }
  }

  var spec: PodSpec { pod.spec }
  var security: PodSecurityContext { spec.securityContext ?? PodSecurityContext() }
  var isWindows: Bool { spec.os?.name == "windows" }
  /// Pods in a user namespace of their own may be root in it.
  var hasUserNamespace: Bool { spec.hostUsers == false }

  /// Init containers first, as upstream visits them.
  var places: [Place] {
    spec.initContainers.enumerated().map {
      Place(container: $1, path: "spec.initContainers[\($0)]")
    }
      + spec.containers.enumerated().map {
        Place(container: $1, path: "spec.containers[\($0)]")
      }
  }

  /// A complaint about containers, in upstream's order of words; nil when there are none.
  func complaint(
    _ reason: String, about bad: [Place], at field: String, _ demand: String
  ) -> PodSecurityComplaint? {
    guard let first = bad.first else { return nil }
    return PodSecurityComplaint(
      reason: reason, detail: "\(Self.names(bad)) \(demand)",
      field: "\(first.path).\(field)")
  }

  /// A complaint about settings of the pod and of containers.
  func complaint(
    _ reason: String, ofPod isPodBad: Bool, about bad: [Place], at field: String, _ demand: String
  ) -> PodSecurityComplaint? {
    guard isPodBad || !bad.isEmpty else { return nil }
    let who = (isPodBad ? ["pod"] : []) + (bad.isEmpty ? [] : [Self.names(bad)])
    let path = isPodBad ? "spec" : bad[0].path
    return PodSecurityComplaint(
      reason: reason, detail: "\(who.joined(separator: " and ")) \(demand)",
      field: "\(path).\(field)")
  }

  /// `container "a"`, `containers "a", "b"`.
  static func names(_ places: [Place]) -> String {
    "container\(places.count == 1 ? "" : "s") \(quoted(places.map(\.container.name)))"
  }

  static func quoted(_ texts: [String]) -> String {
    texts.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  static func distinct(_ texts: [String]) -> String { quoted(Set(texts).sorted()) }
}

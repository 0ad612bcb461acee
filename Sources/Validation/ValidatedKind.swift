import YAML

/// A kind of objects whose validation is known.
enum ValidatedKind: String {
  case pod = "Pod"
  case replicationController = "ReplicationController"
  case deployment = "Deployment"
  case replicaSet = "ReplicaSet"
  case daemonSet = "DaemonSet"
  case statefulSet = "StatefulSet"
  case job = "Job"
  case cronJob = "CronJob"

  /// The kind of an object; nil when it is not known.
  ///
  /// Versions that are no longer served count as today's; groups with a dot are those of others.
  init?(of node: YAMLNode) {
    guard let kind = node["kind"]?.string else { return nil }
    let group = (node["apiVersion"]?.string ?? "").parts(at: "/")[0]
    guard !group.contains(".") else { return nil }
    self.init(rawValue: kind)
  }

  func judge(_ object: Field, _ rules: inout ObjectRules, uid: String) {
    switch self {
    case .pod: rules.pod(object)
    case .replicationController: rules.replicationController(object)
    case .deployment: rules.deployment(object)
    case .replicaSet: rules.replicaSet(object)
    case .daemonSet: rules.daemonSet(object)
    case .statefulSet: rules.statefulSet(object)
    case .job: rules.job(object, uid: uid)
    case .cronJob: rules.cronJob(object)
    }
  }
}

extension ValidatedKind {
  func advise(_ object: Field, _ advice: inout ObjectAdvice) {
    let spec = object["spec"]
    switch self {
    case .pod:
      advice.name(object, "the Pod's hostname")
      advice.pod(object, isTemplate: false)
    case .deployment, .replicaSet, .replicationController:
      advice.name(object, "Pod names and hostnames")
      advice.pod(spec["template"], isTemplate: true)
    case .daemonSet: advice.pod(spec["template"], isTemplate: true)
    case .statefulSet: advice.statefulSet(object)
    case .job:
      advice.name(object, "Pod names and hostnames")
      advice.job(spec)
    case .cronJob:
      advice.name(object, "Pod names and hostnames")
      advice.job(spec["jobTemplate"]["spec"])
    }
  }
}

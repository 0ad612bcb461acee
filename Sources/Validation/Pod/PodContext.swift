/// What the parts of a pod's specification have to know of the rest of it.
struct PodContext {
  /// Whether this is a pod and not a template of one.
  var isPod = false
  /// The name of the pod; empty for a template.
  var name = ""
  var volumes: [String: Field] = [:]
  /// The templates of the claims of a stateful set, which names its pods and gives them volumes; nil for other pods.
  var claimTemplates: [Field]?
  /// The keys of the labels of the pod; none for a template.
  var labels: Set<String> = []
  /// Where the annotation stands that makes this the mirror of a static pod; nil when none does.
  var mirror: Field?
  /// The names of the pod's resource claims, in order.
  var claims: [String] = []
  var gracePeriod: Int64 = 30
  var restartPolicy = "Always"
  var usesHostUsers = true
  var usesHostNetwork = false
  var system: String?

  /// Whether a volume is a claim that a stateful set makes.
  func isTemplateOfClaim(_ name: String) -> Bool {
    claimTemplates?.contains { $0["metadata"]["name"].text == name } ?? false
  }

  /// The port of the host, which is the container's for a pod that shares the network.
  func hostPort(of port: Field) -> Int64 {
    let number = port["hostPort"].int ?? 0
    return number == 0 && isPod && usesHostNetwork ? port["containerPort"].int ?? 0 : number
  }
}

extension Field {
  /// The containers of a pod's specification: init containers, containers, ephemeral containers.
  var allContainers: [Field] {
    var containers = Array(self["initContainers"].elements)
    containers += self["containers"].elements
    containers += self["ephemeralContainers"].elements
    return containers
  }
}

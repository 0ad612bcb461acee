import RuleEngine

/// What can be read of one kind of value in a rule: facts, fields of the document that it stands for, and the shapes
/// of those facts that are objects themselves.
struct FactShape: Sendable {
  private var names: Set<String>
  /// The shapes of members, by the members' names.
  private(set) var members: [String: String]

  private init(_ facts: [String], fields: [String] = [], members: [String: String] = [:]) {
    names = Set(facts).union(fields)
    self.members = members
  }

  func has(_ name: String) -> Bool { names.contains(name) }

  /// All names, sorted.
  var allNames: [String] { names.sorted() }

  /// The shape of a variable of rules, or of a member named in ``members``.
  static func named(_ name: String) -> FactShape? { all[name] }

  private static let document = ["apiVersion", "kind", "metadata", "spec", "status"]
  private static let containerFields = [
    "args", "command", "env", "envFrom", "image", "imagePullPolicy", "lifecycle", "livenessProbe",
    "name", "ports", "readinessProbe", "resizePolicy", "resources", "restartPolicy",
    "restartPolicyRules", "securityContext", "startupProbe", "stdin", "stdinOnce",
    "terminationMessagePath", "terminationMessagePolicy", "tty", "volumeDevices", "volumeMounts",
    "workingDir",
  ]

  private static let all: [String: FactShape] = [
    "pod": FactShape(
      PodFacts.table.factNames, fields: document,
      members: [
        "node": "node", "containers": "container", "events": "event", "texts": "text",
        "references": "reference", "claims": "use", "services": "service", "unexplained": "event",
        "finalizerOwners": "finalizerOwner",
      ]),
    "container": FactShape(
      ContainerFacts.table.factNames, fields: containerFields,
      members: [
        "exit": "exit", "texts": "text", "events": "event", "log": "log", "probes": "probe",
        "liveness": "probe", "readiness": "probe", "startup": "probe", "killer": "probe",
        "clue": "clue", "references": "reference", "hosts": "host",
      ]),
    "node": FactShape(
      NodeFacts.table.factNames, fields: document,
      members: ["events": "event", "texts": "text", "unexplained": "event"]),
    "workload": FactShape(
      WorkloadFacts.table.factNames + JobFacts.table.factNames, fields: document,
      members: ["events": "event", "texts": "text", "unexplained": "event", "space": "space"]),
    "service": FactShape(ServiceFacts.table.factNames, fields: document),
    "space": FactShape(NamespaceFacts.table.factNames, fields: document),
    "other": FactShape(
      EventedObjectFacts.table.factNames, fields: document,
      members: ["unexplained": "event", "claim": "claim"]),
    "event": FactShape(
      EventFacts.table.factNames,
      fields: document + [
        "action", "count", "eventTime", "firstTimestamp", "involvedObject", "lastTimestamp",
        "message", "reason", "related", "reportingComponent", "reportingInstance", "series",
        "source", "type",
      ]),
    "exit": FactShape(ExitFacts.table.factNames, fields: document),
    "log": FactShape(LogFacts.table.factNames, members: ["lines": "line", "end": "lastLine"]),
    "lastLine": FactShape(LastLineFacts.table.factNames),
    "line": FactShape(LineFacts.table.factNames),
    "use": FactShape(ClaimUseFacts.table.factNames, fields: document, members: ["claim": "claim"]),
    "claim": FactShape(
      ClaimFacts.table.factNames, fields: document,
      members: ["events": "event", "texts": "text"]),
    "text": FactShape(TextFacts.table.factNames, fields: document),
    "probe": FactShape(ProbeFacts.table.factNames, fields: document, members: ["event": "event"]),
    "clue": FactShape(ClueFacts.table.factNames, fields: document, members: ["hosts": "host"]),
    "reference": FactShape(ReferenceFacts.table.factNames, fields: document),
    "host": FactShape(HostFacts.table.factNames, fields: document),
    "finalizerOwner": FactShape(FinalizerFacts.table.factNames),
  ]
}

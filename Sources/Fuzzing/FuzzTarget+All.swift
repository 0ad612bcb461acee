extension FuzzTarget {
  /// Every target, readers first, then what is built on them.
  package static let all = [
    yaml, blockYAML, json, diagnosis, review, simulation, describe, tables, events, paste, logs,
    journal, archives,
    cel, schedulerConfiguration, reviewConfiguration, rules, signatures,
  ]

  private static let scenarios = "Fixtures/Scenarios"
  private static let manifests = [
    SeedSource.files(below: scenarios, holding: ["/cluster/", "/all.yaml"]),
    .files(below: "Fixtures/Simulation", holding: [".yaml"]),
  ]
  private static let manifestWords = [
    "metadata:\n  name: a\n", "namespace: ", "status: {}\n", "finalizers: [a]\n", "cpu: 1e3m\n",
    "memory: -1Gi\n", "deletionTimestamp: ", "nodeName: ", "ownerReferences:\n", "reason: ",
    "null\n",
    "operator: In\n", "values: []\n", "topologyKey: ", "maxSkew: ", "message: ",
  ]
  private static let shown = ["/describe/", "/tables/"]
  private static let textWords = [
    "Status:", "  Reason:", "Annotations:", "Containers:\n", "Conditions:\n", "Volumes:\n",
    "kubectl describe pod a\n", "$ ", "NAMESPACE  ", "LAST SEEN  ", "AGE\n", "READY  ",
    "RESTARTS  ",
    "1/1  ", "5 (3m ago)", "(x12 over 3m)", "Pending  ", "Init:0/1  ", "Warning  ", "```\n",
    "Error from ",
  ]

  private static let yaml = FuzzTarget(
    "yaml", called: "input.yaml",
    [.texts(file: "Fixtures/Vectors/yaml/own.json", key: "yaml")] + manifests, YAMLTrial())

  /// The public test suite takes part where it lies beside the package.
  private static let blockYAML = FuzzTarget(
    "block-yaml", called: "input.yaml",
    [
      .texts(file: "Fixtures/Vectors/yaml/own.json", key: "yaml"),
      .texts(file: "../shared/vectors/yaml/suite.json", key: "yaml"),
      .texts(file: "../shared/vectors/yaml/suite-2.json", key: "yaml"),
    ] + manifests,
    tokens: [
      "- ", "-\n", ": ", ":\n", "  ", "\n\n", " # c\n", "'", "''", "\"", "\\\"", "\\ ", "|\n",
      "|-\n", "|+\n",
      ">-\n", "{}", "[]", "---\n", "...\n", "? ", "&a ", "*a", "!!str ", "\t", "\u{85}", "\u{2028}",
      "\u{FEFF}",
      "é", "<<: ", "\\/", "- a: 1\n  b: 2\n", "- |\n   x\n  y\n", "k: 'a\n  b'\n",
      "k: a\n  b\n\n  c\n",
      ".inf", "0x1F", "null",
    ], BlockYAMLTrial())

  private static let json = FuzzTarget(
    "json", called: "input.json",
    [
      .files(below: "Fixtures/Vectors", holding: [".json"]),
      .files(below: "Fixtures/Reports", holding: [".json", ".ndjson"]),
    ], YAMLTrial())

  private static let diagnosis = FuzzTarget(
    "diagnosis", called: "input.yaml", manifests, tokens: manifestWords, DiagnosisTrial())

  private static let review = FuzzTarget(
    "review", called: "input.yaml",
    manifests + [.files(below: "Rules/review", holding: [".yaml"])], tokens: manifestWords,
    ReviewTrial(role: .manifests))

  private static let simulation = FuzzTarget(
    "simulation", called: "input.yaml",
    manifests + [.nodes(file: "Fixtures/Vectors/scheduler/mixed.jsonl", key: "objects")],
    tokens: manifestWords, SimulationTrial(role: .dump))

  private static let describe = FuzzTarget(
    "describe", called: "input.txt", [.files(below: scenarios, holding: ["/describe/"])],
    tokens: textWords, DiagnosisTrial())

  private static let tables = FuzzTarget(
    "tables", called: "input.txt",
    [.files(below: scenarios, holding: ["/tables/pods", "/tables/nodes", "/tables/rest"])],
    tokens: textWords, DiagnosisTrial())

  private static let events = FuzzTarget(
    "events", called: "input.txt",
    [.files(below: scenarios, holding: ["/tables/events", "/tables/kubectl-events"])],
    tokens: textWords, DiagnosisTrial())

  private static let paste = FuzzTarget(
    "paste", called: "input.txt",
    [.files(below: scenarios, holding: shown + ["/cluster/", "/logs/"])], tokens: textWords,
    DiagnosisTrial())

  private static let logs = FuzzTarget(
    "logs", called: "shop_web_app.log",
    [
      .files(below: scenarios, holding: [".log"]),
      .files(below: "Rules/signatures", holding: ["logs.yaml"]),
    ],
    tokens: [
      "ERROR ", "panic: ", "Traceback (most recent call last):\n", "exit status 1\n", "Caused by: ",
    ],
    companions: [("pods.yaml", FuzzTarget.crashingPod)], DiagnosisTrial())

  private static let journal = FuzzTarget(
    "journal", called: "kubelet.txt",
    [
      .files(below: "Fixtures/Fuzz", holding: ["/journal/"]),
      .files(below: "Rules/signatures", holding: ["texts.yaml"]),
    ],
    tokens: [
      "E1122 10:32:56.123456    1234 pod_workers.go:1301] ",
      "Nov 22 10:32:56 node-a kubelet[1234]: ",
      "err=\"", "pod=\"shop/web\" ", "time=\"2026-11-22T10:32:56Z\" level=error msg=\"",
    ],
    companions: [("pods.yaml", FuzzTarget.crashingPod)], DiagnosisTrial())

  private static let archives = FuzzTarget(
    "archives", called: "input.tar",
    [
      .files(below: "Fixtures/Archives", holding: ["/dump.", "/pod."]),
      .files(below: "Fixtures/Fuzz", holding: ["/archives/"]),
    ],
    tokens: [
      "ustar\u{0}00", "PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "PK\u{7}\u{8}",
      "././@LongLink",
      "././@PaxHeader", "30 path=../../../etc/passwd\n", "20 size=99999999999\n",
      "GNU.sparse.major=1\n",
      "pod.yaml", "shop/web/app.log", "77777777777", "00000000000", "\u{1}", "0", "5", "L", "x",
      "S",
      "7z\u{BC}\u{AF}", "\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}",
    ],
    companions: [("pods.yaml", FuzzTarget.crashingPod)], ArchiveTrial())

  private static let cel = FuzzTarget(
    "cel", called: "input.cel",
    [
      .texts(file: "Fixtures/Vectors/cel/kubernetes.json", key: "expr"),
      .files(below: "Fixtures/Fuzz", holding: ["/cel/"]),
    ],
    tokens: [
      " && ", " || ", " ? ", " : ", "?.", "[?", "dyn(", "x", "self", "x.map(y, ", "x.all(y, ",
      "optional.of(", "timestamp(", "duration('1h')", "string(", ".matches('(a+)+')", " in ", "0u",
      "b'\\377'", "r'", "'%s'.format([", "-9223372036854775808", "quantity('1Ki')", "type(",
      "has(x.a)",
      "x.b.c", "cel.bind(a, ", "int(1e19)", "sets.contains(", "[1,2].sortBy(e, ", "regex.replace(",
    ], CELTrial())

  private static let schedulerConfiguration = FuzzTarget(
    "scheduler-configuration", called: "scheduler.yaml",
    [
      .nodes(file: "Fixtures/Vectors/scheduler/config.jsonl", key: "config"),
      .files(below: "Fixtures/Fuzz", holding: ["/scheduler-configuration/"]),
    ],
    tokens: [
      "profiles:\n", "plugins:\n", "pluginConfig:\n", "disabled: [{name: '*'}]\n", "weight: ",
      "score:\n", "multiPoint:\n", "args:\n", "scoringStrategy:\n", "shape: []\n", "\"weight\": 0",
      "\"utilization\": -1", "extenders:\n", "percentageOfNodesToScore: ",
    ],
    companions: [("dump.yaml", FuzzTarget.waitingPod)], SimulationTrial(role: .configuration))

  private static let reviewConfiguration = FuzzTarget(
    "review-configuration", called: ".poddoctor.yaml",
    [.files(below: "Fixtures/Fuzz", holding: ["/review-configuration/"])],
    tokens: [
      "profile: ", "rules:\n", "enabled: [all]\n", "severity: off\n", "ignore:\n", "reason: ",
      "expires: 2026-12-31\n", "path: '**'\n", "*", "**/", "kubernetes-version: 1.", "off", "error",
    ],
    companions: [("dump.yaml", FuzzTarget.waitingPod)], ReviewTrial(role: .configuration))

  private static let rules = FuzzTarget(
    name: "rules",
    seeds: [
      .files(
        below: "Rules",
        holding: [
          "/ContainerCreating/", "/CrashLoopBackOff/", "/Failed/", "/Node/", "/NotReady/",
          "/Pending/",
          "/Terminating/", "/NotCreated/",
        ])
    ],
    tokens: [
      "when: true\n", "given:\n", "each: ", "says: \"{pod.name}\"\n", "{", "}", "{a", "on: []\n",
      "cases:\n",
      "explains: [all]\n", "examples:\n", "severity: error\n", "about: Pod\n", "evidence:\n",
    ],
    naming: { "\(ruleName(in: $0)).yaml" }, trial: RuleTrial())

  private static let signatures = FuzzTarget(
    "signatures", called: "signatures/input.yaml",
    [.files(below: "Rules/signatures", holding: [".yaml"])],
    tokens: ["(?i)", "(a*)*", "(?P<a>", "\\pN", "[^", "{1,1000}", "$", "^", "weight: ", "cause: "],
    RuleTrial())

  /// A rule's file has to be called like the rule.
  private static func ruleName(in bytes: [UInt8]) -> String {
    let line = Lines.of(bytes).first { $0.starts(with: Array("name: ".utf8)) } ?? []
    let name = line.dropFirst(6).prefix { 0x61...0x7A ~= $0 || $0 == 0x2D }.prefix(60)
    return name.isEmpty ? "input" : String(decoding: name, as: UTF8.self)
  }
}

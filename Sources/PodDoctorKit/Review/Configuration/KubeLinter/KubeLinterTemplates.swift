import KubernetesModel

/// What the templates of kube-linter ask, as conditions of rules.
enum KubeLinterTemplates {
  typealias Make =
    @Sendable (KubeLinterCheck) throws(KubeLinterCheck.Objection) -> KubeLinterCheck.Body

  static let all: [String: Make] = [
    "required-label": { check throws(KubeLinterCheck.Objection) in
      try entry(of: "labels", "label", isRequired: true, check)
    },
    "required-annotation": { check throws(KubeLinterCheck.Objection) in
      try entry(of: "annotations", "annotation", isRequired: true, check)
    },
    "forbidden-annotation": { check throws(KubeLinterCheck.Objection) in
      try entry(of: "annotations", "annotation", isRequired: false, check)
    },
    "env-var": variable, "latest-tag": image, "image-pull-policy": pullPolicy, "ports": ports,
    "cpu-requirements": { check throws(KubeLinterCheck.Objection) in
      try amount(of: "cpu", lower: "lowerBoundMillis", upper: "upperBoundMillis", unit: "m", check)
    },
    "memory-requirements": { check throws(KubeLinterCheck.Objection) in
      try amount(of: "memory", lower: "lowerBoundMB", upper: "upperBoundMB", unit: "Mi", check)
    },
    "minimum-replicas": replicas, "forbidden-service-types": serviceTypes,
    "disallowed-api-obj": apiObject, "host-mounts": hostMounts, "service-account": account,
    "cel-expression": expression,
  ]

  /// Whether a text matches, as a CEL expression: nothing matches all, and `!` turns it round.
  private static func matches(_ pattern: String, _ text: String) -> String {
    if pattern.isEmpty { return "true" }
    let isNegated = pattern.hasPrefix("!")
    let literal = GoNotation.json(isNegated ? String(pattern.dropFirst()) : pattern)
    return "\(isNegated ? "!" : "")\(text).matches(\(literal))"
  }

  private static func literal(_ text: String) -> String { GoNotation.json(text) }

  private static func entry(
    of map: String, _ what: String, isRequired: Bool, _ check: KubeLinterCheck
  ) throws(KubeLinterCheck.Objection) -> KubeLinterCheck.Body {
    try check.expect(["key", "value"])
    try check.expectPatterns(["key", "value"])
    let (key, value) = (check.text("key"), check.text("value"))
    guard !key.isEmpty else { throw check.objection("template \(check.template) needs a key") }
    let exists =
      "entries.exists(k, \(matches(key, "k")) && \(matches(value, "string(entries[k])")))"
    let wanted = value.isEmpty ? key : "\(key)=\(value)"
    return .init(
      about: .manifest, field: "metadata.\(map)",
      given: [
        "entries":
          "has(object.metadata) && object.metadata != null && has(object.metadata.\(map)) && object.metadata.\(map) != null ? object.metadata.\(map) : {}"
      ],
      when: isRequired ? "!\(exists)" : exists,
      complaint: literal("has \(isRequired ? "no" : "an") \(what) that matches \(wanted)"))
  }

  private static func variable(
    _ check: KubeLinterCheck
  ) throws(KubeLinterCheck.Objection) -> KubeLinterCheck.Body {
    try check.expect(["name", "value"])
    try check.expectPatterns(["name", "value"])
    let name = check.text("name")
    guard !name.isEmpty else { throw check.objection("template env-var needs a name") }
    let value = matches(
      check.text("value"), "(has(v.value) && v.value != null ? string(v.value) : \"\")")
    return .init(
      about: .container, field: "env",
      when:
        "has(container.env) && container.env != null && container.env.exists(v, has(v.name) && \(matches(name, "string(v.name)")) && \(value))",
      complaint: literal("sets a variable that matches \(name)"))
  }

  private static func image(
    _ check: KubeLinterCheck
  ) throws(KubeLinterCheck.Objection) -> KubeLinterCheck.Body {
    try check.expect(["blockList", "allowList"])
    try check.expectPatterns(["blockList", "allowList"])
    let (blocked, allowed) = (try check.texts("blockList"), try check.texts("allowList"))
    guard blocked.isEmpty != allowed.isEmpty else {
      throw check.objection("template latest-tag needs either a blockList or an allowList")
    }
    let list = KubeLinterCheck.yaml(blocked.isEmpty ? allowed : blocked)
    return .init(
      about: .container, field: "image",
      when: "\(blocked.isEmpty ? "!" : "")\(list).exists(p, container.image.matches(p))",
      complaint: literal("has an image that is \(blocked.isEmpty ? "not allowed" : "blocked"): ")
        + " + container.image")
  }

  private static func pullPolicy(
    _ check: KubeLinterCheck
  ) throws(KubeLinterCheck.Objection) -> KubeLinterCheck.Body {
    try check.expect(["forbiddenPolicies"])
    let list = KubeLinterCheck.yaml(try check.texts("forbiddenPolicies"))
    return .init(
      about: .container, field: "imagePullPolicy",
      when: "has(container.imagePullPolicy) && string(container.imagePullPolicy) in \(list)",
      complaint: literal("has the pull policy ") + " + string(container.imagePullPolicy)")
  }

  private static func ports(
    _ check: KubeLinterCheck
  ) throws(KubeLinterCheck.Objection) -> KubeLinterCheck.Body {
    try check.expect(["port", "protocol"])
    guard let port = try check.number("port") else {
      throw check.objection("template ports needs a port")
    }
    let transport = check.text("protocol")
    let stated = "(has(p.protocol) && p.protocol != null ? string(p.protocol) : \"TCP\")"
    let also = transport.isEmpty ? "" : " && \(stated) == \(literal(transport))"
    return .init(
      about: .container, field: "ports",
      when:
        "has(container.ports) && container.ports != null && container.ports.exists(p, has(p.containerPort) && p.containerPort == \(port)\(also))",
      complaint: literal("opens port \(port)"))
  }

  private static func amount(
    of resource: String, lower: String, upper: String, unit: String, _ check: KubeLinterCheck
  ) throws(KubeLinterCheck.Objection) -> KubeLinterCheck.Body {
    try check.expect(["requirementsType", lower, upper])
    let types = ["request": ["requests"], "limit": ["limits"], "any": ["requests", "limits"]]
    guard let sections = types[check.text("requirementsType")] else {
      throw check.objection("requirementsType has to be request, limit or any")
    }
    let least = "\(try check.number(lower) ?? 0)\(unit)"
    let most = try check.number(upper).map { "\($0)\(unit)" }
    let stated = sections.map { section in
      "(has(amounts.\(section)) && amounts.\(section) != null && has(amounts.\(section).\(resource)) ? string(amounts.\(section).\(resource)) : \"0\")"
    }.joined(separator: ", ")
    let below = most.map { " && quantity(a).compareTo(quantity(\(literal($0)))) <= 0" } ?? ""
    let range = most.map { $0 == least ? "of \(least)" : "from \(least) to \($0)" }
    return .init(
      about: .container, field: "resources",
      given: [
        "amounts":
          "has(container.resources) && container.resources != null ? container.resources : {}"
      ],
      when:
        "[\(stated)].exists(a, isQuantity(a) && quantity(a).compareTo(quantity(\(literal(least)))) >= 0\(below))",
      complaint: literal(
        "has a \(resource) \(sections.map { String($0.dropLast()) }.joined(separator: " or ")) "
          + (range ?? "from \(least) on")))
  }

  private static func replicas(
    _ check: KubeLinterCheck
  ) throws(KubeLinterCheck.Objection) -> KubeLinterCheck.Body {
    try check.expect(["minReplicas"])
    let least = try check.number("minReplicas") ?? 0
    return .init(
      about: .manifest, field: "spec.replicas",
      when: "object.replicas != null && object.replicas < \(least)",
      complaint: literal("has fewer than \(least) replicas"))
  }

  private static func serviceTypes(
    _ check: KubeLinterCheck
  ) throws(KubeLinterCheck.Objection) -> KubeLinterCheck.Body {
    try check.expect(["forbiddenServiceTypes"])
    let list = KubeLinterCheck.yaml(try check.texts("forbiddenServiceTypes"))
    return .init(
      about: .manifest, field: "spec.type",
      given: [
        "kind":
          "has(object.spec) && object.spec != null && has(object.spec.type) ? string(object.spec.type) : \"ClusterIP\""
      ],
      when: "object.kind == \"Service\" && object.group == \"\" && kind in \(list)",
      complaint: literal("has the type ") + " + kind")
  }

  private static func apiObject(
    _ check: KubeLinterCheck
  ) throws(KubeLinterCheck.Objection) -> KubeLinterCheck.Body {
    try check.expect(["group", "version", "kind"])
    try check.expectPatterns(["group", "version", "kind"])
    let version = matches(check.text("version"), "version[size(version) - 1]")
    return .init(
      about: .manifest, field: "apiVersion",
      given: ["version": "string(object.apiVersion).split(\"/\")"],
      when:
        "\(matches(check.text("group"), "object.group")) && \(version) && \(matches(check.text("kind"), "object.kind"))",
      complaint: literal("is of the API that is not allowed: ") + " + string(object.apiVersion)")
  }

  private static func hostMounts(
    _ check: KubeLinterCheck
  ) throws(KubeLinterCheck.Objection) -> KubeLinterCheck.Body {
    try check.expect(["dirs"])
    try check.expectPatterns(["dirs"])
    let list = KubeLinterCheck.yaml(try check.texts("dirs"))
    return .init(
      about: .pod, field: "spec.volumes",
      when:
        "pod.volumes.exists(v, has(v.hostPath) && has(v.hostPath.path) && \(list).exists(d, string(v.hostPath.path).matches(d)))",
      complaint: literal("mounts a folder of its node that is not allowed"))
  }

  private static func account(
    _ check: KubeLinterCheck
  ) throws(KubeLinterCheck.Objection) -> KubeLinterCheck.Body {
    try check.expect(["serviceAccount"])
    try check.expectPatterns(["serviceAccount"])
    return .init(
      about: .pod, field: "spec.serviceAccountName",
      given: [
        "account":
          "has(pod.spec.serviceAccountName) && pod.spec.serviceAccountName != null ? string(pod.spec.serviceAccountName) : \"\""
      ],
      when: matches(check.text("serviceAccount"), "account"),
      complaint: literal("runs as a service account that is not allowed: ") + " + account")
  }

  private static func expression(
    _ check: KubeLinterCheck
  ) throws(KubeLinterCheck.Objection) -> KubeLinterCheck.Body {
    try check.expect(["check"])
    let text = check.text("check")
    guard !text.isEmpty else { throw check.objection("template cel-expression needs a check") }
    guard !text.contains("objects") else {
      throw check.objection("expressions about objects, all at once, cannot be made a rule")
    }
    try check.expectExpression("check")
    return .init(
      about: .manifest, field: "metadata.name", given: ["answer": text], when: "answer != \"\"",
      complaint: "\"fails: \" + answer")
  }
}

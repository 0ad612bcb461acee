import KubernetesModel

// As the functions of pkg/apis/flowcontrol/validation have it, but for the objects that the API server makes itself.
extension ObjectRules {
  private static let verbs = [
    "create", "delete", "deletecollection", "get", "list", "patch", "proxy", "update", "watch",
  ]

  mutating func flowSchema(_ object: Field) {
    let (meta, spec) = (object["metadata"], object["spec"])
    metadata(meta, .subdomain, isNamespaced: false)
    precedence(spec["matchingPrecedence"], of: meta.generatedName)
    let method = spec["distinguisherMethod"]
    if method.isPresent, !["ByNamespace", "ByUser"].contains(method["type"].text) {
      unsupported(
        method["type"], .json(GoJSON.object(["Type": method["type"].jsonText])),
        ["ByNamespace", "ByUser"])
    }
    let level = spec["priorityLevelConfiguration"]["name"]
    if level.isBlank {
      required(level, "must reference a priority level")
    } else {
      subdomain(level)
    }
    for rule in spec["rules"].elements { flowRule(rule) }
  }

  private mutating func precedence(_ field: Field, of name: String) {
    guard let value = field.int, value != 0 else { return }
    if value < 0 { invalid(field, "must be a positive value") }
    if value > 10_000 { invalid(field, "must not be greater than 10000") }
    if value == 1, name != "exempt" {
      invalid(field, "only the schema named 'exempt' may have matchingPrecedence 1")
    }
  }

  private mutating func flowRule(_ rule: Field) {
    let (subjects, resources) = (rule["subjects"], rule["resourceRules"])
    let others = rule["nonResourceRules"]
    if subjects.count == 0 { required(subjects, "subjects must contain at least one value") }
    for subject in subjects.elements { flowSubject(subject) }
    if resources.count == 0, others.count == 0 {
      required(rule, "at least one of resourceRules and nonResourceRules has to be non-empty")
    }
    for rule in resources.elements { resourceFlow(rule) }
    for rule in others.elements { otherFlow(rule) }
  }

  private mutating func flowSubject(_ subject: Field) {
    let fields: KeyValuePairs = [
      "ServiceAccount": "serviceAccount", "User": "user", "Group": "group",
    ]
    let kind = subject["kind"].text
    guard let own = fields.first(where: { $0.key == kind })?.value else {
      return unsupported(
        subject["kind"], .word(kind), ["Group", "ServiceAccount", "User"])
    }
    flowSubject(subject[named: own], kind: kind)
    for (kind, name) in fields where name != own && subject[named: name].isPresent {
      forbidden(subject[named: name], "\(name) is forbidden when subject kind is not '\(kind)'")
    }
  }

  private mutating func flowSubject(_ subject: Field, kind: String) {
    let (name, namespace) = (subject["name"], subject["namespace"])
    guard subject.isPresent else {
      let field = kind == "ServiceAccount" ? "serviceAccount" : kind.lowercased()
      return required(subject, "\(field) is required when subject kind is '\(kind)'")
    }
    if name.isBlank { required(name) }
    guard kind == "ServiceAccount" else { return }
    if !name.isBlank, name.text != "*" { subdomain(name) }
    if namespace.isBlank {
      required(namespace, "must specify namespace for service account")
    } else {
      label(namespace)
    }
  }

  private mutating func flowVerbs(_ list: Field) {
    guard list.count > 0 else {
      return required(list, "verbs must contain at least one value")
    }
    let verbs = list.texts
    if verbs.contains("*") {
      alone(list, "verbs")
    } else if !verbs.allSatisfy(Self.verbs.contains) {
      unsupported(list, .texts(verbs), Self.verbs)
    }
  }

  /// Refuses what stands beside an asterisk.
  private mutating func alone(_ list: Field, _ others: String) {
    guard list.count > 1, list.texts.contains("*") else { return }
    invalid(list, .texts(list.texts), "if '*' is present, must not specify other \(others)")
  }

  private mutating func resourceFlow(_ rule: Field) {
    flowVerbs(rule["verbs"])
    for (name, one, others) in [
      ("apiGroups", "api group", "api groups"), ("resources", "resource", "resources"),
    ] {
      if rule[named: name].count == 0 {
        required(rule[named: name], "resource rules must supply at least one \(one)")
      }
      alone(rule[named: name], others)
    }
    let namespaces = rule["namespaces"]
    if namespaces.count == 0, !rule["clusterScope"].isTrue {
      required(
        namespaces,
        "resource rules that are not cluster scoped must supply at least one namespace")
    } else if namespaces.texts.contains("*") {
      alone(namespaces, "namespaces")
    } else {
      for name in namespaces.elements {
        let objections = Syntax.label(name.text)
        invalid(
          name, objections.map { "each member of this list must be '*' or a DNS-1123 label; \($0)" }
        )
      }
    }
  }

  private mutating func otherFlow(_ rule: Field) {
    flowVerbs(rule["verbs"])
    let paths = rule["nonResourceURLs"]
    if paths.count == 0 {
      required(paths, "nonResourceURLs must contain at least one value")
    } else if paths.texts.contains("*") {
      alone(paths, "non-resource URLs")
    } else {
      for path in paths.elements {
        if let objection = Self.objection(toPath: path.text) { invalid(path, objection) }
      }
    }
  }

  private static func objection(toPath path: String) -> String? {
    if path.isEmpty { return "must not be empty" }
    if path == "/" { return nil }
    if !path.hasPrefix("/") { return "must start with slash" }
    if path.contains(" ") { return "must not contain white-space" }
    if path.contains("//") { return "must not contain double slash" }
    let asterisks = path.utf8.count { $0 == UInt8(ascii: "*") }
    return asterisks > 1 || asterisks == 1 && !path.hasSuffix("/*")
      ? "wildcard can only do suffix matching" : nil
  }
}

// MARK: - Priority levels
extension ObjectRules {
  mutating func priorityLevel(_ object: Field) {
    let (meta, spec) = (object["metadata"], object["spec"])
    metadata(meta, .subdomain, isNamespaced: false)
    let key = "flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares"
    if meta["annotations"].entry(key).isPresent {
      forbidden(meta["annotations"], "annotation '\(key)' is forbidden")
    }
    let (type, limited, exempt) = (spec["type"], spec["limited"], spec["exempt"])
    if (meta.generatedName == "exempt") != (type.text == "Exempt") {
      invalid(
        type, .word(type.text), "must be 'Exempt' if and only if `name` is 'exempt'")
    }
    switch type.text {
    case "Exempt":
      if limited.isPresent { forbidden(limited, "must be nil if the type is not Limited") }
      concurrencyShares(exempt)
      percentage(exempt["lendablePercent"])
    case "Limited":
      if exempt.isPresent { forbidden(exempt, "must be nil if the type is Limited") }
      if limited.isPresent {
        limitedLevel(limited)
      } else {
        required(limited, "must not be empty when type is Limited")
      }
    default: unsupported(type, .word(type.text), ["Exempt", "Limited"])
    }
  }

  private mutating func limitedLevel(_ level: Field) {
    concurrencyShares(level)
    limitResponse(level["limitResponse"])
    percentage(level["lendablePercent"])
    let borrowing = level["borrowingLimitPercent"]
    if let value = borrowing.int, value < 0 {
      invalid(borrowing, "if specified, must be a non-negative integer")
    }
  }

  private mutating func concurrencyShares(_ level: Field) {
    let shares = level["nominalConcurrencyShares"]
    if let value = shares.int, value < 0 { invalid(shares, "must be a non-negative integer") }
  }

  private mutating func percentage(_ field: Field) { within(0...100, field) }

  private mutating func limitResponse(_ response: Field) {
    let (type, queuing) = (response["type"], response["queuing"])
    switch type.text {
    case "Reject":
      if queuing.isPresent {
        forbidden(queuing, "must be nil if limited.limitResponse.type is not Limited")
      }
    case "Queue":
      if queuing.isPresent {
        self.queuing(queuing)
      } else {
        required(queuing, "must not be empty if limited.limitResponse.type is Limited")
      }
    default: unsupported(type, .word(type.text), ["Queue", "Reject"])
    }
  }

  private mutating func queuing(_ queuing: Field) {
    for name in ["queueLengthLimit", "queues"] {
      if let value = queuing[named: name].int, value < 0 {
        invalid(queuing[named: name], "must be positive")
      }
    }
    let hand = queuing["handSize"]
    let (queues, size) = (queuing["queues"].given(or: 64), hand.given(or: 8))
    if queues > 10_000_000 {
      invalid(queuing["queues"], "must not be greater than 10000000")
    }
    if size < 0 {
      invalid(hand, "must be positive")
    } else if size > queues {
      invalid(hand, .int(size), "should not be greater than queues (\(queues))")
    } else if needsTooMuchEntropy(queues, size) {
      invalid(
        hand, .int(size),
        "required entropy bits of deckSize \(queues) and handSize \(size) should not be greater than 60"
      )
    }
  }

  /// Whether to deal a hand out of a deck of queues takes more than the 60 bits of a hash.
  private func needsTooMuchEntropy(_ queues: Int64, _ size: Int64) -> Bool {
    guard queues > 1 else { return false }
    var hands: Int64 = 1
    for _ in 0..<min(size, 61) {
      let (product, overflows) = hands.multipliedReportingOverflow(by: queues)
      guard !overflows, product <= 1 << 60 else { return true }
      hands = product
    }
    return false
  }
}

extension Field {
  /// The number, or what stands for an absent one or zero.
  fileprivate func given(or fallback: Int64) -> Int64 {
    int.flatMap { $0 == 0 ? nil : $0 } ?? fallback
  }
}

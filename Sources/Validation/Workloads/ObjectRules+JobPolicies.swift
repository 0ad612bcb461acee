import KubernetesModel

// MARK: - When pods of a job fail
extension ObjectRules {
  mutating func podFailurePolicy(_ spec: Field) {
    let rules = spec["podFailurePolicy"]["rules"]
    if rules.count > 20 { tooMany(rules, rules.count, 20) }
    let template = spec["template"]["spec"]
    let names = Set(
      (Array(template["containers"].elements) + template["initContainers"].elements)
        .map { $0["name"].text })
    for rule in rules.elements { failureRule(rule, of: spec, names) }
  }

  private mutating func failureRule(_ rule: Field, of spec: Field, _ names: Set<String>) {
    let (action, codes) = (rule["action"], rule["onExitCodes"])
    let conditions = rule["onPodConditions"]
    valued(action, ["Count", "FailIndex", "FailJob", "Ignore"])
    if action.text == "FailIndex", !spec["backoffLimitPerIndex"].isPresent {
      invalid(action, "requires the backoffLimitPerIndex to be set")
    }
    if codes.isPresent { exitCodes(codes, names) }
    if conditions.count > 20 { tooMany(conditions, conditions.count, 20) }
    for condition in conditions.elements {
      labelName(condition["type"])
      let status = condition["status"]
      oneOf(["False", "True", "Unknown"], status, default: "True")
    }
    if codes.isPresent, conditions.count > 0 {
      invalid(
        rule, .omitted, "specifying both OnExitCodes and OnPodConditions is not supported")
    }
    if !codes.isPresent, conditions.count == 0 {
      invalid(rule, .omitted, "specifying one of OnExitCodes and OnPodConditions is required")
    }
  }

  /// Refuses a missing text with the ones that there are, in the way Go prints a list.
  private mutating func valued(_ field: Field, _ supported: [String]) {
    let list = supported.map { GoNotation.quoted($0) }.joined(separator: " ")
    requiredOneOf(supported, field, "valid values: [\(list)]")
  }

  private mutating func exitCodes(_ requirement: Field, _ names: Set<String>) {
    let (comparison, name) = (requirement["operator"], requirement["containerName"])
    let values = requirement["values"]
    valued(comparison, ["In", "NotIn"])
    if name.isPresent, !names.contains(name.text) {
      invalid(
        name, "must be one of the container or initContainer names in the pod template")
    }
    if values.count == 0 {
      invalid(values, .json(values.isPresent ? "[]" : "null"), "at least one value is required")
    } else if values.count > 255 {
      tooMany(values, values.count, 255)
    }
    var seen: Set<Int64> = []
    var previous: Int64?
    var isOrdered = true
    for value in values.elements {
      let code = value.int ?? 0
      if comparison.text == "In", code == 0 {
        invalid(value, .int(code), "must not be 0 for the In operator")
      }
      if !seen.insert(code).inserted { duplicate(value) }
      if let previous, previous > code { isOrdered = false }
      previous = code
    }
    if !isOrdered { invalid(values, "must be ordered") }
  }
}

// MARK: - When a job succeeds
extension ObjectRules {
  mutating func successPolicy(_ spec: Field, _ completions: Int64?) {
    let policy = spec["successPolicy"]
    guard spec["completionMode"].text == "Indexed" else {
      return invalid(
        policy, .json(policy.internalSuccessPolicy), "requires indexed completion mode")
    }
    let rules = policy["rules"]
    if rules.count == 0 {
      required(rules, "at least one rules must be specified when the successPolicy is specified")
    }
    if rules.count > 20 { tooMany(rules, rules.count, 20) }
    for rule in rules.elements { successRule(rule, completions) }
  }

  private mutating func successRule(_ rule: Field, _ completions: Int64?) {
    let (count, indexes) = (rule["succeededCount"], rule["succeededIndexes"])
    if !count.isPresent, !indexes.isPresent {
      required(rule, "at least one of succeededCount or succeededIndexes must be specified")
    }
    guard let completions else { return }
    var total: Int64 = 0
    if let text = indexes.optionalText {
      if text.utf8.count > 64 * 1024 { tooLong(indexes, 64 * 1024) }
      let intervals = IndexIntervals(text, completions: completions)
      total = intervals.total
      if let objection = intervals.objection {
        invalid(indexes, "error parsing succeededIndexes: \(objection)")
      }
    }
    guard let value = count.int else { return }
    nonNegative(count)
    if value > completions {
      invalid(
        count,
        "must be less than or equal to \(completions) (the number of specified completions)")
    }
    if indexes.isPresent, value > total {
      invalid(
        count,
        "must be less than or equal to \(total) "
          + "(the number of indexes in the specified succeededIndexes field)")
    }
  }
}

extension Field {
  /// A success policy in the API server's internal form.
  fileprivate var internalSuccessPolicy: String {
    let rules = self["rules"].elements.map { rule in
      GoJSON.object([
        "SucceededIndexes": rule["succeededIndexes"].json,
        "SucceededCount": rule["succeededCount"].json,
      ])
    }
    return GoJSON.object([
      "Rules": self["rules"].isPresent ? "[\(rules.joined(separator: ","))]" : "null"
    ])
  }
}

extension ObjectRules {
  mutating func affinity(_ affinity: Field) {
    guard affinity.isPresent else { return }
    let nodes = affinity["nodeAffinity"]
    let hard = "requiredDuringSchedulingIgnoredDuringExecution"
    let soft = "preferredDuringSchedulingIgnoredDuringExecution"
    if nodes[named: hard].isPresent { nodeSelector(nodes[named: hard]) }
    for term in nodes[named: soft].elements {
      weight(term["weight"])
      nodeSelectorTerm(term["preference"], allowsAnyValue: true)
    }
    for pods in [affinity["podAffinity"], affinity["podAntiAffinity"]] {
      for term in pods[named: hard].elements { podAffinityTerm(term) }
      for term in pods[named: soft].elements {
        weight(term["weight"])
        podAffinityTerm(term["podAffinityTerm"])
      }
    }
  }

  private mutating func weight(_ field: Field) {
    let value = field.int ?? 0
    if !(1...100).contains(value) { invalid(field, .int(value), "must be in the range 1-100") }
  }

  mutating func nodeSelector(_ selector: Field) {
    let terms = selector["nodeSelectorTerms"]
    guard terms.count > 0 else {
      return required(terms, "must have at least one node selector term")
    }
    for term in terms.elements { nodeSelectorTerm(term, allowsAnyValue: false) }
  }

  private mutating func nodeSelectorTerm(_ term: Field, allowsAnyValue: Bool) {
    for requirement in term["matchExpressions"].elements {
      nodeRequirement(requirement, allowsAnyValue: allowsAnyValue)
    }
    for requirement in term["matchFields"].elements { nodeFieldRequirement(requirement) }
  }

  private mutating func nodeRequirement(_ requirement: Field, allowsAnyValue: Bool) {
    let values = requirement["values"]
    switch requirement["operator"].text {
    case "In", "NotIn":
      if values.count == 0 {
        required(values, "must be specified when `operator` is 'In' or 'NotIn'")
      }
    case "Exists", "DoesNotExist":
      if values.count > 0 {
        forbidden(values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")
      }
    case "Gt", "Lt":
      if values.count != 1 {
        required(values, "must be specified single value when `operator` is 'Lt' or 'Gt'")
      }
    default: invalid(requirement["operator"], "not a valid selector operator")
    }
    labelName(requirement["key"])
    guard !allowsAnyValue else { return }
    for value in values.elements { invalid(value, Syntax.labelValue(value.text)) }
  }

  private mutating func nodeFieldRequirement(_ requirement: Field) {
    let (key, values) = (requirement["key"], requirement["values"])
    switch requirement["operator"].text {
    case "In", "NotIn":
      if values.count != 1 {
        required(
          values,
          "must be only one value when `operator` is 'In' or 'NotIn' for node field selector")
      }
    default: invalid(requirement["operator"], "not a valid selector operator")
    }
    guard key.text == "metadata.name" else {
      return invalid(key, "not a valid field selector key")
    }
    for value in values.elements { subdomain(value) }
  }

  private mutating func podAffinityTerm(_ term: Field) {
    labelSelector(term["labelSelector"])
    labelSelector(term["namespaceSelector"])
    for name in term["namespaces"].elements { label(name.shown("namespace", of: term)) }
    matchLabelKeys(of: term)
    let key = term["topologyKey"]
    if key.isBlank { required(key, "can not be empty") }
    labelName(key)
  }

  /// The labels of the pod itself by which other pods are chosen.
  private mutating func matchLabelKeys(of term: Field) {
    let (keys, mismatches) = (term["matchLabelKeys"], term["mismatchLabelKeys"])
    let selector = term["labelSelector"]
    for list in [keys, mismatches] where list.count > 0 {
      if selector.isPresent {
        for key in list.elements { labelName(key) }
      } else {
        forbidden(list, "must not be specified when labelSelector is not set")
      }
    }
    if selector.isPresent { repeatedKeys(of: term, keys.texts, selector) }
    let texts = mismatches.texts
    for key in keys.elements where texts.contains(key.text) {
      invalid(key, "exists in both matchLabelKeys and mismatchLabelKeys")
    }
  }

  private mutating func repeatedKeys(of term: Field, _ keys: [String], _ selector: Field) {
    guard !keys.isEmpty else { return }
    var seen = Set(selector["matchLabels"].entries.map(\.key))
    let own = pod.isPod ? keys.filter { pod.labels.contains($0) } : []
    let mismatches = pod.isPod ? term["mismatchLabelKeys"].texts.filter(pod.labels.contains) : []
    let written = selector["matchExpressions"].elements.map { $0["key"].text }
    for key in written + own + mismatches {
      if let index = keys.lastIndex(of: key), seen.contains(key) {
        let shown = Array(term["matchLabelKeys"].elements)[index].shown(as: term.indexed(index))
        invalid(shown, .text(key), "exists in both matchLabelKeys and labelSelector")
      }
      seen.insert(key)
    }
  }
}

// MARK: - Topology spread
extension ObjectRules {
  mutating func spreadConstraints(_ list: Field) {
    let constraints = Array(list.elements)
    for (index, constraint) in constraints.enumerated() {
      spreadConstraint(constraint, before: constraints[(index + 1)...])
    }
  }

  private mutating func spreadConstraint(_ constraint: Field, before rest: ArraySlice<Field>) {
    let (skew, key) = (constraint["maxSkew"], constraint["topologyKey"])
    let action = constraint["whenUnsatisfiable"]
    let value = skew.int ?? 0
    if value <= 0 { invalid(skew, .int(value), Wording.positive) }
    if key.isBlank { required(key, "can not be empty") }
    oneOf(["DoNotSchedule", "ScheduleAnyway"], action)
    let isRepeated = rest.contains {
      $0["topologyKey"].text == key.text && $0["whenUnsatisfiable"].text == action.text
    }
    if isRepeated {
      duplicate(
        constraint.shown("{topologyKey, whenUnsatisfiable}", of: constraint),
        .text("{\(key.text), \(action.text)}"))
    }
    let domains = constraint["minDomains"]
    positive(domains)
    if domains.isPresent, action.text != "DoNotSchedule" {
      invalid(
        domains,
        "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not \(action.text)")
    }
    for name in ["nodeAffinityPolicy", "nodeTaintsPolicy"] where constraint[named: name].isPresent {
      oneOf(["Honor", "Ignore"], constraint[named: name])
    }
    matchLabelKeys(of: constraint)
    labelSelector(constraint["labelSelector"])
  }
}

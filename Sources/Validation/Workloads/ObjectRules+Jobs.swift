import KubernetesModel

/// Labels that the API server gives to the pods of a job, and asks for in its selector.
struct GeneratedLabels {
  /// The labels of the template, with those that were given to it.
  let labels: [String: String]
  /// Those that were given to it.
  let added: [String: String]
  /// What was added to the selector.
  let selector: [String: String]
}

// MARK: - Jobs
extension ObjectRules {
  mutating func job(_ object: Field, uid: String) {
    let (meta, spec) = (object["metadata"], object["spec"])
    let isManual = spec["manualSelector"].isTrue
    let generated = spec["template"].generatedLabels(
      job: meta.generatedName, uid: isManual ? nil : uid)
    metadata(meta, .subdomain, defaultingTo: spec["template"], adding: generated.added)
    if !isManual { generatedSelector(spec, meta.generatedName, uid, generated) }
    jobSpec(spec, isJob: true, adding: generated.added)
    jobSelector(spec, generated, isManual: isManual)
    indexedHostnames(meta, spec)
  }

  private mutating func generatedSelector(
    _ spec: Field, _ name: String, _ uid: String, _ generated: GeneratedLabels
  ) {
    let expected: KeyValuePairs = [
      "controller-uid": uid, "job-name": name,
      "batch.kubernetes.io/controller-uid": uid, "batch.kubernetes.io/job-name": name,
    ]
    for (key, value) in expected where generated.labels[key] != value {
      let labels = spec["template"]["metadata"]["labels"]
      let shown = labels.entry(key).shown(as: labels.keyed(key))
      invalid(shown, .map(generated.labels), "must be '\(value)'")
    }
    let selector = spec["selector"]
    let labels = Dictionary(expected.map { ($0.key, $0.value) }) { $1 }
    if selector.isPresent, isUsable(selector), !selector.selects(labels) {
      invalid(
        selector, .json(selector.selectorJSON(adding: generated.selector)),
        "`selector` not auto-generated")
    }
  }

  private func isUsable(_ selector: Field) -> Bool {
    var rules = ObjectRules()
    rules.labelSelector(selector)
    return rules.errors.isEmpty
  }

  private mutating func jobSelector(
    _ spec: Field, _ generated: GeneratedLabels, isManual: Bool
  ) {
    let selector = spec["selector"]
    if selector.isPresent {
      labelSelector(selector)
    } else if isManual {
      required(selector)
    }
    guard !selector.isPresent || isUsable(selector) else { return }
    let selectsOwn = selector.isPresent ? selector.selects(generated.labels) : !isManual
    let selectsAdded = generated.selector.allSatisfy { key, value in
      selector["matchLabels"].entry(key).isPresent || generated.labels[key] == value
    }
    if !selectsOwn || !selectsAdded {
      mismatch(spec["template"], isManual ? spec["template"].templateLabels : generated.labels)
    }
  }

  private mutating func indexedHostnames(_ meta: Field, _ spec: Field) {
    guard spec["completionMode"].text == "Indexed", let completions = spec.completions,
      completions > 0
    else { return }
    let name = meta.generatedName
    let hostname = "\(name)-\(completions - 1)"
    if !Syntax.label(hostname).isEmpty {
      invalid(
        meta["name"], .text(name),
        "will not able to create pod with invalid DNS label: \(hostname)")
    }
  }
}

extension Field {
  /// The labels of a template once the API server has added those of the job; none without a UID.
  fileprivate func generatedLabels(job name: String, uid: String?) -> GeneratedLabels {
    let labels = templateLabels ?? [:]
    guard let uid else { return GeneratedLabels(labels: labels, added: [:], selector: [:]) }
    let all = [
      "controller-uid": uid, "job-name": name,
      "batch.kubernetes.io/controller-uid": uid, "batch.kubernetes.io/job-name": name,
    ]
    return GeneratedLabels(
      labels: labels.merging(all) { own, _ in own }, added: all.filter { labels[$0.key] == nil },
      selector: ["batch.kubernetes.io/controller-uid": uid])
  }

  /// The completions of a job, which is one when it says nothing about how many pods it takes.
  fileprivate var completions: Int64? {
    self["completions"].int ?? (self["parallelism"].isPresent ? nil : 1)
  }
}

// MARK: - What a job does
extension ObjectRules {
  mutating func jobSpec(_ spec: Field, isJob: Bool, adding labels: [String: String] = [:]) {
    for name in [
      "parallelism", "completions", "activeDeadlineSeconds", "backoffLimit",
      "ttlSecondsAfterFinished", "backoffLimitPerIndex", "maxFailedIndexes",
    ] {
      nonNegative(spec[named: name])
    }
    if spec["maxFailedIndexes"].isPresent, !spec["backoffLimitPerIndex"].isPresent {
      required(spec["backoffLimitPerIndex"], "when maxFailedIndexes is specified")
    }
    managedBy(spec["managedBy"])
    let completions = isJob ? spec.completions : spec["completions"].int
    completionMode(spec, completions)
    if spec["podFailurePolicy"].isPresent { podFailurePolicy(spec) }
    if spec["successPolicy"].isPresent { successPolicy(spec, completions) }
    podReplacementPolicy(spec)
    podTemplate(spec["template"], adding: labels)
    jobRestartPolicy(spec)
  }

  private mutating func managedBy(_ field: Field) {
    guard let text = field.optionalText else { return }
    domainPrefixedPath(field)
    if text.utf8.count > 63 { tooLong(field, 63) }
  }

  mutating func domainPrefixedPath(_ field: Field) {
    let text = field.text
    guard !text.isEmpty else { return required(field) }
    let host = text.parts(at: "/")[0]
    let path = text.droppingBytes(host.utf8.count + 1)
    guard !host.isEmpty, !path.isEmpty else {
      return invalid(field, "must be a domain-prefixed path (such as \"acme.io/foo\")")
    }
    invalid(field, .text(host), Syntax.subdomain(host))
    let others = "/-._~%!$&'()*+,;=:".utf8
    if !path.utf8.allSatisfy({ $0.isAlphanumeric || others.contains($0) }) {
      invalid(
        field, .text(path),
        Wording.pattern("Invalid path", "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+"))
    }
  }

  private mutating func completionMode(_ spec: Field, _ completions: Int64?) {
    let mode = spec["completionMode"]
    oneOf(["NonIndexed", "Indexed"], mode, ifAbsent: "NonIndexed")
    if mode.text == "Indexed" { indexedCompletion(spec, completions) }
    guard mode.optionalText ?? "NonIndexed" == "NonIndexed" else { return }
    for name in ["backoffLimitPerIndex", "maxFailedIndexes"] where spec[named: name].isPresent {
      invalid(spec[named: name], "requires indexed completion mode")
    }
  }

  private mutating func indexedCompletion(_ spec: Field, _ completions: Int64?) {
    let (parallelism, failed) = (spec["parallelism"], spec["maxFailedIndexes"])
    let limit = "must be less than or equal to"
    if completions == nil {
      required(spec["completions"], "when completion mode is Indexed")
    }
    if let value = parallelism.int, value > 100_000 {
      invalid(parallelism, "\(limit) 100000 when completion mode is Indexed")
    }
    if let completions, let value = failed.int, value > completions {
      invalid(failed, "\(limit) completions")
    }
    if let value = failed.int, value > 100_000 { invalid(failed, "\(limit) 100000") }
    guard let completions, completions > 100_000, spec["backoffLimitPerIndex"].isPresent else {
      return
    }
    if !failed.isPresent {
      required(failed, "must be specified when completions is above 100000")
    }
    for field in [parallelism, failed] {
      guard let value = field.int, value > 10_000 else { continue }
      invalid(
        field,
        "\(limit) 10000 when completions are above 100000 and used with backoff limit per index")
    }
  }

  private mutating func podReplacementPolicy(_ spec: Field) {
    let policy = spec["podReplacementPolicy"]
    guard policy.isPresent else { return }
    oneOf(
      spec["podFailurePolicy"].isPresent ? ["Failed"] : ["Failed", "TerminatingOrFailed"], policy)
  }

  private mutating func jobRestartPolicy(_ spec: Field) {
    let policy = spec["template"]["spec"]["restartPolicy"]
    switch policy.text {
    case "", "Always": required(policy, "valid values: \"OnFailure\", \"Never\"")
    case "OnFailure" where spec["podFailurePolicy"].isPresent:
      invalid(policy, "only \"Never\" is supported when podFailurePolicy is specified")
    default: oneOf(["OnFailure", "Never"], policy)
    }
  }
}

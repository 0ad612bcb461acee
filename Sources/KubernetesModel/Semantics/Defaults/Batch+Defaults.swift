extension Job: HasDefaults {
  package mutating func applyDefaults() {
    if metadata.labels.isEmpty { metadata.labels = spec.template.metadata.labels }
    spec.applyDefaults()
  }
}

extension JobSpec: HasDefaults {
  /// Of a CronJob's template only the parts are completed; the rest follows in the jobs that are made from it.
  package mutating func applyDefaults() {
    if completions == nil, parallelism == nil { completions = 1 }
    parallelism.setIfAbsent(1)
    backoffLimit.setIfAbsent(backoffLimitPerIndex == nil ? 6 : .max)
    completionMode.setIfAbsent("NonIndexed")
    suspend.setIfAbsent(false)
    manualSelector.setIfAbsent(false)
    podReplacementPolicy.setIfAbsent(podFailurePolicy == nil ? "TerminatingOrFailed" : "Failed")
    podFailurePolicy?.applyDefaults()
    template.applyDefaults()
  }
}

extension PodFailurePolicy: HasDefaults {
  package mutating func applyDefaults() {
    for index in rules.indices { rules[index].applyDefaults() }
  }
}

extension PodFailurePolicyRule: HasDefaults {
  package mutating func applyDefaults() {
    for index in onPodConditions.indices { onPodConditions[index].status.setIfEmpty("True") }
  }
}

extension CronJob: HasDefaults {
  package mutating func applyDefaults() {
    spec.concurrencyPolicy.setIfEmpty("Allow")
    spec.suspend.setIfAbsent(false)
    spec.successfulJobsHistoryLimit.setIfAbsent(3)
    spec.failedJobsHistoryLimit.setIfAbsent(1)
    spec.jobTemplate.spec.podFailurePolicy?.applyDefaults()
    spec.jobTemplate.spec.template.applyDefaults()
  }
}

extension Job: HasDefaults {
  package mutating func applyDefaults() {
    if metadata.labels.isEmpty { metadata.labels = spec.template.metadata.labels }
    spec.applyDefaults()
  }
}

extension JobSpec: HasDefaults {
  /// A CronJob's template is not completed so, only the jobs that are made from it.
  package mutating func applyDefaults() {
    if completions == nil, parallelism == nil { completions = 1 }
    parallelism.setIfAbsent(1)
    backoffLimit.setIfAbsent(backoffLimitPerIndex == nil ? 6 : .max)
    completionMode.setIfAbsent("NonIndexed")
    suspend.setIfAbsent(false)
    manualSelector.setIfAbsent(false)
    podReplacementPolicy.setIfAbsent(podFailurePolicy == nil ? "TerminatingOrFailed" : "Failed")
    for rule in podFailurePolicy?.rules.indices ?? 0..<0 {
      podFailurePolicy?.rules[rule].applyDefaults()
    }
    template.applyDefaults()
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
    spec.jobTemplate.spec.template.applyDefaults()
  }
}

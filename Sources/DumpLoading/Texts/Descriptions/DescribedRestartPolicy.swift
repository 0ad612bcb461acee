/// Which restart policy a described pod must have: descriptions do not show it.
enum DescribedRestartPolicy {
  /// The policy that the rest of the description leaves; nil when it can be any.
  ///
  /// Jobs take only pods that do not restart always, and only such pods end as Succeeded; one that never restarts
  /// counts no restarts.
  static func policy(of description: Description, _ pod: DescribedPodSpec) -> String? {
    let isOfJob = description["Controlled By"]?.value.hasPrefix("Job/") == true
    let hasEnded = description["Status"]?.value == "Succeeded"
    guard isOfJob || hasEnded else { return nil }
    return pod.containers.contains { $0.restarts > 0 } ? "OnFailure" : "Never"
  }
}

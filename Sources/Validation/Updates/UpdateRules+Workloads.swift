import KubernetesModel

// As ValidateUpdate of the strategies in pkg/registry/apps and pkg/registry/batch, and
// ValidateStatefulSetUpdate, ValidateJobSpecUpdate and ValidatePodUpdate in pkg/apis, have it.
extension UpdateRules {
  private static let statefulSet =
    "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', "
    + "'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and "
    + "'minReadySeconds' are forbidden"
  private static let pod =
    "pod updates may not change fields other than `spec.containers[*].image`,"
    + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` "
    + "(only additions to existing tolerations),`spec.terminationGracePeriodSeconds` "
    + "(allow it to be set to 1 if it was previously negative)"
  private static let changeableInPods: Set<String> = [
    "containers.image", "initContainers.image", "ephemeralContainers", "activeDeadlineSeconds",
    "tolerations", "terminationGracePeriodSeconds", "schedulingGates",
  ]
  /// What may change while scheduling gates hold the pod back.
  private static let changeableWhileGated: Set<String> = ["nodeSelector", "affinity"]

  /// Judges an object that makes pods, or is one; false for others.
  mutating func workload(_ object: any KubernetesObject, _ old: any KubernetesObject) -> Bool {
    switch (object, old) {
    case (let new as Deployment, let old as Deployment):
      selector(new.spec.selector, old.spec.selector)
    case (let new as ReplicaSet, let old as ReplicaSet):
      selector(new.spec.selector, old.spec.selector)
    case (let new as DaemonSet, let old as DaemonSet):
      selector(new.spec.selector, old.spec.selector)
    case (let new as StatefulSet, let old as StatefulSet): statefulSet(new.spec, old)
    case (let new as Job, let old as Job): job(new.spec, old.withDefaults.spec)
    case (let new as Pod, let old as Pod): pod(new.spec, old.withDefaults.spec)
    default: return false
    }
    return true
  }

  private mutating func statefulSet(_ new: StatefulSetSpec, _ stored: StatefulSet) {
    let old = stored.withDefaults.spec
    guard let field = changed(new, old) else { return }
    refuse(field, "spec: Forbidden: \(Self.statefulSet)")
  }

  private func changed(_ new: StatefulSetSpec, _ old: StatefulSetSpec) -> String? {
    if let selector = new.selector, selector != old.selector { return "spec.selector" }
    if !new.serviceName.isEmpty, new.serviceName != old.serviceName { return "spec.serviceName" }
    let policy = new.podManagementPolicy
    if !policy.isEmpty, policy != old.podManagementPolicy { return "spec.podManagementPolicy" }
    return changed(new.volumeClaimTemplates, old.volumeClaimTemplates)
  }

  /// The list is replaced as a whole, so what a template leaves out is taken away.
  private func changed(_ new: [PersistentVolumeClaim], _ old: [PersistentVolumeClaim]) -> String? {
    let path = "spec.volumeClaimTemplates"
    guard new.count == old.count else { return path }
    for (index, (new, old)) in zip(new, old).enumerated() {
      let path = "\(path)[\(index)]"
      if new.metadata.name != old.metadata.name { return "\(path).metadata.name" }
      if new.metadata.labels != old.metadata.labels { return "\(path).metadata.labels" }
      if new.metadata.annotations != old.metadata.annotations {
        return "\(path).metadata.annotations"
      }
      let (new, old) = (new.withDefaults.spec, old.withDefaults.spec)
      let found =
        StatedDifference.between(new, old, at: "\(path).spec")
        ?? StatedDifference.between(old, new, at: "\(path).spec")
      if let found { return found }
    }
    return nil
  }

  private mutating func job(_ new: JobSpec, _ old: JobSpec) {
    completions(new, old)
    selector(new.selector, new.selector == nil ? nil : old.selector)
    // The template of a job that is held back may change in much, in more with every version.
    if old.suspend != true { whole("spec.template", new.template, old.template) }
    immutable("spec.completionMode", new.completionMode, old.completionMode)
    whole("spec.podFailurePolicy", new.podFailurePolicy, old.podFailurePolicy)
    immutable("spec.backoffLimitPerIndex", new.backoffLimitPerIndex, old.backoffLimitPerIndex)
    immutable("spec.managedBy", new.managedBy, old.managedBy)
    whole("spec.successPolicy", new.successPolicy, old.successPolicy)
  }

  private mutating func completions(_ new: JobSpec, _ old: JobSpec) {
    guard (new.completionMode ?? old.completionMode) == "Indexed" else {
      return immutable("spec.completions", new.completions, old.completions)
    }
    guard let wanted = new.completions, wanted != old.completions,
      wanted != new.parallelism ?? old.parallelism
    else { return }
    invalid(
      "spec.completions", .int(Int64(wanted)),
      "can only be modified in tandem with spec.parallelism")
  }

  private mutating func pod(_ new: PodSpec, _ old: PodSpec) {
    var free = Self.changeableInPods
    if !old.schedulingGates.isEmpty { free.formUnion(Self.changeableWhileGated) }
    guard let path = StatedDifference.between(new, old, at: "spec", besides: free) else { return }
    for list in ["spec.containers", "spec.initContainers"] where path.isElement(of: list) {
      return refuse(path, "\(list): Forbidden: pod updates may not add or remove containers")
    }
    refuse(path, "spec: Forbidden: \(Self.pod)")
  }
}

extension String {
  /// Whether this is the path of an element of a list, not of anything in it.
  fileprivate func isElement(of list: String) -> Bool {
    hasPrefix("\(list)[") && hasSuffix("]") && !dropFirst(list.utf8.count + 1).contains("[")
  }
}

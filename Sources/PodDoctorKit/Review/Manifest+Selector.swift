import KubernetesModel

extension Manifest {
  /// Whether the selector of a workload takes the pods that it makes; true for a kind without one.
  var selectsOwnPods: Bool {
    switch object.value {
    case let object as Deployment: takes(object.spec.selector, object.spec.template)
    case let object as StatefulSet: takes(object.spec.selector, object.spec.template)
    case let object as DaemonSet: takes(object.spec.selector, object.spec.template)
    case let object as ReplicaSet: takes(object.spec.selector, object.spec.template)
    case let object as ReplicationController:
      LabelMatcher(exactly: object.spec.selector)
        .matches(object.spec.template?.metadata.labels ?? object.spec.selector)
    case let object as Job where object.spec.manualSelector == true:
      takes(object.spec.selector, object.spec.template)
    default: true
    }
  }

  /// An absent selector, and one that the API server would refuse, takes nothing.
  private func takes(_ selector: LabelSelector?, _ template: PodTemplateSpec) -> Bool {
    (try? LabelMatcher(selector).matches(template.metadata.labels)) ?? false
  }
}

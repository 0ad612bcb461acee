/// What counts as requested by a pod; by default what its spec says, with overhead and pod-level resources.
package struct PodResourceOptions: Hashable, Sendable {
  /// Looks at what containers have been given too, as the scheduler does since pods are resized in place.
  package var usesStatus = false
  /// Looks at what the pod as a whole has been given too, as Kubernetes 1.36 does by default.
  package var usesPodLevelStatus = false
  /// Leaves out what the sandbox needs.
  package var excludesOverhead = false
  /// Leaves out `spec.resources`.
  package var skipsPodLevelResources = false
  /// Counts node resources that come with device claims, an alpha feature of Kubernetes 1.36.
  package var usesClaimStatus = false
  /// What a container is taken to request of a resource that it does not name.
  package var nonMissingRequests = ResourceList()

  package init() {}

  /// What the scheduler of Kubernetes 1.36 counts.
  package static var scheduling: PodResourceOptions {
    var options = PodResourceOptions()
    options.usesStatus = true
    options.usesPodLevelStatus = true
    return options
  }

  /// What the containers and the pod itself ask for.
  package static var withoutOverhead: PodResourceOptions {
    var options = PodResourceOptions()
    options.excludesOverhead = true
    return options
  }

  /// What a pod holds while it is being resized in place.
  package static var withStatus: PodResourceOptions {
    var options = PodResourceOptions()
    options.usesStatus = true
    return options
  }
}

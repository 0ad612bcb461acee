import KubernetesModel

/// How far the deletion of an object has come.
struct DeletionState: Sendable {
  /// When the API server was asked to delete the object.
  var requested: Timestamp
  /// Seconds that the pod was given to end.
  var gracePeriod: Int
  /// Seconds since the request.
  var age: Double
  /// Seconds past the end of the grace period; negative while it lasts.
  var overdue: Double
  var finalizers: [String]

  /// Nil when nobody deletes the object.
  ///
  /// A pod's `deletionTimestamp` is the request plus the grace period (registry/rest/delete.go), so the
  /// request lies before it.
  init?(of metadata: ObjectMeta, at now: Timestamp?) {
    guard let deadline = metadata.deletionTimestamp else { return nil }
    gracePeriod = Int(metadata.deletionGracePeriodSeconds ?? 0)
    requested = deadline.adding(seconds: -gracePeriod)
    let present = now ?? deadline
    age = present.seconds(since: requested)
    overdue = present.seconds(since: deadline)
    finalizers = metadata.finalizers
  }
}

/// The stage of a pod's life in which a cause shows.
package enum Playbook: String, Sendable, CaseIterable {
  case pending = "Pending"
  case notCreated = "NotCreated"
  case containerCreating = "ContainerCreating"
  case crashLoopBackOff = "CrashLoopBackOff"
  case notReady = "NotReady"
  case terminating = "Terminating"
  case failed = "Failed"
  case node = "Node"
  /// Before any pod is there: what stands in manifests.
  case review = "review"
  /// The dump itself: files that cannot be read, objects that do not decode.
  case dump = "Dump"
}

/// What a PostFilter plugin did.
package struct PostFilterResult: Sendable {
  /// How the attempt ended, in the words of the framework.
  package enum Status: Sendable { case success, unschedulable, unresolvable, error }

  package var status: Status
  package var message: String
  package var nomination: Nomination?

  package init(_ status: Status, _ message: String = "", nomination: Nomination? = nil) {
    self.status = status
    self.message = message
    self.nomination = nomination
  }
}

/// The node that preemption chose, and the pods that it deletes there.
package struct Nomination: Sendable {
  package var node: NodeID
  package var victims: [PodInfo]
}

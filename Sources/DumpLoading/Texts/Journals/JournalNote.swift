import KubernetesModel

/// What a line of a journal says about a pod or a node, in the terms of an event.
struct JournalNote {
  /// Whom it is about, and in which words: notes with the same identity are counted, not repeated.
  struct Identity: Hashable {
    var subject: Subject
    var reason: String
    var message: String
  }

  /// A pod by its name, its id or both, or a node.
  enum Subject: Hashable {
    case pod(namespace: String, name: String, uid: String, container: String)
    case node(String)
  }

  var identity: Identity
  var component: String
  var host: String
  var time: Timestamp?
  /// The line, counted from 1.
  var line: Int
}

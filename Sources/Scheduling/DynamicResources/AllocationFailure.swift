/// Why devices cannot be looked for at all.
enum AllocationFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Only this node is affected; kube-scheduler goes on with the others.
  case onNode(String)
  /// A claim, class or selector is at fault; kube-scheduler gives the attempt up.
  case fatal(String)

  var description: String {
    switch self {
    case .onNode(let text), .fatal(let text): text
    }
  }
}

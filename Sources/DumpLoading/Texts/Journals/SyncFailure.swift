/// One step of bringing a pod up or down that failed, as the kubelet words it (kubelet/container/sync_result.go):
/// `failed to "StartContainer" for "app" with ErrImagePull: "..."`.
struct SyncFailure {
  var action: String
  /// The container or the pod.
  var target: String
  /// The short name of the error, such as `CreateContainerConfigError`.
  var error: String
  var text: String

  /// All failures in a text, which may wrap several in brackets.
  static func all(in text: String) -> [SyncFailure] {
    var failures: [SyncFailure] = []
    var rest = text[...]
    while failures.count < 16, let behind = rest.behind("failed to \"") {
      rest = behind
      let (action, next) = (behind.before("\""), behind.behind("\" for "))
      guard var tail = next, let target = GoQuoted.take(from: &tail),
        let error = tail.behind(" with ").map({ $0.before(": ") }), error.utf8.count < 64,
        var words = tail.behind(": ")
      else { continue }
      let says = GoQuoted.take(from: &words) ?? String(words)
      failures.append(
        SyncFailure(
          action: String(action), target: target, error: String(error), text: says))
      rest = words
    }
    return failures
  }

  /// The reason that the kubelet gives the event about the same failure.
  var reason: String {
    switch error {
    case "CrashLoopBackOff", "ImagePullBackOff": "BackOff"
    case "CreatePodSandboxError", "ConfigPodSandboxError": "FailedCreatePodSandBox"
    case "KillPodSandboxError", "KillContainerError": "FailedKillPod"
    case "PostStartHookError": "FailedPostStartHook"
    case "ErrImageNeverPull": "ErrImageNeverPull"
    default: "Failed"
    }
  }

  /// The words of that event.
  var message: String {
    switch error {
    case "CreatePodSandboxError": "Failed to create pod sandbox: \(text)"
    case "ErrImagePull", "RegistryUnavailable":
      text.hasPrefix("Failed to pull image") ? text : "Failed to pull image: \(text)"
    case "KillPodSandboxError", "KillContainerError":
      "error killing pod: failed to \"\(action)\" for \"\(target)\" with \(error): \"\(text)\""
    case "CrashLoopBackOff", "ImagePullBackOff", "PostStartHookError", "ErrImageNeverPull": text
    default: "Error: \(text)"
    }
  }

  /// The container that the failure is about; empty when it is about the pod.
  var container: String {
    action.hasSuffix("Container") && !target.utf8.contains(UInt8(ascii: "_")) ? target : ""
  }
}

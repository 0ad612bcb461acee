import KubernetesModel

/// A line in the form in which containerd and CRI-O log: `time="..." level=error msg="..." error="..."`.
struct RuntimeWords {
  private let fields: LogFields
  let message: String

  /// Nil when the text has another form.
  init?(_ text: ArraySlice<UInt8>) {
    guard Self.isLogfmt(text) else { return nil }
    fields = LogFields(String(decoding: text, as: UTF8.self)[...])
    guard let message = fields["msg"] else { return nil }
    self.message = message
  }

  /// Whether the text begins like such a line.
  static func isLogfmt(_ text: ArraySlice<UInt8>) -> Bool {
    var scanner = LineScanner(text)
    return scanner.take("time=\"") || scanner.take("level=")
  }

  var time: Timestamp? { fields["time"].flatMap { Timestamp($0) } }

  /// Whether the line speaks as a container runtime does, and not as any program that logs in this form.
  var isOfRuntime: Bool {
    message.holds("PodSandbox") || message.holds("sandbox") || message.holds("ContainerMetadata")
      || message.holds("CNI") || message.holds("cni") || message.holds("containerd")
      || message.holds("CRI") || message.holds("PullImage")
  }

  var isFailure: Bool { isError || fields["level"] == "warning" }

  /// Whether something went wrong, and not only might.
  var isError: Bool { ["error", "fatal", "panic"].contains(fields["level"] ?? "") }

  /// The request that CRI-O worked at.
  var request: String? { fields["id"] }

  /// The pod that the line names; with none known the line is about the node.
  var pod: PodMention {
    if let behind = message.behind("PodSandboxMetadata{") {
      let members = behind.before("}").split(separator: ",")
      func member(_ name: String) -> String {
        members.first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.utf8.count)) } ?? ""
      }
      return PodMention(
        namespace: member("Namespace:"), name: member("Name:"), uid: member("Uid:"))
    }
    if let behind = message.behind("adding pod "), behind.holds(" to CNI network") {
      let parts = behind.before(" ").split(separator: "_")
      if parts.count == 2 {
        return PodMention(namespace: String(parts[0]), name: String(parts[1]), uid: "")
      }
    }
    return PodMention(in: fields, or: message)
  }

  var reason: String {
    let isSandbox = message.holds("RunPodSandbox") || message.holds("to CNI network")
    if isSandbox { return "FailedCreatePodSandBox" }
    return message.holds("StopPodSandbox") ? "FailedKillPod" : "RuntimeError"
  }

  /// The words of the kubelet's event where it writes one about the same.
  var text: String {
    let error = fields["error"] ?? ""
    guard reason == "FailedCreatePodSandBox" else {
      return error.isEmpty ? message : "\(message): \(error)"
    }
    return "Failed to create pod sandbox: " + (error.isEmpty ? message : error)
  }

  /// The kubelet's event about a request that failed with this line.
  func statement(about subject: RuntimeRequests.Subject) -> (reason: String, message: String) {
    subject.container.isEmpty
      ? ("FailedCreatePodSandBox", "Failed to create pod sandbox: \(message)")
      : ("Failed", "Error: \(message)")
  }
}

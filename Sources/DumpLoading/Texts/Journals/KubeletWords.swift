/// What a line of the kubelet says, in the terms of the events that it writes about the same.
struct KubeletWords {
  /// One thing that the line says.
  struct Statement {
    var reason: String
    var message: String
    /// Empty when it is about the whole pod, or about the node.
    var container = ""
  }

  private let line: KlogLine
  private let error: String

  init(_ line: KlogLine) {
    self.line = line
    error = line.fields["err"] ?? line.fields["error"] ?? ""
  }

  /// The pod that the line is about.
  var pod: PodMention { PodMention(in: line.fields, or: text) }

  /// Nothing for lines that only inform.
  var statements: [Statement] {
    if let probe = failedProbe ?? oldFailedProbe { return [probe] }
    if let eviction = evictionThreshold { return [eviction] }
    guard line.severity != .info else { return [] }
    if let start = failedStart { return [start] }
    let failures = SyncFailure.all(in: text)
    guard failures.isEmpty else {
      return failures.map {
        Statement(reason: $0.reason, message: $0.message, container: $0.container)
      }
    }
    return [volume ?? sandbox ?? (pod.isKnown ? other : node)]
  }

  private var text: String { error.isEmpty ? line.message : error }

  /// `"Probe failed" probeType="Readiness" ...`, which the kubelet logs as information.
  private var failedProbe: Statement? {
    guard line.message == "Probe failed" || line.message == "Probe errored",
      let type = line.fields["probeType"]
    else { return nil }
    let output = line.fields["output"] ?? error
    let verb = line.message == "Probe failed" ? "failed" : "errored"
    return Statement(
      reason: "Unhealthy", message: "\(type) probe \(verb): \(output)",
      container: line.fields["containerName"] ?? "")
  }

  /// The same before structured logging: `Readiness probe for "web_shop(UID):app" failed (failure): ...`.
  private var oldFailedProbe: Statement? {
    guard let (type, behind) = line.message.cut(at: " probe for \""), type.utf8.count < 12,
      let container = behind.behind("):")?.before("\""),
      let output = behind.behind("\" failed (failure): ")
    else { return nil }
    return Statement(
      reason: "Unhealthy", message: "\(type) probe failed: \(output)",
      container: String(container))
  }

  private var evictionThreshold: Statement? {
    guard line.source == "eviction_manager.go",
      let start = line.message.lowercased().behind("attempting to reclaim")
    else { return nil }
    let resource = line.fields["resourceName"] ?? String(start.drop { $0 == " " })
    return Statement(reason: "EvictionThresholdMet", message: "Attempting to reclaim \(resource)")
  }

  /// `container &Container{Name:app,...} start failed in pod web_shop(UID): ErrImagePull: ...`, whose list of
  /// fields, values of variables among them, is left out.
  private var failedStart: Statement? {
    guard let (before, behind) = text.cut(at: " start failed in pod "),
      let (error, words) = behind.cut(at: "): ")?.behind.cut(at: ": ")
    else { return nil }
    let name = before.behind("&Container{Name:")?.before(",") ?? ""
    let failure = SyncFailure(
      action: "StartContainer", target: String(name), error: String(error), text: String(words))
    return Statement(
      reason: failure.reason, message: failure.message, container: failure.container)
  }

  private var volume: Statement? {
    let words = text.behind("Error: ").map(String.init) ?? text
    let reasons: [(StaticString, String)] = [
      ("UnmountVolume.", "FailedUnMount"), ("UnmountDevice", "FailedUnMount"),
      ("MountVolume.", "FailedMount"), ("UnmapVolume.", "FailedUnMount"),
      ("MapVolume.", "FailedMapVolume"), ("AttachVolume.", "FailedAttachVolume"),
      ("unmounted volumes=", "FailedMount"),
    ]
    guard let reason = reasons.first(where: { words.holds($0.0) })?.1 else { return nil }
    let message =
      words.hasPrefix("unmounted volumes=") ? "Unable to attach or mount volumes: \(words)" : words
    return Statement(reason: reason, message: Self.withoutNames(message))
  }

  /// The words without the volume's and pod's names in brackets, as the event has them.
  private static func withoutNames(_ words: String) -> String {
    guard let (before, behind) = words.cut(at: " (UniqueName: "),
      let says = behind.behind("(UID: \"")?.behind("\")")
    else { return words }
    return String(before + says)
  }

  private var sandbox: Statement? {
    if line.message.holds("CreatePodSandbox") || line.message.holds("create sandbox") {
      return Statement(
        reason: "FailedCreatePodSandBox", message: "Failed to create pod sandbox: \(text)")
    }
    guard line.message.holds("StopPodSandbox") || line.message.holds("killPodWithSyncResult")
    else { return nil }
    return Statement(reason: "FailedKillPod", message: "error killing pod: \(text)")
  }

  private var other: Statement {
    let isPull = line.message.holds("pull image") || line.message.holds("PullImage")
    if isPull, !error.isEmpty {
      return Statement(
        reason: "Failed", message: "Failed to pull image: \(error)",
        container: line.fields["containerName"] ?? "")
    }
    return Statement(
      reason: "FailedSync", message: sentence, container: line.fields["containerName"] ?? "")
  }

  private var node: Statement {
    let reasons: [(StaticString, String)] = [
      ("network not ready", "NetworkNotReady"),
      ("Image garbage collection failed", "ImageGCFailed"),
      ("garbage collect required amount", "FreeDiskSpaceFailed"),
      ("Container garbage collection failed", "ContainerGCFailed"),
      ("invalid capacity", "InvalidDiskCapacity"),
    ]
    let reason = reasons.first { line.message.holds($0.0) || error.holds($0.0) }?.1
    return Statement(reason: reason ?? "KubeletError", message: sentence)
  }

  /// The message with the error behind it.
  private var sentence: String {
    let detail = error.isEmpty ? line.fields["networkReady"] ?? "" : error
    return detail.isEmpty ? line.message : "\(line.message): \(detail)"
  }
}

/// What the kernel says when it ends a process because memory is short.
///
/// It names the control group, and so the pod, in another line than the process.
struct KernelWords {
  /// A process that was killed.
  struct Killing {
    /// The pod's id; empty when the whole node was out of memory.
    var podUID: String
    var message: String
  }

  /// The pod whose control group was told of last.
  private var podUID = ""

  /// Whether a line may be one of these.
  static func speaks(_ text: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: text.prefix(400), as: UTF8.self)
    return text.holds("oom-kill:") || text.holds("ut of memory: Kill")
      || text.holds("invoked oom-killer") || text.hasPrefix("Task in /kubepods")
      || text.hasPrefix("Killed process ")
  }

  /// Takes a line; the killing that it completes.
  mutating func take(_ text: ArraySlice<UInt8>) -> Killing? {
    let text = String(decoding: text.prefix(2048), as: UTF8.self)
    if text.holds("invoked oom-killer") { podUID = "" }
    if let group = text.behind("task_memcg=") ?? text.behind("Task in ") {
      podUID = Self.podUID(in: group.before(","))
    }
    if text.hasPrefix("Memory cgroup out of memory: Killed process ") {
      return Killing(podUID: podUID, message: text)
    }
    guard text.hasPrefix("Out of memory: Killed process "),
      let process = text.behind("Killed process ")
    else { return nil }
    let (id, name) = (process.before(" "), process.behind("(")?.before(")") ?? "")
    return Killing(
      podUID: "", message: "System OOM encountered, victim process: \(name), pid: \(id)")
  }

  /// The id in `/kubepods/burstable/podUID/...` or `kubepods-burstable-podUID.slice`, where it bears
  /// underscores.
  private static func podUID(in group: Substring) -> String {
    var rest = group
    while let behind = rest.behind("pod") {
      let id = behind.prefix { $0.isHexDigit || $0 == "-" || $0 == "_" }
      let uid = String(id).split(separator: "_").joined(separator: "-")
      if PodMention.isUID(uid[...]) { return uid }
      rest = behind
    }
    return ""
  }
}

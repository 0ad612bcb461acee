extension JournalReader {
  /// Notes what an entry says.
  mutating func note(_ record: JournalRecord, at line: Int, block: String) {
    switch record.program {
    case .other: return
    case .kernel: noteKernel(record, at: line)
    case .kubelet, .containerd, .crio, .untold:
      if let severity = KlogLine.severity(of: record.text) {
        // Most lines only inform, and need not be taken apart.
        guard severity != .info || KlogLine.mayMatter(record.text) else { return }
        noteKubelet(record, at: line, block: block)
      } else if let words = RuntimeWords(record.text) {
        if words.isFailure {
          noteRuntime(words, record, at: line)
        } else if RuntimeRequests.mayBegin(with: record.text) {
          requests.note(words)
        }
      }
    }
  }

  private mutating func noteKubelet(_ record: JournalRecord, at line: Int, block: String) {
    guard let klog = KlogLine(record.text, block: block) else { return }
    let words = KubeletWords(klog)
    let pod = words.pod
    for statement in words.statements {
      let subject = JournalNote.Subject(pod, container: statement.container, on: record.host)
      guard let subject else { continue }
      digest.add(
        JournalNote(
          identity: .init(
            subject: subject, reason: statement.reason, message: statement.message),
          component: "kubelet", host: record.host, time: record.time ?? klog.time(by: clock),
          line: line))
    }
  }

  private mutating func noteRuntime(_ words: RuntimeWords, _ record: JournalRecord, at line: Int) {
    let asked = words.isError && !words.pod.isKnown ? requests[words] : nil
    let subject = JournalNote.Subject(
      asked?.pod ?? words.pod, container: asked?.container ?? "", on: record.host)
    guard let subject else { return }
    let says = asked.map(words.statement) ?? (reason: words.reason, message: words.text)
    let component = if case .crio = record.program { "crio" } else { "containerd" }
    digest.add(
      JournalNote(
        identity: .init(subject: subject, reason: says.reason, message: says.message),
        component: component, host: record.host, time: words.time ?? record.time, line: line))
  }

  private mutating func noteKernel(_ record: JournalRecord, at line: Int) {
    guard let killing = kernel.take(record.text) else { return }
    let pod = PodMention(namespace: "", name: "", uid: killing.podUID)
    guard let subject = JournalNote.Subject(pod, container: "", on: record.host) else { return }
    digest.add(
      JournalNote(
        identity: .init(
          subject: subject, reason: pod.isKnown ? "OOMKilling" : "SystemOOM",
          message: killing.message),
        component: "kernel", host: record.host, time: record.time, line: line))
  }
}

extension JournalNote.Subject {
  /// The pod, or the node where no pod is named; nil when neither is known.
  fileprivate init?(_ pod: PodMention, container: String, on host: String) {
    guard pod.isKnown || !host.isEmpty else { return nil }
    self =
      pod.isKnown
      ? .pod(namespace: pod.namespace, name: pod.name, uid: pod.uid, container: container)
      : .node(host)
  }
}

extension KlogLine {
  /// Whether a line that only informs may yet tell of a failed probe or an eviction.
  fileprivate static func mayMatter(_ text: ArraySlice<UInt8>) -> Bool {
    let head = String(decoding: text.prefix(160), as: UTF8.self)
    return head.holds("prober.go") || head.holds("eviction_manager.go")
  }
}

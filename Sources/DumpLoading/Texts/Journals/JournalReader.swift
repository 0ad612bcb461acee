import KubernetesModel

/// Reads what a node's kubelet, container runtime and kernel logged, as evidence for the pods and nodes it names.
struct JournalReader {
  /// The most lines of one entry; stack traces are longer, and say no more.
  private static let longestBlock = 60
  static let longestLine = 16_384

  let clock: JournalClock
  private let isNamedAfterKubelet: Bool
  var kernel = KernelWords()
  var requests = RuntimeRequests()
  var digest = JournalDigest()

  private init(file: String, present: TextPresent) {
    clock = JournalClock(present: present)
    isNamedAfterKubelet = file.lowercased().holds("kubelet")
  }

  /// Reads the journal that the lines begin with; nil when the first line belongs to none.
  ///
  /// - Parameters:
  ///   - lines: the text from there to its end.
  ///   - file: the text's name.
  ///   - present: the time by which years are told, which journals leave out.
  ///   - namespace: not needed, because journals name the namespaces of pods.
  /// - Returns: the events that the journal tells of, and how long it is.
  static func read(
    _ lines: ArraySlice<TextLine>, file: String, present: TextPresent, namespace: String
  ) -> TextReading? {
    var reader = JournalReader(file: file, present: present)
    guard let first = lines.first, reader.begins(with: first.bytes) else { return nil }
    var rest = lines
    while let line = rest.first, reader.isPart(line.bytes, before: rest.dropFirst()) {
      rest = reader.take(from: rest)
    }
    return reader.reading(of: lines.count - rest.count, file: file)
  }

  /// Whether a file is a journal, as its first lines tell.
  static func isJournal(_ lines: [TextLine], file: String, present: TextPresent) -> Bool {
    let reader = JournalReader(file: file, present: present)
    return lines.prefix(8).contains { reader.begins(with: $0.bytes) }
  }

  /// Reads a file that is known to be a journal; lines of another form are passed over.
  static func read(whole journal: JournalFile, present: TextPresent) -> TextReading {
    var reader = JournalReader(file: journal.path, present: present)
    journal.forEachStretch { lines, isLast in
      var rest = lines
      // An entry and the lines that belong to it stay together.
      while isLast ? !rest.isEmpty : rest.count > longestBlock + 1 {
        rest = reader.take(from: rest)
      }
      return rest
    }
    return reader.reading(of: 0, file: journal.path)
  }

  private func reading(of count: Int, file: String) -> TextReading {
    TextReading(objects: digest.events(file: file), lineCount: count)
  }

  /// Takes an entry with the lines that belong to it, and says what is left.
  private mutating func take(from lines: ArraySlice<TextLine>) -> ArraySlice<TextLine> {
    guard let line = lines.first else { return lines }
    var rest = lines.dropFirst()
    let record = JournalRecord(line.bytes.prefix(Self.longestLine), clock: clock)
    var block: [String] = []
    if record.text.suffix(2).elementsEqual("=<".utf8) {
      while let next = rest.first, block.count < Self.longestBlock {
        rest = rest.dropFirst()
        let text = next.bytes.prefix(Self.longestLine).drop { $0.isBlank }
        if text.elementsEqual(">".utf8) { break }
        block.append(String(decoding: text, as: UTF8.self))
      }
    }
    note(record, at: line.number, block: block.joined(separator: "\n"))
    return rest
  }
}

extension JournalReader {
  /// Whether a text that begins with this line is a journal.
  private func begins(with line: ArraySlice<UInt8>) -> Bool {
    let record = JournalRecord(line.prefix(Self.longestLine), clock: clock)
    switch record.program {
    case .kubelet, .containerd, .crio: return true
    case .kernel: return KernelWords.speaks(record.text)
    case .other: return false
    case .untold: break
    }
    if line.starts(with: "-- Logs begin at".utf8) || line.starts(with: "-- Journal begins".utf8) {
      return true
    }
    if let klog = KlogLine(record.text) {
      return isNamedAfterKubelet || klog.isOfKubelet
    }
    return RuntimeWords(record.text).map { $0.isOfRuntime } ?? false
  }

  /// Whether the journal goes on with this line: an entry, or a line that belongs to the one before.
  private func isPart(_ line: ArraySlice<UInt8>, before rest: ArraySlice<TextLine>) -> Bool {
    if isEntry(line) { return true }
    guard let next = rest.first else { return false }
    let isContinuation = line.first?.isBlank ?? true
    return isContinuation && (isEntry(next.bytes) || next.bytes.first?.isBlank == true)
  }

  private func isEntry(_ line: ArraySlice<UInt8>) -> Bool {
    let record = JournalRecord(line.prefix(Self.longestLine), clock: clock)
    return record.isSigned || KlogLine.severity(of: record.text) != nil
      || RuntimeWords.isLogfmt(record.text) || line.starts(with: "-- ".utf8)
  }
}

extension KlogLine {
  private static let kubeletSources: Set<String> = [
    "pod_workers.go", "remote_runtime.go", "remote_image.go", "nestedpendingoperations.go",
    "operation_generator.go", "operation_executor.go", "reconciler.go", "reconciler_common.go",
    "eviction_manager.go", "image_gc_manager.go", "status_manager.go", "container_manager_linux.go",
    "desired_state_of_world_populator.go", "pod_container_deletor.go",
    "pod_startup_latency_tracker.go",
    "prober.go", "prober_manager.go", "worker.go", "scope.go", "log.go", "util.go", "generic.go",
  ]

  /// Whether the line is one of the kubelet, as its source file or the pod it names tells.
  fileprivate var isOfKubelet: Bool {
    source.hasPrefix("kubelet") || source.hasPrefix("kuberuntime")
      || Self.kubeletSources.contains(source) && (fields["pod"] != nil || fields["err"] != nil)
      || fields["podUID"] != nil
  }
}

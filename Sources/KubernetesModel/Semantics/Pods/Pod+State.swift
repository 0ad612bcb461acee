extension Pod {
  /// The first condition of a type; nil when the status does not tell.
  package func condition(_ type: String) -> PodCondition? {
    status.conditions.first { $0.type == type }
  }

  /// Whether a condition is reported as true.
  package func isConditionTrue(_ type: String) -> Bool {
    condition(type)?.status == "True"
  }

  /// Whether the pod has ended for good: it holds no node resources any more.
  package var isTerminal: Bool { status.phase == "Succeeded" || status.phase == "Failed" }

  /// Whether the scheduler still has to choose a node for it.
  package var waitsForNode: Bool { spec.nodeName.isEmpty && !isTerminal }

  /// Whether deletion has been asked for.
  package var isTerminating: Bool { metadata.deletionTimestamp != nil }

  /// Whether services send the pod traffic.
  package var isReady: Bool { isConditionTrue("Ready") }

  /// Whether scheduling has not been allowed to begin.
  package var isSchedulingGated: Bool { !spec.schedulingGates.isEmpty }

  /// The priority that admission resolved, else zero.
  package var effectivePriority: Int32 { spec.priority ?? 0 }

  /// Whether kubelet runs the pod from a file on the node and this is its mirror.
  package var isMirror: Bool { metadata.annotations["kubernetes.io/config.mirror"] != nil }

  /// Whether kubelet may not wait or evict for others: the two highest priorities, and what runs from files.
  package var isCritical: Bool {
    let source = metadata.annotations["kubernetes.io/config.source"] ?? "api"
    return source != "api" || isMirror || effectivePriority >= 2_000_000_000
  }
}

extension ObjectMeta {
  /// The owner that manages the object; nil when nothing does.
  package var controller: OwnerReference? {
    ownerReferences.first { $0.controller == true }
  }
}

extension Timestamp? {
  /// Whether a time is absent or Go's zero time, which the API treats alike.
  package var isZeroTime: Bool {
    guard let self else { return true }
    return self.seconds == -62_135_596_800 && self.nanoseconds == 0
  }
}

import Basics

/// The text of a FailedScheduling event or PodScheduled condition of Kubernetes 1.21 to 1.36, taken apart and
/// put into the words of 1.36.
struct SchedulerSentence: Hashable, Sendable {
  /// How many nodes there were.
  var nodes: Int
  /// How many nodes bear each reason; a reason of the pod as a whole has no count.
  var counts: [String: Int] = [:]
  var podReasons: [String] = []
  /// Whether words of an earlier release were put into today's.
  var isOfEarlierRelease = false

  /// Nil for a text of another form.
  init?(_ text: String) {
    let text = text.droppingPrefix("(combined from similar events): ")
    guard text.hasPrefix("0/"), let end = text.range(of: " nodes are available: "),
      let nodes = Int(text[text.index(text.startIndex, offsetBy: 2)..<end.lowerBound])
    else { return nil }
    self.nodes = nodes
    for clause in Self.clauses(of: Self.filterPart(of: text[end.upperBound...])) { take(clause) }
    if podReasons.isEmpty, counts.count == 1, let (reason, count) = counts.first, count == nodes,
      Self.isOfWholePod(reason)
    {
      // Until 1.25 PreFilter's text was counted on every node.
      (counts, podReasons, isOfEarlierRelease) = ([:], [reason], true)
    }
  }

  /// Cuts off what PostFilter added.
  private static func filterPart(of text: Substring) -> Substring {
    var end = text.endIndex
    for mark in [
      ". preemption: ", ". no new claims", ". still not schedulable", ". not found",
      ". deallocation of", ". deletion of",
    ] {
      if let range = text.range(of: mark), range.lowerBound < end { end = range.lowerBound }
    }
    var part = text[..<end]
    while part.last == "." || part.last == " " { part = part.dropLast() }
    return part
  }

  /// Cuts before each count; a clause may hold commas itself.
  private static func clauses(of text: Substring) -> [Substring] {
    var clauses: [Substring] = []
    for piece in text.split(separator: ", ", omittingEmptySubsequences: true) {
      if let last = clauses.last, !piece.startsWithCount {
        clauses[clauses.count - 1] = text[last.startIndex..<piece.endIndex]
      } else {
        clauses.append(piece)
      }
    }
    return clauses
  }

  private mutating func take(_ clause: Substring) {
    guard clause.startsWithCount, let space = clause.firstIndex(of: " "),
      let count = Int(clause[..<space])
    else {
      podReasons.append(String(clause))
      return
    }
    let said = String(clause[clause.index(after: space)...])
    let reason = Self.inTodaysWords(said)
    if reason != said { isOfEarlierRelease = true }
    counts[reason, default: 0] += count
  }

  /// What 1.36 says where an earlier release said `reason`.
  private static func inTodaysWords(_ reason: String) -> String {
    if reason.hasPrefix("node(s) had untolerated taint {")
      || reason.hasPrefix("node(s) had taint {")
    {
      return "node(s) had untolerated taint(s)"
    }
    return earlierWords[reason] ?? reason
  }

  private static let earlierWords = [
    "node(s) didn't match node selector": "node(s) didn't match Pod's node affinity/selector",
    "node(s) didn't match pod affinity/anti-affinity rules":
      "node(s) didn't match pod anti-affinity rules",
    "node(s) didn't match pod affinity/anti-affinity":
      "node(s) didn't match pod anti-affinity rules",
    "node(s) had volume node affinity conflict":
      "node(s) didn't match PersistentVolume's node affinity",
    "node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode":
      "node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already "
      + "in-use by another pod",
  ]

  private static func isOfWholePod(_ reason: String) -> Bool {
    reason.hasPrefix("pod has unbound immediate") || reason.hasPrefix("persistentvolumeclaim \"")
      || reason.hasPrefix("waiting for ephemeral volume controller")
      || reason.hasPrefix("pod affinity terms conflict")
  }
}

extension SchedulerSentence {
  /// `2 Insufficient cpu, 1 node(s) were unschedulable`, in the scheduler's order.
  var summary: String {
    (podReasons + (counts.isEmpty ? [] : [histogram(of: counts)])).joined(separator: ", ")
  }

  /// Whether both say the same of the same nodes; until 1.31 nodes that PreFilter left out went unmentioned.
  func agrees(with other: SchedulerSentence) -> Bool {
    guard nodes == other.nodes, podReasons == other.podReasons else { return false }
    return counts == other.counts || counts == other.countsOfFilteredNodes
  }

  private var countsOfFilteredNodes: [String: Int] {
    counts.filter { !$0.key.hasPrefix("node(s) didn't satisfy plugin") }
  }
}

extension StringProtocol {
  fileprivate var startsWithCount: Bool {
    guard let space = firstIndex(of: " "), space > startIndex else { return false }
    return self[..<space].utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

extension String {
  fileprivate func droppingPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}

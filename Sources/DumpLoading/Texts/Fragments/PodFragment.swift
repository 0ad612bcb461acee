import Provenance

/// Tells whether part of a manifest is that of a pod.
enum PodFragment {
  /// Much else has containers, but only a pod reports on them; its specification is told by what only nodes and schedulers
  /// read.
  static func isShown(_ tree: FragmentTree) -> Bool {
    let reports = ["containerStatuses", "initContainerStatuses"].flatMap {
      tree["status"]?[$0]?.elements ?? []
    }
    if reports.contains(where: isReport) { return true }
    let containers = tree["spec"]?["containers"]?.elements ?? []
    return !containers.isEmpty
      && containers.allSatisfy { $0["name"]?.string != nil && $0["image"]?.string != nil }
      && ownFields.contains { tree["spec"]?[$0] != nil }
  }

  private static let ownFields = [
    "nodeName", "dnsPolicy", "schedulerName", "terminationGracePeriodSeconds", "enableServiceLinks",
    "preemptionPolicy",
  ]

  private static func isReport(_ item: FragmentTree) -> Bool {
    item["name"]?.string != nil
      && (item["state"] != nil || item["lastState"] != nil || item["restartCount"] != nil)
  }

  /// The status of a part, with the readiness that its reports tell where the conditions are missing; nil where it shows
  /// neither, so that nobody knows how the pod fares.
  static func status(_ status: FragmentTree?) -> FragmentTree? {
    guard let status else { return nil }
    let conditions = status["conditions"]?.elements ?? []
    let reports = status["containerStatuses"]?.elements ?? []
    if conditions.contains(where: { $0["type"]?.string == "Ready" }) { return status }
    guard !reports.isEmpty else {
      return conditions.isEmpty && status["reason"] == nil ? nil : status
    }
    let isReady = reports.allSatisfy { $0["ready"]?.bool == true }
    let told = ["ContainersReady", "Ready"].map { type in
      condition(type, isReady ? "True" : "False", at: reports[0].mark)
    }
    let mark = status["conditions"]?.mark ?? reports[0].mark
    let entry = FragmentTree.Entry(
      key: "conditions", mark: mark, value: .sequence(conditions + told, at: mark))
    return .mapping(status.entries.filter { $0.key != "conditions" } + [entry], at: status.mark)
  }

  private static func condition(_ type: String, _ status: String, at mark: Mark) -> FragmentTree {
    .mapping(
      [
        .init(key: "type", mark: mark, value: .text(type, at: mark)),
        .init(key: "status", mark: mark, value: .text(status, at: mark)),
      ], at: mark)
  }
}

import KubernetesModel
import Provenance
import Scheduling

/// Asks what the API server asks before a pod is made: limit ranges, Pod Security and quotas.
struct FitAdmission: Sendable {
  private let ranges: [String: [LimitRange]]
  private let levels: [String: PodSecurityLevel]
  private var ledger: QuotaLedger

  /// - Parameters:
  ///   - snapshot: the cluster, manifests included.
  ///   - outgoing: pods that go before the new ones are made.
  init(in snapshot: ClusterSnapshot, without outgoing: [Pod]) {
    ranges = Dictionary(
      grouping: snapshot.limitRanges.map(\.withDefaults), by: \.metadata.namespace)
    levels = Dictionary(
      snapshot.namespaces.map { ($0.metadata.name, PodSecurityLevel(labels: $0.metadata.labels)) },
      uniquingKeysWith: { $1 })
    ledger = QuotaLedger(snapshot.resourceQuotas)
    for pod in outgoing { ledger.remove(pod) }
  }

  /// Lets a pod in, or says all for which it is refused.
  mutating func refusals(of pod: Pod, from origin: PodOrigin) -> [AdmissionRefusal] {
    let refusals = limitRangeRefusals(of: pod, origin) + securityRefusals(of: pod, origin)
    guard refusals.isEmpty else { return refusals }
    guard let refusal = ledger.admit(pod) else { return [] }
    let quota = ObjectReference(
      kind: ResourceQuota.kind, namespace: pod.metadata.namespace, name: refusal.quota)
    let isAboutTemplate = refusal.cause == "quota-must-specify-limits"
    let field = isAboutTemplate ? "spec.containers[0].resources" : "spec"
    return [
      AdmissionRefusal(
        cause: refusal.cause, says: refusal.says, field: origin.field(field).field, object: quota)
    ]
  }

  private func limitRangeRefusals(of pod: Pod, _ origin: PodOrigin) -> [AdmissionRefusal] {
    (ranges[pod.metadata.namespace] ?? []).flatMap { range in
      LimitRangeVerdict(on: pod, by: range).complaints.map { complaint in
        AdmissionRefusal(
          cause: "limitrange-violation", says: complaint.says,
          field: origin.field(complaint.field).field,
          object: ObjectReference(
            kind: LimitRange.kind, namespace: pod.metadata.namespace, name: range.metadata.name))
      }
    }
  }

  private func securityRefusals(of pod: Pod, _ origin: PodOrigin) -> [AdmissionRefusal] {
    guard let level = levels[pod.metadata.namespace] else { return [] }
    let verdict = PodSecurityVerdict(on: pod, at: level)
    guard let first = verdict.complaints.first else { return [] }
    return [
      AdmissionRefusal(
        cause: "pod-security-violation",
        says: "violates PodSecurity \"\(level.description)\": \(verdict.says)",
        field: origin.field(first.field).field,
        object: ObjectReference(kind: Namespace.kind, name: pod.metadata.namespace))
    ]
  }
}

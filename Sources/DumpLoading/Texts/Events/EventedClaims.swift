import Findings
import KubernetesModel
import Provenance
import YAML

/// The claims that only events tell of, in a dump that shows none: those whose newest events say that they get no
/// volume.
///
/// Of all others nothing is said, since events do not tell whether a claim has its volume by now.
struct EventedClaims {
  private(set) var claims: [LoadedObject] = []

  /// Failures are told again every few minutes; what was silent for longer than this may be over.
  private static let longestSilence: Int64 = 900
  /// A provisioner that has been waited for longer than this does not answer.
  private static let patience: Int64 = 60

  init(in snapshot: ClusterSnapshot) {
    guard !snapshot.holds(kind: PersistentVolumeClaim.kind) else { return }
    let telling = snapshot.events.filter {
      $0.involvedObject.kind == PersistentVolumeClaim.kind && !$0.involvedObject.name.isEmpty
    }
    guard !telling.isEmpty else { return }
    let newest = snapshot.events.map(\.secondsOfLast).max() ?? 0
    let groups = Dictionary(grouping: telling) { event in
      ObjectReference(
        kind: PersistentVolumeClaim.kind, namespace: event.involvedObject.namespace,
        name: event.involvedObject.name)
    }
    for (claim, events) in groups.sorted(by: { $0.key < $1.key })
    where !snapshot.hasDocument(of: claim) {
      guard let failure = Self.failure(among: events, before: newest) else { continue }
      let reference = ObjectReference(
        kind: Event.kind, namespace: failure.metadata.namespace, name: failure.metadata.name)
      let document = Self.document(failure, events, at: snapshot.place(of: reference))
      claims.append(
        LoadedObject(
          decoding: document.root, apiVersion: PersistentVolumeClaim.apiVersion,
          kind: PersistentVolumeClaim.kind, origin: .text))
    }
  }

  /// The newest event that says why there is no volume, unless there was one after it.
  private static func failure(among events: [Event], before newest: Int64) -> Event? {
    let failures = events.filter(isFailure)
    guard let last = failures.max(by: { $0.secondsOfLast < $1.secondsOfLast }),
      last.lastSeen == nil || newest &- last.secondsOfLast <= longestSilence,
      !events.contains(where: {
        $0.reason == "ProvisioningSucceeded" && $0.secondsOfLast >= last.secondsOfLast
      })
    else { return nil }
    return last
  }

  private static func isFailure(_ event: Event) -> Bool {
    switch event.reason {
    case "ProvisioningFailed", "FailedBinding": return true
    case "ExternalProvisioning":
      guard let first = event.firstTimestamp?.seconds else { return false }
      return event.secondsOfLast &- first > patience
    default: return false
    }
  }
}

extension Event {
  /// When it was seen last; events that do not tell it come first.
  fileprivate var secondsOfLast: Int64 { lastSeen?.seconds ?? 0 }
}

extension EventedClaims {
  private static func document(
    _ failure: Event, _ events: [Event], at place: Place?
  ) -> Document {
    var builder = DocumentBuilder(
      file: place?.file ?? "", at: place?.mark ?? Mark(line: 1, column: 1))
    let messages = events.map(\.message)
    let provisioner = messages.compactMap(Self.provisioner(in:)).first
    builder.mapping { claim in
      claim.field("apiVersion", PersistentVolumeClaim.apiVersion)
      claim.field("kind", PersistentVolumeClaim.kind)
      claim.mapping("metadata") { metadata in
        metadata.field("name", failure.involvedObject.name)
        metadata.fill("namespace", failure.involvedObject.namespace)
        metadata.fill("uid", failure.involvedObject.uid)
        guard let provisioner else { return }
        metadata.mapping("annotations") {
          $0.field("volume.kubernetes.io/storage-provisioner", provisioner)
        }
      }
      claim.mapping("spec") { spec in
        spec.fill("storageClassName", messages.compactMap(Self.className(in:)).first ?? "")
      }
      claim.mapping("status") { $0.field("phase", "Pending") }
    }
    return builder.finish()
  }

  /// `storageclass.storage.k8s.io "fast" not found`, `failed to provision volume with StorageClass "fast": …`.
  private static func className(in message: String) -> String? {
    let quoted =
      message.behind("with StorageClass \"") ?? message.behind("storageclass.storage.k8s.io \"")
    return quoted.map { String($0.before("\"")) }
  }

  /// `… by external provisioner "ebs.csi.aws.com" or …`, since 1.27 `… the external provisioner 'ebs.csi.aws.com'`.
  private static func provisioner(in message: String) -> String? {
    guard let quoted = message.behind("external provisioner ")?.dropFirst() else { return nil }
    let name = quoted.prefix { $0 != "\"" && $0 != "'" && $0 != " " }
    return name.isEmpty ? nil : String(name)
  }
}

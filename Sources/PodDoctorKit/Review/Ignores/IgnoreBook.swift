import Findings
import Provenance

/// All that silences findings, and what of it is of use.
struct IgnoreBook: Sendable {
  /// Ignores of a configuration, which may mean any object.
  private let general: [Ignore]
  /// Ignores that annotations of an object state.
  private let annotations: [ObjectReference: [Ignore]]
  /// Ignores that comments in a file state.
  private let comments: [String: [Ignore]]
  private let today: String?

  init(
    general: [Ignore], annotations: [ObjectReference: [Ignore]], comments: [Ignore], today: String?
  ) {
    self.general = general
    self.annotations = annotations
    self.comments = Dictionary(grouping: comments, by: \.place.file)
    self.today = today
  }

  /// The findings, of which some do not count any more, and what is to be said about the ignores.
  func applied(to findings: [ReviewFinding], among set: ManifestSet) -> [ReviewFinding] {
    guard !general.isEmpty || !annotations.isEmpty || !comments.isEmpty else { return findings }
    var used: Set<Place> = []
    let findings = findings.map { finding in
      guard finding.counts else { return finding }
      let covering = ignores(for: finding)
      used.formUnion(covering.map(\.place))
      guard let ignore = covering.first(where: { !$0.hasExpired(on: today) }) else {
        return finding
      }
      var finding = finding
      finding.suppressed = ignore.suppression
      return finding
    }
    return findings + remarks(used: used, among: set)
  }

  private func ignores(for finding: ReviewFinding) -> [Ignore] {
    let candidates =
      general + (annotations[finding.object] ?? []) + (comments[finding.place.file] ?? [])
    return candidates.filter { $0.covers(finding) }
  }

  /// What is to be said of ignores that have expired, and of those that silence nothing.
  private func remarks(used: Set<Place>, among set: ManifestSet) -> [ReviewFinding] {
    let seen = general.filter { ignore in
      set.manifests.contains { ignore.concerns($0.reference, in: $0.place) }
    }
    let byObject = annotations.sorted { $0.key < $1.key }.flatMap(\.value)
    let byFile = comments.sorted { $0.key < $1.key }.flatMap(\.value)
    return (seen + byObject + byFile).compactMap { ignore in
      if ignore.hasExpired(on: today) { return IgnoreRemark.expired(ignore) }
      return ignore.isForOthers || used.contains(ignore.place) ? nil : IgnoreRemark.unused(ignore)
    }
  }
}

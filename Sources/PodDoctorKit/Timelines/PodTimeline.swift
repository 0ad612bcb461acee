import Findings
import KubernetesModel
import Provenance
import RuleEngine

/// The story of one pod: what its conditions, its containers, its deletion, its events and its node tell.
struct PodTimeline {
  /// The most entries of a timeline; more are left out in the middle.
  static let mostEntries = 40
  /// How many of them come from the beginning.
  private static let firstEntries = 12
  /// Seconds without any word after which something may be missing.
  private static let silence: Double = 600

  private let pod: PodCase

  init(of pod: PodCase) {
    self.pod = pod
  }

  func timeline() -> Timeline {
    let moments = moments().sorted(by: Moment.precedes)
    guard moments.count > Self.mostEntries else {
      return Timeline(of: pod.reference, entries: entries(of: moments[...]))
    }
    var last = entries(of: moments.suffix(Self.mostEntries - Self.firstEntries))
    last[0].skipped = moments.count - Self.mostEntries
    return Timeline(
      of: pod.reference, entries: entries(of: moments.prefix(Self.firstEntries)) + last)
  }

  private func moments() -> [Moment] {
    EventMoments(of: pod).all + StatusMoments(of: pod).all + NodeMoments(of: pod).all
  }

  private func entries(of moments: ArraySlice<Moment>) -> [Timeline.Entry] {
    var latest: Timestamp?
    return moments.map { moment in
      let silence = latest.map { moment.time.seconds(since: $0) } ?? 0
      latest = max(latest ?? moment.last, moment.last)
      return Timeline.Entry(
        time: moment.time.description,
        until: moment.last > moment.time ? moment.last.description : nil, count: moment.count,
        says: moment.says, container: moment.container,
        gap: silence > Self.silence ? Int(clamping: Int64(silence)) : nil, place: moment.place)
    }
  }
}

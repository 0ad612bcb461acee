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
  /// Whether the dump tells when it was taken; else only how long before things happened means something.
  private let isDated: Bool

  init(of pod: PodCase, isDated: Bool = true) {
    self.pod = pod
    self.isDated = isDated
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
      let last = moment.last > moment.time ? moment.last : nil
      return Timeline.Entry(
        time: date(moment.time), until: last.flatMap(date), ago: age(of: moment.time),
        lastAgo: last.flatMap(age), count: moment.count, says: moment.says,
        container: moment.container,
        gap: silence > Self.silence ? Int(clamping: Int64(silence)) : nil, place: moment.place)
    }
  }

  private func date(_ time: Timestamp) -> String? { isDated ? time.description : nil }

  private func age(of time: Timestamp) -> Int? {
    guard !isDated, let age = pod.facts.age(of: time) else { return nil }
    return Int(clamping: Int64(max(0, age)))
  }
}

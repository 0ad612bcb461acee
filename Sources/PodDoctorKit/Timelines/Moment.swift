import Findings
import KubernetesModel
import Provenance
import RuleEngine

/// Something that happened to a pod at a known time, before it is put in order with the others.
struct Moment: Sendable {
  /// Where a moment stands among others of the same second: in the order in which a pod goes through them.
  enum Stage: Int, Comparable, Sendable {
    case created, scheduled, prepared, pulled, started, running, failing, ended, restarted, deleted,
      node

    static func < (one: Stage, other: Stage) -> Bool { one.rawValue < other.rawValue }
  }

  var time: Timestamp
  /// When it happened last; the same as `time` for what happened once.
  var last: Timestamp
  var count = 1
  var stage: Stage
  var says: String
  var container: String?
  var place: Place?

  init(
    _ time: Timestamp, last: Timestamp? = nil, count: Int = 1, _ stage: Stage, _ says: String,
    container: String? = nil, place: Place? = nil
  ) {
    self.time = time
    self.last = max(time, last ?? time)
    self.count = count
    self.stage = stage
    self.says = says
    self.container = container
    self.place = place
  }

  /// A total order of distinct moments.
  static func precedes(_ one: Moment, _ other: Moment) -> Bool {
    if one.time != other.time { return one.time < other.time }
    if one.stage != other.stage { return one.stage < other.stage }
    if one.container != other.container { return (one.container ?? "") < (other.container ?? "") }
    return one.says < other.says
  }
}

package import KubernetesModel

/// The time against which a text's ages ("5m ago") count.
package struct TextPresent: Sendable {
  package var time: Timestamp
  /// Whether the dump does not tell its time, so that only differences of times mean something.
  package var isNominal: Bool

  package init(time: Timestamp, isNominal: Bool) {
    self.time = time
    self.isNominal = isNominal
  }

  /// The present where nothing tells it: far from the times of any dump.
  static let nominal = TextPresent(time: Timestamp(seconds: 4_102_444_800), isNominal: true)

  /// The present of texts: what the user said it is, or else the newest time that is known.
  init(given: Timestamp?, newest: Timestamp?) {
    if let time = given ?? newest {
      self.init(time: time, isNominal: false)
    } else {
      self = .nominal
    }
  }
}

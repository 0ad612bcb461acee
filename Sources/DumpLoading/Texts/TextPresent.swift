import KubernetesModel

/// The time against which a text's ages ("5m ago") count.
struct TextPresent: Sendable {
  var time: Timestamp
  /// Whether the dump does not tell its time, so that only differences of times mean something.
  var isNominal: Bool
}

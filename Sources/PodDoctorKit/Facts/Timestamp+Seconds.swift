import KubernetesModel

extension Timestamp {
  /// Earlier than anything a cluster writes; sorts unknown times first.
  static let distantPast = Timestamp(seconds: -62_135_596_800)

  /// Seconds from `earlier` to this time; negative when this is the earlier one.
  func seconds(since earlier: Timestamp) -> Double {
    Double(seconds) - Double(earlier.seconds)
      + Double(nanoseconds - earlier.nanoseconds) / 1_000_000_000
  }

  /// This time moved by whole seconds.
  func adding(seconds count: Int) -> Timestamp {
    Timestamp(seconds: seconds &+ Int64(count), nanoseconds: nanoseconds)
  }
}

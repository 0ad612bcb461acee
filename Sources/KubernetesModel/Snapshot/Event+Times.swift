extension Event {
  /// When the event was first noted.
  package var firstSeen: Timestamp? {
    firstTimestamp ?? eventTime ?? metadata.creationTimestamp
  }

  /// When the event was last noted, by whichever of its fields says so.
  package var lastSeen: Timestamp? {
    [series?.lastObservedTime, lastTimestamp, eventTime, firstTimestamp].compactMap(\.self).max()
      ?? metadata.creationTimestamp
  }

  /// How often the event was noted; at least once.
  package var occurrences: Int {
    max(1, Int(series?.count ?? 0), Int(count))
  }
}

package import Provenance

/// What happened to an object, as the dump tells it, in order of time.
package struct Timeline: Hashable, Sendable {
  /// One thing that happened, or that happened again and again.
  package struct Entry: Hashable, Sendable {
    /// RFC 3339; nil where nothing in the dump tells when it was taken.
    package var time: String?
    /// When it happened last, where it happened more than once.
    package var until: String?
    /// Seconds from then to the taking of a dump that does not tell when that was.
    package var ago: Int?
    /// The same for the last time, where it happened more than once.
    package var lastAgo: Int?
    package var count: Int
    /// One clause, in the words of the dump where it has some.
    package var says: String
    /// The container that it happened to; nil when it concerns the whole object.
    package var container: String?
    /// Seconds since the entry before, where these are so many that something may be missing.
    package var gap: Int?
    /// How many entries were left out before this one; nil for none.
    package var skipped: Int?
    package var place: Place?

    package init(
      time: String?, until: String? = nil, ago: Int? = nil, lastAgo: Int? = nil, count: Int = 1,
      says: String, container: String? = nil, gap: Int? = nil, skipped: Int? = nil,
      place: Place? = nil
    ) {
      self.time = time
      self.until = until
      self.ago = ago
      self.lastAgo = lastAgo
      self.count = count
      self.says = says
      self.container = container
      self.gap = gap
      self.skipped = skipped
      self.place = place
    }
  }

  package var object: ObjectReference
  package var entries: [Entry]

  package init(of object: ObjectReference, entries: [Entry]) {
    self.object = object
    self.entries = entries
  }
}

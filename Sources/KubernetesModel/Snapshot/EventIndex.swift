import Basics
import Provenance

/// Where events stand among those of a snapshot, by the objects that they are about.
struct EventIndex: Sendable {
  /// An event's time, by which events are put in order.
  private struct Moment: Sendable {
    var time: Timestamp
    var place: Int
  }

  /// The places of the events, oldest first.
  private var order: [Int] = []
  /// Places in the order.
  private var references = PlaceIndex()
  private var uids = PlaceIndex()

  init() {}

  init(of events: [Event]) {
    var moments = events.indices.map { Moment(time: events[$0].lastSeen ?? .absent, place: $0) }
    moments.sort { $0.time == $1.time ? $0.place < $1.place : $0.time < $1.time }
    let order = moments.map(\.place)
    self.order = order
    references = PlaceIndex(count: order.count) { place in
      events[order[place]].involvedObject.subject.hashValue
    }
    uids = PlaceIndex(count: order.count) { place in
      let uid = events[order[place]].involvedObject.uid
      return uid.isEmpty ? nil : uid.hashValue
    }
  }

  /// The places in `events` of those about an object, oldest first.
  func places(about object: ObjectReference, in events: [Event]) -> [Int] {
    references.places(object.hashValue) { isMeant($0, in: events) { $0.isAbout(object) } }
      .map { order[$0] }
  }

  /// The places in `events` of those about the object with a uid, oldest first.
  func places(aboutUID uid: String, in events: [Event]) -> [Int] {
    uids.places(uid.hashValue) { isMeant($0, in: events) { $0.uid == uid } }
      .map { order[$0] }
  }

  private func isMeant(
    _ place: Int, in events: [Event], _ isMeant: (APIObjectReference) -> Bool
  ) -> Bool {
    let place = order[place]
    return events.indices.contains(place) && isMeant(events[place].involvedObject)
  }
}

extension APIObjectReference {
  /// The object that an event with this reference is about; a node is in no namespace, whatever its events say.
  fileprivate var subject: ObjectReference {
    ObjectReference(kind: kind, namespace: kind == Node.kind ? "" : namespace, name: name)
  }

  /// Whether that is the object; its name is compared first, since that tells most objects apart.
  fileprivate func isAbout(_ object: ObjectReference) -> Bool {
    name == object.name && kind == object.kind
      && (kind == Node.kind ? object.namespace.isEmpty : namespace == object.namespace)
  }
}

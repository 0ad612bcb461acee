import Basics
import Provenance
import YAML

/// What the objects of a dump were made from.
struct SourceIndex: Sendable {
  /// The document and the place of an object.
  struct Source: Sendable {
    var document: ObjectDocument
    var place: Place?
    var origin: LoadedObject.Origin
    /// Whether the object's kind has a struct.
    fileprivate var isTyped: Bool
  }

  /// The objects, sorted; two groups may share a kind, so that there may be two of one name.
  private(set) var references: [ObjectReference] = []
  private var sources: [Source] = []
  private var places = PlaceIndex()

  init() {}

  /// Sources of objects that come sorted.
  init(of objects: [LoadedObject]) {
    references = objects.map(\.reference)
    sources = objects.map { object in
      Source(
        document: object.document, place: object.place, origin: object.origin,
        isTyped: object.value != nil)
    }
    places = PlaceIndex(count: references.count) { [references] in references[$0].hashValue }
  }

  /// The source of an object; where two groups share its kind, the one with a struct is meant.
  subscript(object: ObjectReference) -> Source? {
    var found: Source?
    for place in places.places(object.hashValue, where: { references[$0] == object })
    where found == nil || sources[place].isTyped {
      found = sources[place]
    }
    return found
  }
}

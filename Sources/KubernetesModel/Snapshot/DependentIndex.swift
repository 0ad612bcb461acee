import Basics
import Provenance

/// Who belongs to whom, by the owners' names and uids.
struct DependentIndex: Sendable {
  /// That one object belongs to another.
  private struct Bond: Sendable {
    var dependent: ObjectReference
    var kind: String
    var name: String
    var uid: String
  }

  private var bonds: [Bond] = []
  /// Twice the place of a bond for an owner in the dependent's namespace, and one more for an owner in none.
  private var names = PlaceIndex()
  private var uids = PlaceIndex()

  init() {}

  /// The bonds of objects.
  init(of objects: [LoadedObject]) {
    for object in objects {
      for owner in object.owners {
        bonds.append(
          Bond(
            dependent: object.reference, kind: owner.kind, name: owner.name, uid: owner.uid))
      }
    }
    let bonds = bonds
    names = PlaceIndex(count: 2 * bonds.count) { place in
      let bond = bonds[place / 2]
      let namespace = place % 2 == 0 ? bond.dependent.namespace : ""
      return place % 2 == 1 && bond.dependent.namespace.isEmpty
        ? nil : ObjectReference(kind: bond.kind, namespace: namespace, name: bond.name).hashValue
    }
    uids = PlaceIndex(count: bonds.count) { bonds[$0].uid.isEmpty ? nil : bonds[$0].uid.hashValue }
  }

  /// The objects that name an owner, sorted; those that know it by another uid are left out.
  func dependents(of owner: ObjectReference, uid: String) -> [ObjectReference] {
    let named = names.places(owner.hashValue) { isNamed(owner, uid, by: bonds[$0 / 2]) }
    let known = uid.isEmpty ? [] : uids.places(uid.hashValue) { bonds[$0].uid == uid }
    return Set(named.map { bonds[$0 / 2].dependent } + known.map { bonds[$0].dependent }).sorted()
  }

  private func isNamed(_ owner: ObjectReference, _ uid: String, by bond: Bond) -> Bool {
    guard bond.kind == owner.kind, bond.name == owner.name else { return false }
    guard owner.namespace.isEmpty || owner.namespace == bond.dependent.namespace else {
      return false
    }
    return uid.isEmpty || bond.uid.isEmpty || bond.uid == uid
  }
}

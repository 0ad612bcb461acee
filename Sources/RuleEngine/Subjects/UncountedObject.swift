import Basics
import CEL

/// A fact object that somebody else keeps for as long as this is used, so that reading a member counts nothing.
@safe struct UncountedObject {
  private let object: Unmanaged<FactObject>

  /// The object that a value is; nil where it is something else.
  init?(_ value: Value) {
    guard case .map(let map) = value, let object = map as? FactObject else { return nil }
    unsafe self.object = Unmanaged.passUnretained(object)
  }

  func member(_ name: HashedName) -> Value? {
    unsafe object._withUnsafeGuaranteedRef { $0.member(name) }
  }
}

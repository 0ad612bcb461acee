import CEL
import Provenance

extension ObjectReference {
  /// The object that a value of an expression names: by its members kind and name, else by where it
  /// comes from.
  init?(_ value: Value) {
    guard case .map(let map) = value else { return nil }
    self.init(map)
  }

  fileprivate init?(_ map: any MapObject) {
    guard let kind = map.text("kind"), let name = map.text("name") else {
      guard let origin = map.origin else { return nil }
      self = origin.object
      return
    }
    self.init(kind: kind, namespace: map.text("namespace") ?? "", name: name)
  }
}

extension Origin {
  /// Where a value of an expression comes from; for a map with kind and name, the object that it
  /// names.
  init?(_ value: Value) {
    guard case .map(let map) = value else { return nil }
    if let origin = map.origin {
      self = origin
      return
    }
    guard let reference = ObjectReference(map) else { return nil }
    self.init(reference)
  }
}

extension MapObject {
  /// The member's text, when it is a text that is not empty.
  fileprivate func text(_ key: String) -> String? {
    guard case .string(let text) = member(key), !text.isEmpty else { return nil }
    return text
  }
}

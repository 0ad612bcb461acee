/// A map with the same few text keys whenever an expression makes it: a literal whose keys are constant.
///
/// Its keys are compared, not hashed, and all maps of one literal share them.
final class RecordMap: MapObject {
  private let shape: Shape
  private let values: [Value]
  let extent: Int

  /// What the maps of one literal have in common: their keys, in the order in which they are written.
  final class Shape: Sendable {
    /// The most keys that are found faster by comparing than by hashing.
    private static let mostKeys = 12

    fileprivate let names: [String]
    fileprivate let keys: [Value]
    fileprivate let extent: Int

    /// Nil when a key is no text or stands twice, or when there are many.
    init?(_ keys: [Value?]) {
      guard keys.count <= Self.mostKeys else { return nil }
      var names: [String] = []
      for case .string(let name) in keys {
        if names.contains(where: { $0.hasSameScalars(as: name) }) { return nil }
        names.append(name)
      }
      guard names.count == keys.count else { return nil }
      self.names = names
      self.keys = names.map(Value.string)
      extent = self.keys.reduce(1) { $0.adding($1.extent) }
    }
  }

  /// A map with a value for each key of the shape.
  init(_ shape: Shape, _ values: [Value]) {
    self.shape = shape
    self.values = values
    var extent = shape.extent
    for value in values { extent = extent.adding(value.extent) }
    self.extent = extent
  }

  var count: Int { values.count }
  var keys: [Value] { shape.keys }

  func member(_ key: String) -> Value? {
    for index in shape.names.indices where shape.names[index].hasSameScalars(as: key) {
      return values[index]
    }
    return nil
  }
}

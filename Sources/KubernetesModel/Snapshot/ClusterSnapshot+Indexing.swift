import Basics

extension ClusterSnapshot {
  /// With fewer objects all is done before another processor is awake.
  private static let few = 4_096

  /// Takes in the objects, which come sorted by kind, namespace and name.
  mutating func take(_ objects: [LoadedObject]) {
    var snapshot = self
    let (sources, filled) = concurrently(
      when: objects.count > Self.few,
      { (SourceIndex(of: objects), DependentIndex(of: objects)) },
      {
        snapshot.fill(from: objects)
        snapshot.indexPodsAndEvents()
        return snapshot
      })
    self = filled
    (index.sources, index.dependents) = sources
  }

  private mutating func indexPodsAndEvents() {
    index.events = EventIndex(of: events)
    index.podsByNode = PlaceIndex(count: pods.count) { [pods] place in
      let node = pods[place].spec.nodeName
      return node.isEmpty ? nil : node.hashValue
    }
  }
}

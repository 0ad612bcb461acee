import Basics
import Provenance
import YAML

/// Where to find objects by what else than their name they are asked for.
struct SnapshotIndex: Sendable {
  var sources = SourceIndex()
  var dependents = DependentIndex()
  var events = EventIndex()
  /// Places of pods by the names of their nodes.
  var podsByNode = PlaceIndex()
}

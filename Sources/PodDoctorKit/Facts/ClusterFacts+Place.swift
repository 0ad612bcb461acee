import KubernetesModel
import Provenance
import YAML

extension ClusterFacts {
  /// Where a field of an object stands in the dump.
  func place(of field: String, in object: ObjectReference) -> Place? {
    snapshot.document(of: object).map { root in
      Place(file: root.file, mark: root.mark(at: FieldPath(parsing: field)))
    }
  }
}

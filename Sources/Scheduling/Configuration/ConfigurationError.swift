package import Provenance

/// What is wrong with one field of a KubeSchedulerConfiguration, and where it stands.
package struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path of the field, as kube-scheduler writes it.
  package var field: String
  package var place: Place
  /// kube-scheduler's own words where it has some, without the field.
  package var says: String

  package init(field: String, place: Place, says: String) {
    self.field = field
    self.place = place
    self.says = says
  }

  package var description: String {
    field.isEmpty ? "\(place): \(says)" : "\(place): \(field): \(says)"
  }
}

/// Everything that is wrong with a KubeSchedulerConfiguration; kube-scheduler would not start with it.
package struct ConfigurationErrors: Error, Sendable, CustomStringConvertible {
  /// In the order of the file.
  package var errors: [ConfigurationError]

  package init(_ errors: [ConfigurationError]) {
    self.errors = errors.sorted {
      $0.place == $1.place ? $0.field < $1.field : $0.place < $1.place
    }
  }

  package var description: String { errors.map(\.description).joined(separator: "\n") }
}
